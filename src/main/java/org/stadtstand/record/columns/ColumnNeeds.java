package org.stadtstand.record.columns;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What has to be held to answer a question.
 *
 * @param columns by the name of their row
 * @param keyTypes the numbers of the types of which records are named by key
 */
record ColumnNeeds(Map<String, Set<String>> columns, Set<Integer> keyTypes) {

  ColumnNeeds() {
    this(new LinkedHashMap<>(), new LinkedHashSet<>());
    row(HeldRows.OWN);
  }

  void column(String row, String column) {
    row(row).add(column);
  }

  /** The columns of a row, which is needed whether they are or not. */
  Set<String> row(String row) {
    return columns.computeIfAbsent(row, fresh -> new LinkedHashSet<>());
  }
}
