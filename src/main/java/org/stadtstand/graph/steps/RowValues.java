package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.StandIn;
import org.stadtstand.record.declaration.ValueText;

/**
 * The values of a row as text, one for each column of its type: equal if and only if the values
 * are. A reference identifies its record by number, type and key.
 *
 * @param withheld the columns with a choice that stands in the place of one withheld by law
 */
public record RowValues(RecordType type, List<@Nullable String> values, List<String> withheld) {

  /** Follows the name of a row in the name of the column that tells what is withheld of it. */
  private static final String WITHHELD = "_withheld";

  private static final String STANDING_IN =
      "array(select x.field from withheld x where x.record = %1$s.record and x.since = %1$s.since"
          + " and x.field in (%2$s))";

  /**
   * What a reference points to.
   *
   * @param table of a reference to any table; of one whose table is declared, nothing
   */
  public record Target(int record, int type, String table, String key) {

    static Target parse(String text) {
      String[] parts = text.split(" ", 4);
      return new Target(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
    }
  }

  /** The SQL that reads the row of this type with this alias, to be found by a name. */
  public static String sql(RecordTypes types, RecordType type, String alias, String name) {
    String values =
        type.columns().stream()
            .map(column -> sql(types, column, alias))
            .collect(Collectors.joining(", ", "array[", "]::text[]"));
    String choices =
        type.columns().stream()
            .filter(column -> StandIn.of(column) != null)
            .map(column -> "'" + column.name() + "'")
            .collect(Collectors.joining(", "));
    String withheld = choices.isEmpty() ? "array[]::text[]" : STANDING_IN.formatted(alias, choices);
    return values + " as " + name + ", " + withheld + " as " + name + WITHHELD;
  }

  /** The row of this type that was read under this name. */
  public static RowValues of(RecordType type, Row row, String name) {
    return new RowValues(type, row.texts(name), row.list(name + WITHHELD));
  }

  private static String sql(RecordTypes types, Column column, String alias) {
    String table = types.tableOf("r.type");
    return column.kind() == Kind.REFERENCE
        ? "(select concat_ws(' ', r.id, r.type, %s, r.key) from record r where r.id = %s.%s)"
            .formatted(column.references() == null ? table : "'-'", alias, column.name())
        : ValueText.sql(column, alias);
  }

  public @Nullable String get(Column column) {
    return values.get(type.columns().indexOf(column));
  }

  /** Whether what is there stands in the place of a choice that is withheld by law. */
  boolean isWithheld(Column column) {
    return withheld.contains(column.name());
  }

  /**
   * The value as written in a delivery: a reference by its key, one to any table with the table.
   */
  public @Nullable String written(Column column) {
    Target target = target(column);
    if (target == null) {
      return ValueText.readable(get(column));
    }
    return column.references() == null ? target.table() + ":" + target.key() : target.key();
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
