package org.stadtstand.record.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.search.SearchResult.Hit;
import org.stadtstand.record.search.SearchResult.Rank;

/**
 * Puts what a search found in order, as far as it is shown. Of many equally good records the keys
 * of a page are met soon on the way along all keys; to look each key up takes longer than finding
 * the records.
 */
@Component
public class RankedHits {

  /** The keys of fewer are looked up. */
  static final int FEW = 2_000;

  private static final String KEYS = "select id, key from record where id = any({0})";

  private static final String WALK =
      """
      select k.id, k.key from record k
      where k.municipality = {0} and k.type = {1} and k.key > {2} order by k.key limit {3}
      """;

  /** So many keys are read at first; each time more, because those of a rank may stand together. */
  private static final int KEYS_AT_ONCE = 1_000;

  private static final int MOST_KEYS_AT_ONCE = 50_000;

  private final Statements statements;
  private final int few;

  @Autowired
  RankedHits(Statements statements) {
    this(statements, FEW);
  }

  /**
   * @param few of how many equally good records all keys are looked up
   */
  RankedHits(Statements statements, int few) {
    this.statements = statements;
    this.few = few;
  }

  /**
   * Where a hit stands in the order.
   *
   * @param municipality its key
   */
  public record Position(int score, int type, String municipality, String key) {

    private static final Comparator<Position> RANKS =
        Comparator.comparingInt((Position place) -> -place.score)
            .thenComparingInt(Position::type)
            .thenComparing(Position::municipality);

    public static Position of(Hit hit) {
      return new Position(hit.score(), hit.type(), hit.pin().place().key(), hit.key());
    }

    private boolean isBehind(Rank rank) {
      return RANKS.compare(this, of(rank)) > 0;
    }

    private String keyIn(Rank rank) {
      return RANKS.compare(this, of(rank)) == 0 ? key : "";
    }

    private static Position of(Rank rank) {
      return new Position(rank.score(), rank.type(), rank.pin().place().key(), "");
    }
  }

  /**
   * The next hits in order.
   *
   * @param after the position of the hit before them; null for the first
   * @param most so many at least, if there are
   */
  public List<Hit> read(List<Rank> ranks, @Nullable Position after, int most) {
    Deque<Rank> ahead =
        new ArrayDeque<>(
            ranks.stream().filter(rank -> after == null || !after.isBehind(rank)).toList());
    List<Hit> hits = new ArrayList<>();
    while (!ahead.isEmpty() && hits.size() < most) {
      String behind = after == null ? "" : after.keyIn(ahead.getFirst());
      int wanted = most - hits.size();
      if (isMany(ahead.getFirst())) {
        hits.addAll(walked(ahead.removeFirst(), behind, wanted));
      } else {
        List<Rank> taken = new ArrayList<>();
        for (int n = 0; n < wanted && !ahead.isEmpty() && !isMany(ahead.getFirst()); ) {
          n += ahead.getFirst().counted();
          taken.add(ahead.removeFirst());
        }
        hits.addAll(known(taken, behind));
      }
    }
    return hits;
  }

  private boolean isMany(Rank rank) {
    return rank.records().length > few;
  }

  /** All hits of ranks, but for those of the first that are not behind a key. */
  private List<Hit> known(List<Rank> ranks, String behind) {
    Object records =
        ranks.stream()
            .flatMapToInt(rank -> Arrays.stream(rank.records()))
            .boxed()
            .toArray(Integer[]::new);
    Map<Integer, String> keys = new HashMap<>();
    statements.rows(KEYS, List.of(records), row -> keys.put(row.integer("id"), row.key()));
    return Stream.concat(
            hits(ranks.getFirst(), keys).filter(hit -> hit.key().compareTo(behind) > 0),
            ranks.stream().skip(1).flatMap(rank -> hits(rank, keys)))
        .toList();
  }

  private static Stream<Hit> hits(Rank rank, Map<Integer, String> keys) {
    return Arrays.stream(rank.records())
        .mapToObj(record -> rank.hit(record, Objects.requireNonNull(keys.get(record))))
        .sorted(Comparator.comparing(Hit::key));
  }

  /**
   * Which keys are of the rank is told here: to hand the database some hundred thousand numbers
   * takes longer than the way.
   */
  private List<Hit> walked(Rank rank, String behind, int most) {
    List<Hit> hits = new ArrayList<>();
    String last = behind;
    for (int size = KEYS_AT_ONCE; ; size = Math.min(2 * size, MOST_KEYS_AT_ONCE)) {
      List<Hit> keys = keys(rank, last, size);
      keys.stream()
          .filter(key -> Arrays.binarySearch(rank.records(), key.record()) >= 0)
          .limit(most - hits.size())
          .forEach(hits::add);
      if (hits.size() == most || keys.size() < size) {
        return hits;
      }
      last = keys.getLast().key();
    }
  }

  /** The next keys of the type, whether they are of the rank or not. */
  private List<Hit> keys(Rank rank, String behind, int size) {
    return statements.rows(
        WALK,
        List.of(rank.pin().place().id(), rank.type(), behind, size),
        row -> rank.hit(row.integer("id"), row.key()));
  }
}
