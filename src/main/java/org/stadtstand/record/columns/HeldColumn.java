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

  private static final String RANK = "rank of ";

  private static final int OF_A_TEXT = 80;

  HeldColumn {
    texts = List.copyOf(texts);
  }

  /** The name under which the places of a text in the order of all of them are held. */
  static String rank(String column) {
    return RANK + column;
  }

  /**
   * SQL for a column of rows {@code t}. An empty text comes first, as a missing one may, and a
   * missing one has no rank.
   */
  static String sql(String name) {
    if (!name.startsWith(RANK)) {
      return "t." + name;
    }
    String column = name.substring(RANK.length());
    String text =
        column.equals("key") ? "(select r.key from record r where r.id = t.record)" : "t." + column;
    return "case when %1$s = '' then 0 when %1$s <> '' then dense_rank() over (order by %1$s) end"
        .formatted(text);
  }

  /** In bytes of heap. */
  long weight() {
    return 4L * values.length + (long) OF_A_TEXT * texts.size();
  }
}
