package org.stadtstand.record.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records with how well each fits, in order, in one number each: sorted and merged without objects.
 */
final class ScoredRecords {

  private final long[] sorted;

  private ScoredRecords(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * @param records in order, each once
   */
  static ScoredRecords of(int[] records, int score) {
    return new ScoredRecords(Arrays.stream(records).mapToLong(of -> with(of, score)).toArray());
  }

  private static long with(int record, int score) {
    return (long) record << Integer.SIZE | score;
  }

  int size() {
    return sorted.length;
  }

  int record(int i) {
    return (int) (sorted[i] >> Integer.SIZE);
  }

  int score(int i) {
    return (int) sorted[i];
  }

  /** The records of each score, in order. */
  Map<Integer, int[]> byScore() {
    long[] turned = Arrays.stream(sorted).map(one -> Long.rotateLeft(one, Integer.SIZE)).toArray();
    Arrays.sort(turned);
    Map<Integer, int[]> byScore = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= turned.length; i++) {
      if (i == turned.length || turned[i] >> Integer.SIZE != turned[from] >> Integer.SIZE) {
        byScore.put(
            (int) (turned[from] >> Integer.SIZE),
            Arrays.stream(turned, from, i).mapToInt(one -> (int) one).toArray());
        from = i;
      }
    }
    return byScore;
  }

  /** All records, each with its best score. */
  static ScoredRecords best(List<ScoredRecords> some) {
    long[] all = some.stream().flatMapToLong(one -> Arrays.stream(one.sorted)).sorted().toArray();
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (i + 1 == all.length || all[i] >> Integer.SIZE != all[i + 1] >> Integer.SIZE) {
        all[kept] = all[i];
        kept++;
      }
    }
    return new ScoredRecords(Arrays.copyOf(all, kept));
  }

  /** The records of both, with the sum of their scores. */
  ScoredRecords and(ScoredRecords other) {
    long[] both = new long[Math.min(size(), other.size())];
    int kept = 0;
    int j = 0;
    for (int i = 0; i < size(); i++) {
      j = other.at(record(i), j);
      if (j < other.size() && other.record(j) == record(i)) {
        both[kept] = sorted[i] + other.score(j);
        kept++;
      }
    }
    return new ScoredRecords(Arrays.copyOf(both, kept));
  }

  ScoredRecords without(ScoredRecords other) {
    long[] left = new long[size()];
    int kept = 0;
    int j = 0;
    for (int i = 0; i < size(); i++) {
      j = other.at(record(i), j);
      if (j == other.size() || other.record(j) != record(i)) {
        left[kept] = sorted[i];
        kept++;
      }
    }
    return new ScoredRecords(Arrays.copyOf(left, kept));
  }

  /** Where a record is, or would be, from a place on. */
  private int at(int record, int from) {
    int at = from;
    while (at < size() && record(at) < record) {
      at++;
    }
    return at;
  }
}
