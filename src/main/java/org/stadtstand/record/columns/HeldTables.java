package org.stadtstand.record.columns;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;

/**
 * The tables of which columns can be held for the records of a type: their own, and those of the
 * periods that are joined to them.
 *
 * @param periods by the name under which they are joined
 * @param types the types of the columns of all tables, as the database calls them
 */
record HeldTables(
    RecordType type,
    Map<String, JoinedRow.Period> periods,
    Map<String, Map<String, String>> types) {

  /** What one number can stand for. */
  private static final Set<String> HELD = Set.of("int4", "text", "date", "bool");

  static HeldTables of(
      RecordType type, Map<String, JoinedRow> joined, Map<String, Map<String, String>> types) {
    Map<String, JoinedRow.Period> periods = new HashMap<>();
    joined.forEach(
        (name, row) -> {
          if (row instanceof JoinedRow.Period period) {
            periods.put(name, period);
          }
        });
    return new HeldTables(type, periods, types);
  }

  /** Whether a column can be held. */
  boolean has(Formula.Cell cell) {
    boolean row = cell.row().equals(HeldRows.OWN) || periods.containsKey(cell.row());
    return row && HELD.contains(types(cell.row()).getOrDefault(cell.column(), ""));
  }

  /** Notes that periods are needed, if not their columns; false if they cannot be held. */
  boolean note(String period, ColumnNeeds needs) {
    boolean known = periods.containsKey(period);
    if (known) {
      needs.row(period);
    }
    return known;
  }

  /** The table of rows joined under a name. */
  String table(String row) {
    return row.equals(HeldRows.OWN) ? type.table() : period(row).table();
  }

  JoinedRow.Period period(String row) {
    return Objects.requireNonNull(periods.get(row), row);
  }

  Map<String, String> types(String row) {
    return types.getOrDefault(table(row), Map.of());
  }
}
