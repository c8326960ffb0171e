package org.stadtstand.deliver.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;

/**
 * The names and column lists from which statements about one kind of row are built. Next to all
 * published tables there are two temporary ones: {@code stage} holds the rows as delivered, with
 * keys; {@code listed} holds the compared rows, with record numbers instead of keys.
 */
public record TableSql(RecordType type) {

  private static final String KEY = "text collate \"C\"";

  public String name() {
    return type.table();
  }

  /**
   * A statement about this table, which it may name as {@code {table}}, its number as {@code
   * {type}}, and its rows in the temporary tables as {@code {stage}} and {@code {listed}}.
   */
  public Template template(String text) {
    Template template = new Template(text).withAny(Map.of("table", name(), "type", type.number()));
    if (text.contains("{stage}")) {
      template = template.with("stage", stage());
    }
    return text.contains("{listed}") ? template.with("listed", listed()) : template;
  }

  /** The delivered rows, as a sub-select that needs an alias. */
  public String stage() {
    return rows("stage", "line, key, bad", staged());
  }

  /** The compared rows, as a sub-select that needs an alias. */
  public String listed() {
    return rows("listed", "record, line, key, bad, unresolved, was, changed", resolved());
  }

  private String rows(String table, String common, List<Slot> slots) {
    String named =
        slots.stream()
            .map(slot -> ", %s as %s".formatted(slot.column(), slot.name()))
            .collect(Collectors.joining());
    return "(select %s%s from %s where type = %d)".formatted(common, named, table, type.number());
  }

  public List<Column> references() {
    return type.columns().stream().filter(column -> column.kind() == Kind.REFERENCE).toList();
  }

  /**
   * The references whose goals must stay as long as a row has them. A correction refers to what was
   * published; otherwise nothing corrected could ever go.
   */
  public List<Column> binding() {
    return references().stream()
        .filter(column -> !(name().equals("correction") && column.name().equals("corrected")))
        .toList();
  }

  public List<Column> owners() {
    return type.columns().stream().filter(Column::owner).toList();
  }

  /** The columns of the published table that a delivery fills. */
  public List<String> filled() {
    return type.columns().stream().flatMap(column -> filled(column).stream()).toList();
  }

  /** The columns that store one declared column; the last is its sort key, if it has one. */
  public static List<String> filled(Column column) {
    List<String> filled = new ArrayList<>(column.stored());
    if (column.sorted()) {
      filled.add(column.name() + "_sort");
    }
    return filled;
  }

  public String filled(String alias) {
    return joined(filled(), alias);
  }

  /**
   * The columns that make a row count as changed. The source is not among them: an unchanged row
   * keeps the source it was first taken from.
   */
  public String compared(String alias) {
    return joined(
        type.columns().stream()
            .filter(column -> !column.name().equals("source"))
            .flatMap(column -> column.stored().stream())
            .toList(),
        alias);
  }

  private static String joined(List<String> columns, String alias) {
    return columns.stream()
        .map(column -> alias.isEmpty() ? column : alias + "." + column)
        .collect(Collectors.joining(", "));
  }

  /**
   * A column of a temporary table. Its type is part of its name, because tables use the same name
   * for columns of different types.
   */
  public record Slot(String name, String type) {

    public String column() {
      int space = type.indexOf(' ');
      return name + "_" + (space < 0 ? type.replace("[]", "s") : type.substring(0, space));
    }

    String declared() {
      return column() + " " + type;
    }
  }

  /** The columns of {@code stage} for a declared column, its sort key last. */
  public static List<Slot> staged(Column column) {
    String name = column.name();
    return switch (column.kind()) {
      case REFERENCE -> List.of(new Slot(name + "_type", "int"), new Slot(name + "_key", KEY));
      case TEXT ->
          column.sorted()
              ? List.of(new Slot(name, "text"), new Slot(name + "_sort", KEY))
              : List.of(new Slot(name, "text"));
      case PARTIAL_DATE, UNIT, INTEGER, DECIMAL, BOOLEAN, DATE, CHOICE, LIST ->
          column.stored().stream()
              .map(stored -> new Slot(stored, column.kind().sqlType()))
              .toList();
    };
  }

  /** The columns of {@code stage} that the table fills. */
  public List<Slot> staged() {
    return type.columns().stream().flatMap(column -> staged(column).stream()).toList();
  }

  /** The columns of {@code listed} that the table fills, in the order of {@link #filled()}. */
  public List<Slot> resolved() {
    return type.columns().stream()
        .flatMap(
            column ->
                column.kind() == Kind.REFERENCE
                    ? Stream.of(new Slot(column.name(), "int"))
                    : staged(column).stream())
        .toList();
  }

  /** The names of columns, separated by commas. */
  public static String columns(List<Slot> slots) {
    return slots.stream().map(Slot::column).collect(Collectors.joining(", "));
  }
}
