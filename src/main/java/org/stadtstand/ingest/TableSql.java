package org.stadtstand.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.record.Column;
import org.stadtstand.record.Column.Kind;
import org.stadtstand.record.RecordType;

/**
 * The names and column lists that statements about one kind of row are made of. Next to the
 * published table stand two temporary ones: {@code stage_x} holds the rows as delivered, with keys;
 * {@code listed_x} the good ones among them, with the numbers of records instead of keys.
 */
record TableSql(RecordType type) {

  static final int OPEN = Integer.MAX_VALUE;

  String name() {
    return type.table();
  }

  String stage() {
    return "stage_" + type.table();
  }

  String listed() {
    return "listed_" + type.table();
  }

  List<Column> references() {
    return type.columns().stream().filter(column -> column.kind() == Kind.REFERENCE).toList();
  }

  List<Column> owners() {
    return type.columns().stream().filter(Column::owner).toList();
  }

  /** The columns of the published table that a delivery fills. */
  List<String> filled() {
    List<String> filled = new ArrayList<>();
    for (Column column : type.columns()) {
      filled.addAll(column.stored());
      if (column.sorted()) {
        filled.add(column.name() + "_sort");
      }
    }
    return filled;
  }

  String filled(String alias) {
    return joined(filled(), alias);
  }

  /**
   * The columns in which a row has changed if they differ. The source is not among them: a row that
   * stays as it is keeps the source from which it was first taken.
   */
  String compared(String alias) {
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

  /** What stands in {@code stage_x} for a column. */
  List<String> staged(Column column) {
    String name = column.name();
    return switch (column.kind()) {
      case REFERENCE -> List.of(name + "_type int", name + "_key text collate \"C\"");
      case PARTIAL_DATE -> List.of(name + "_from date", name + "_to date");
      case TEXT ->
          column.sorted()
              ? List.of(name + " text", name + "_sort text collate \"C\"")
              : List.of(name + " text");
      case INTEGER, DECIMAL, BOOLEAN, DATE, CHOICE, LIST ->
          List.of(name + " " + column.kind().sqlType());
    };
  }

  /** The names of those, without the key of sorting. */
  List<String> stagedNames(Column column) {
    return column.kind() == Kind.REFERENCE
        ? List.of(column.name() + "_type", column.name() + "_key")
        : column.stored();
  }

  String stageColumns() {
    return "line bigint not null, key text collate \"C\" not null, bad boolean not null, "
        + type.columns().stream()
            .flatMap(column -> staged(column).stream())
            .collect(Collectors.joining(", "));
  }

  /** By its record a row is found however wrong the planner guesses how many there are. */
  String listedColumns() {
    return "record int primary key, line bigint not null, key text collate \"C\" not null,"
        + " bad boolean not null, unresolved boolean not null, was int, changed boolean not null, "
        + type.columns().stream()
            .flatMap(
                column ->
                    column.kind() == Kind.REFERENCE
                        ? Stream.of(column.name() + " int")
                        : staged(column).stream())
            .collect(Collectors.joining(", "));
  }
}
