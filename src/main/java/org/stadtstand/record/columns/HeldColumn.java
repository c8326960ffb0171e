package org.stadtstand.record.columns;

import java.util.List;

/**
 * A column of all rows of a table, in their order.
 *
 * @param values numbers, days since 1970, 1 and 0 for yes and no, or places of texts
 * @param texts the different texts; empty if the values are no texts
 */
record HeldColumn(int[] values, List<String> texts) {

  /** Stands for a missing value, in columns and in what is worked out of them. */
  static final int NULL = Integer.MIN_VALUE;

  private static final int OF_A_TEXT = 80;

  HeldColumn {
    texts = List.copyOf(texts);
  }

  /** In bytes of heap. */
  long weight() {
    return 4L * values.length + (long) OF_A_TEXT * texts.size();
  }
}
