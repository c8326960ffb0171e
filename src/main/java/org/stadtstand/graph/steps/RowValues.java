package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.ValueText;

/**
 * The values of a row as text, one for each column of its type: equal if and only if the values
 * are. A reference identifies its record by number, type and key.
 */
public record RowValues(RecordType type, List<@Nullable String> values) {

  /** What a reference points to. */
  public record Target(int record, int type, String key) {

    static Target parse(String text) {
      String[] parts = text.split(" ", 3);
      return new Target(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
  }

  /** The SQL for the values of the row with this alias. */
  public static String sql(RecordType type, String alias) {
    return type.columns().stream()
        .map(column -> sql(column, alias))
        .collect(java.util.stream.Collectors.joining(", ", "array[", "]::text[]"));
  }

  private static String sql(Column column, String alias) {
    return column.kind() == Kind.REFERENCE
        ? "(select concat_ws(' ', r.id, r.type, r.key) from record r where r.id = %s.%s)"
            .formatted(alias, column.name())
        : ValueText.sql(column, alias);
  }

  public @Nullable String get(Column column) {
    return values.get(type.columns().indexOf(column));
  }

  /** The value as written in a delivery. */
  public @Nullable String written(Column column) {
    Target target = target(column);
    if (target == null) {
      return ValueText.readable(get(column));
    }
    return target.key();
  }

  /** The value as written in events: for a reference, the key. */
  public @Nullable String plain(Column column) {
    Target target = target(column);
    return target == null ? get(column) : target.key();
  }

  public @Nullable Target target(Column column) {
    String value = column.kind() == Kind.REFERENCE ? get(column) : null;
    return value == null ? null : Target.parse(value);
  }

  @Nullable PartialDate date(Column column) {
    String value = ValueText.readable(get(column));
    return value == null ? null : PartialDate.parse(value);
  }

  /** The records that the row is about. */
  public List<Target> subjects() {
    return subjects(type).stream().map(this::target).filter(Objects::nonNull).toList();
  }

  /** The columns for what the row lives with, and for what it is about in any table. */
  public static List<Column> subjects(RecordType type) {
    return type.columns().stream()
        .filter(column -> column.kind() == Kind.REFERENCE)
        .filter(column -> column.owner() || column.references() == null)
        .toList();
  }
}
