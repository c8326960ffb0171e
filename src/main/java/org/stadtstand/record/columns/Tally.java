package org.stadtstand.record.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stadtstand.record.columns.RowCounts.Key;
import org.stadtstand.record.columns.RowCounts.RowGroup;

/** How many records of each group there are on each day, and how many of them fit each filter. */
final class Tally {

  /** Each key has fewer values than this many bits can count. */
  private static final int BITS = 21;

  private final List<RowKeys> keys;
  private final List<RowFilter.Fits> counted;
  private final LongIndex groups = new LongIndex();
  private final int[][] counts;

  Tally(List<RowKeys> keys, List<RowFilter.Fits> counted, int days) {
    this.keys = keys;
    this.counted = counted;
    this.counts = new int[days][64];
  }

  /** The group of a record. */
  int group(Walk walk) {
    long all = 0;
    for (RowKeys key : keys) {
      all = all << BITS | key.of(walk);
    }
    return groups.of(all);
  }

  /** Which of the filters a record fits, a bit for each. */
  long fitting(Walk walk) {
    long fitting = 0;
    for (int i = 0; i < counted.size(); i++) {
      if (counted.get(i).is(walk)) {
        fitting |= 1L << i;
      }
    }
    return fitting;
  }

  /** Counts a record. */
  void add(int day, int group, long fitting) {
    int width = counted.size() + 1;
    int place = group * width;
    if (place + width > counts[day].length) {
      counts[day] = Arrays.copyOf(counts[day], 2 * (place + width));
    }
    int[] own = counts[day];
    own[place]++;
    for (long rest = fitting; rest != 0; rest &= rest - 1) {
      own[place + 1 + Long.numberOfTrailingZeros(rest)]++;
    }
  }

  int groups() {
    return groups.size();
  }

  /** The groups of a day that have records. */
  List<RowGroup> groups(int day) {
    int width = counted.size() + 1;
    int[] own = counts[day];
    List<RowGroup> all = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      int place = group * width;
      if (place < own.length && own[place] > 0) {
        all.add(
            new RowGroup(
                keys(groups.number(group)), Arrays.copyOfRange(own, place, place + width)));
      }
    }
    return all;
  }

  private List<Key> keys(long group) {
    List<Key> own = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int place = (int) (group >>> BITS * (keys.size() - 1 - i) & (1 << BITS) - 1);
      own.add(keys.get(i).key(place));
    }
    return own;
  }
}
