package org.stadtstand.record.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.search.FoundTerm.Wanted;
import org.stadtstand.record.search.SearchResult.Rank;
import org.stadtstand.record.time.Pin;

/**
 * Finds the records that hold all words of a question, the best first. The score of a record is a
 * whole number, so that the order is the same on every server: for each part of the question the
 * weight of the text times how close the word is, where that is most, all added up.
 */
@Component
public class TextSearch {

  /** No more are counted; of those that are as good as the last of them, all are listed. */
  public static final int MOST = 10_000;

  // Texts are found first: joined with the states before, the index of their words is of no use.
  // Grouped by the record alone, which has one type and one state: more columns take longer to
  // sort.
  private static final String FOUND =
      """
      with asked as materialized (
        select term, factor, cast(words as int[]) as words, pattern
        from unnest({3}, {4}, {5}, {6}) a(term, factor, words, pattern)
      ), pin as materialized (
        select * from unnest({0}, {1}, {2}) with ordinality p(municipality, release, day, n)
      ), found as materialized (
        select max(pin.n) as n, max(t.type) as type, t.record, %1$s as score
        from asked a
        join search_text t on t.words && a.words
        join pin on t.municipality = pin.municipality
          and t.since <= pin.release and t.until > pin.release and t.day <= pin.day
        where a.pattern is null or (' ' || array_to_string(t.words, ' ') || ' ') ~ a.pattern
        group by t.record having %1$s is not null%2$s
      ), few as materialized (select count(*) <= {7} as here from found)
      """;

  // The keys of few are read at once; of many that would take longer than finding the records.
  private static final String RANKS =
      """
      select x.* from (
        select f.n, f.type, f.score, array_agg(f.record order by k.key) as records,
          array_agg(k.key order by k.key) as keys
        from found f join record k on k.id = f.record where (select here from few)
        group by f.n, f.type, f.score
        union all
        select f.n, f.type, f.score, array_agg(f.record), null
        from found f where not (select here from few) group by f.n, f.type, f.score
      ) x order by x.score desc, x.type, x.n
      """;

  private static final String OF_TERM = "max(t.weight * a.factor) filter (where a.term = %d)";

  private static final String WITHOUT = " and not bool_or(a.term < 0)";

  private final Statements statements;
  private final WordFinder words;
  private final int few;

  @Autowired
  TextSearch(Statements statements, WordFinder words) {
    this(statements, words, RankedHits.FEW);
  }

  /**
   * @param few of how many the keys are read at once
   */
  TextSearch(Statements statements, WordFinder words, int few) {
    this.statements = statements;
    this.words = words;
    this.few = few;
  }

  /**
   * The records of the given types that hold the words in the states.
   *
   * @param types the numbers of the types that can be shown
   */
  public SearchResult find(SearchQuestion question, List<Pin> pins, Set<Integer> types) {
    // By name: cities have other numbers on other servers.
    List<Pin> states =
        pins.stream().sorted(Comparator.comparing((Pin pin) -> pin.place().key())).toList();
    List<FoundTerm> terms = words.find(question, states);
    boolean nowhere = terms.stream().anyMatch(term -> !term.term().excluded() && term.isNowhere());
    List<Rank> ranks =
        nowhere
            ? List.of()
            : ranks(terms, states).stream().filter(rank -> types.contains(rank.type())).toList();
    List<Rank> counted = new ArrayList<>();
    int left = MOST;
    for (Rank rank : ranks) {
      if (left > 0) {
        counted.add(rank.counting(left));
        left -= rank.counted();
      }
    }
    return new SearchResult(terms, counted, left < 0 || counted.size() < ranks.size());
  }

  private List<Rank> ranks(List<FoundTerm> terms, List<Pin> states) {
    List<Wanted> wanted = new ArrayList<>();
    List<String> scores = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      FoundTerm term = terms.get(i);
      if (!term.term().excluded()) {
        scores.add(OF_TERM.formatted(1 + i));
      }
      if (!term.isNowhere()) {
        wanted.addAll(term.wanted(term.term().excluded() ? -1 - i : 1 + i));
      }
    }
    boolean excluded = wanted.stream().anyMatch(some -> some.number() < 0);
    ResultQuery<?> query =
        DSL.resultQuery(
            FOUND.formatted(String.join(" + ", scores), excluded ? WITHOUT : "") + RANKS,
            DSL.val(ints(states, pin -> pin.place().id())),
            DSL.val(ints(states, Pin::release)),
            DSL.val(states.stream().map(Pin::day).toArray(LocalDate[]::new)),
            DSL.val(ints(wanted, Wanted::number)),
            DSL.val(ints(wanted, Wanted::factor)),
            DSL.val(wanted.stream().map(Wanted::words).toArray(String[]::new)),
            DSL.val(wanted.stream().map(Wanted::pattern).toArray(String[]::new)),
            DSL.val(few));
    return statements.rows(query, row -> rank(row, states));
  }

  private static Rank rank(ResultSet row, List<Pin> states) throws SQLException {
    Integer[] records = (Integer[]) row.getArray("records").getArray();
    Array keys = row.getArray("keys");
    return new Rank(
        states.get(row.getInt("n") - 1),
        row.getInt("type"),
        row.getInt("score"),
        records.length,
        records,
        keys == null ? null : (String[]) keys.getArray());
  }

  private static <V> Integer[] ints(List<V> values, Function<V, Integer> number) {
    return values.stream().map(number).toArray(Integer[]::new);
  }
}
