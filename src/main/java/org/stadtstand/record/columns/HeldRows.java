package org.stadtstand.record.columns;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/**
 * What is held of one type's records of a municipality: never changed, but replaced by more.
 *
 * @param release the newest release when it was first read; nothing later is in it
 * @param redactions how often something had been withheld from the municipality by then
 * @param records the numbers of all records, ascending
 * @param lives the rows of each table by the name under which rows are joined, the records' own
 *     under {@code t}
 * @param withheld of a column, which of the records' own rows are withheld there
 * @param keys the numbers of records of other types by type and key
 */
record HeldRows(
    int release,
    int redactions,
    int[] records,
    Map<String, Lives> lives,
    Map<String, BitSet> withheld,
    Map<Integer, Map<String, Integer>> keys) {

  /** The name of the records' own rows. */
  static final String OWN = "t";

  private static final int OF_A_KEY = 120;

  HeldRows {
    lives = Map.copyOf(lives);
    withheld = Map.copyOf(withheld);
    keys = Map.copyOf(keys);
  }

  boolean has(ColumnNeeds needs) {
    return keys.keySet().containsAll(needs.keyTypes())
        && needs.columns().entrySet().stream().allMatch(row -> has(row.getKey(), row.getValue()));
  }

  /** Whether the columns of a row are those that are needed, or more. */
  boolean has(String row, Set<String> columns) {
    Lives own = lives.get(row);
    return own != null && own.columns().keySet().containsAll(columns);
  }

  /** In bytes of heap. */
  long weight() {
    return 4L * records.length
        + lives.values().stream().mapToLong(Lives::weight).sum()
        + withheld.values().stream().mapToLong(rows -> rows.size() / 8L).sum()
        + keys.values().stream().mapToLong(own -> (long) OF_A_KEY * own.size()).sum();
  }
}
