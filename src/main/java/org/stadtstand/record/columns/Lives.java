package org.stadtstand.record.columns;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table that are about the records of a list, in the order of these: when each was
 * published and, of a period, on which days it holds.
 *
 * @param begins for each record the place of its first row, and one more for the end
 * @param since the release at which a row holds first
 * @param until the release at which it holds no more
 * @param first the first day of a period; null if the rows are no periods
 * @param end the day after its last
 */
record Lives(
    int[] begins,
    int[] since,
    int[] until,
    int @Nullable [] first,
    int @Nullable [] end,
    Map<String, HeldColumn> columns) {

  static final int NONE = -1;

  Lives {
    columns = Map.copyOf(columns);
  }

  /** The row of a record at a release, on a day; {@link #NONE} if there is none. */
  int at(int record, int release, int day) {
    int over = begins[record + 1];
    for (int row = begins[record]; row < over; row++) {
      if (since[row] <= release && until[row] > release && holdsOn(row, day)) {
        return row;
      }
    }
    return NONE;
  }

  /** Whether a row holds on a day. */
  boolean holdsOn(int row, int day) {
    return first == null || end == null || first[row] <= day && end[row] > day;
  }

  int rows() {
    return since.length;
  }

  /** In bytes of heap. */
  long weight() {
    long days = first == null ? 0 : 8L * first.length;
    return 4L * begins.length
        + 8L * since.length
        + days
        + columns.values().stream().mapToLong(HeldColumn::weight).sum();
  }
}
