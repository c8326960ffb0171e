package org.stadtstand.deliver.checks;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * All published tables in the order in which rows come and go: owners are handled before their
 * dependents, so that a single pass carries a withdrawal down to the last table.
 */
public class TableModel {

  private final RecordTypes types;
  private final List<TableSql> ownersFirst;
  private final Map<RecordType, Integer> depths = new HashMap<>();

  public TableModel(RecordTypes types) {
    this.types = types;
    this.ownersFirst =
        types.all().stream()
            .sorted(Comparator.comparing(this::depth).thenComparing(RecordType::number))
            .map(TableSql::new)
            .toList();
  }

  public List<TableSql> ownersFirst() {
    return ownersFirst;
  }

  public TableSql get(String table) {
    return new TableSql(types.get(table));
  }

  public TableSql get(int number) {
    return new TableSql(types.get(number));
  }

  public RecordType type(int number) {
    return types.get(number);
  }

  private int depth(RecordType type) {
    Integer known = depths.get(type);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (Column owner : new TableSql(type).owners()) {
      List<RecordType> above = new ArrayList<>();
      if (owner.references() == null) {
        // It may depend on any table that has no such reference itself.
        types.all().stream().filter(other -> !hangsOnAny(other)).forEach(above::add);
      } else {
        above.add(types.get(owner.references()));
      }
      for (RecordType other : above) {
        depth = Math.max(depth, other.equals(type) ? 0 : depth(other) + 1);
      }
    }
    depths.put(type, depth);
    return depth;
  }

  private static boolean hangsOnAny(RecordType type) {
    return new TableSql(type).owners().stream().anyMatch(owner -> owner.references() == null);
  }

  /** A condition that is true if the record is part of the state being made. */
  public String isOpen(Column reference, String record) {
    return isOpen(List.of(reference), record);
  }

  /** The same condition for a record that one of these columns refers to. */
  public String isOpen(List<Column> references, String record) {
    boolean any = references.stream().anyMatch(column -> column.references() == null);
    Set<String> tables =
        references.stream().map(Column::references).filter(Objects::nonNull).collect(toSet());
    return ownersFirst.stream()
        .filter(table -> any || tables.contains(table.name()))
        .map(
            table ->
                table
                    .template(
                        "when {type} then exists ("
                            + "select from {table} o where o.record = k.id and o.until = {open})")
                    .sql())
        .collect(
            joining(
                "\n  ",
                "(select case k.type ",
                " else false end from record k where k.id = " + record + ")"));
  }
}
