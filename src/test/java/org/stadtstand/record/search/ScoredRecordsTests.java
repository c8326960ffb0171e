package org.stadtstand.record.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtstand.record.search.Postings.Posting;

/**
 * Records that words come to and go from, and their scores, are what maps and sets make of them.
 */
class ScoredRecordsTests {

  private static final int RECORDS = 20;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  /**
   * A word comes to a text and goes from it by turns; several words stand where one of them does.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void standWhereTheyCameOnceMoreThanTheyWent(long seed) {
    Random random = new Random(seed);
    Map<Integer, Set<Integer>> words = new HashMap<>();
    List<Posting> postings = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      int word = random.nextInt(3);
      int record = random.nextInt(RECORDS);
      Set<Integer> own = words.computeIfAbsent(word, any -> new HashSet<>());
      boolean ended = !own.add(record) && own.remove(record);
      postings.add(new Posting(1, word, 1, "title", 8, ended, new int[] {record}));
    }
    Set<Integer> standing = new TreeSet<>();
    words.values().forEach(standing::addAll);
    assertThat(Postings.standing(postings))
        .containsExactly(standing.stream().mapToInt(record -> record).toArray());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areMergedWithTheirScores(long seed) {
    Random random = new Random(seed);
    Map<Integer, Integer> one = scores(random);
    Map<Integer, Integer> other = scores(random);

    Map<Integer, Integer> best = new TreeMap<>(one);
    other.forEach((record, score) -> best.merge(record, score, Math::max));
    assertThat(read(ScoredRecords.best(List.of(of(one), of(other))))).isEqualTo(best);

    Map<Integer, Integer> both = new TreeMap<>(one);
    both.keySet().retainAll(other.keySet());
    both.replaceAll((record, score) -> score + other.getOrDefault(record, 0));
    assertThat(read(of(one).and(of(other)))).isEqualTo(both);

    Map<Integer, Integer> left = new TreeMap<>(one);
    left.keySet().removeAll(other.keySet());
    assertThat(read(of(one).without(of(other)))).isEqualTo(left);
  }

  private static Map<Integer, Integer> scores(Random random) {
    Map<Integer, Integer> scores = new TreeMap<>();
    for (int i = random.nextInt(RECORDS); i > 0; i--) {
      scores.put(random.nextInt(RECORDS), 1 + random.nextInt(640));
    }
    return scores;
  }

  private static ScoredRecords of(Map<Integer, Integer> scores) {
    return ScoredRecords.best(
        scores.entrySet().stream()
            .map(each -> ScoredRecords.of(new int[] {each.getKey()}, each.getValue()))
            .toList());
  }

  private static Map<Integer, Integer> read(ScoredRecords records) {
    Map<Integer, Integer> scores = new TreeMap<>();
    for (int i = 0; i < records.size(); i++) {
      scores.put(records.record(i), records.score(i));
    }
    assertThat(scores).hasSize(records.size());
    return scores;
  }
}
