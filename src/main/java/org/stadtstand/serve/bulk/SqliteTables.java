package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.serve.bulk.PublishedTable.Field;
import org.stadtstand.serve.bulk.TableCopies.Copies;

/**
 * Published tables as a database: the columns of the files, with numbers as numbers, texts as they
 * are (no spreadsheet takes them for formulas here), and dates as exactly as they are known.
 */
final class SqliteTables {

  private static final String ABOUT = "about";
  private static final String MADE_ABOUT =
      "CREATE TABLE \"about\" (\"name\" TEXT NOT NULL, \"value\" TEXT)";

  private SqliteTables() {}

  /**
   * Writes a database by way of a file, because its beginning is known last.
   *
   * @param about what the database says of itself, in a table of its own
   */
  static void write(
      Collection<PublishedTable> tables,
      Map<String, @Nullable String> about,
      Copies copies,
      Path scratch,
      OutputStream out)
      throws IOException {
    try (SqliteFile file = new SqliteFile(scratch)) {
      SqliteTree said = new SqliteTree(file);
      for (Map.Entry<String, @Nullable String> entry : about.entrySet()) {
        said.add(values(entry.getKey(), entry.getValue()));
      }
      file.named(ABOUT, said.end(), MADE_ABOUT);
      for (PublishedTable table : tables) {
        SqliteTree rows = new SqliteTree(file);
        copies.rows(table, row -> rows.add(values(table, row)));
        file.named(table.name(), rows.end(), statement(table));
      }
      file.end();
    }
    Files.copy(scratch, out);
  }

  private static List<@Nullable Object> values(String name, @Nullable String value) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(name);
    values.add(value);
    return values;
  }

  private static List<@Nullable Object> values(PublishedTable table, @Nullable String[] row) {
    List<@Nullable Object> values = new ArrayList<>(row.length);
    for (int i = 0; i < row.length; i++) {
      String text = row[i];
      values.add(text == null ? null : value(table.fields().get(i).kind(), text));
    }
    return values;
  }

  private static Object value(Kind kind, String text) {
    return switch (kind) {
      case INTEGER -> Long.valueOf(text);
      // It knows no decimal numbers; the nearest fraction is printed with the same digits.
      case DECIMAL -> new BigDecimal(text).doubleValue();
      case BOOLEAN -> text.equals("true") ? 1L : 0L;
      case TEXT, UNIT, LIST -> FormulaGuard.plain(text);
      case DATE, PARTIAL_DATE, CHOICE, REFERENCE -> text;
    };
  }

  private static String statement(PublishedTable table) {
    return table.fields().stream()
        .map(SqliteTables::column)
        .collect(Collectors.joining(", ", "CREATE TABLE \"" + table.name() + "\" (", ")"));
  }

  private static String column(Field field) {
    String type =
        switch (field.kind()) {
          case INTEGER, BOOLEAN -> "INTEGER";
          case DECIMAL -> "REAL";
          case TEXT, UNIT, LIST, DATE, PARTIAL_DATE, CHOICE, REFERENCE -> "TEXT";
        };
    return "\"%s\" %s%s".formatted(field.name(), type, field.required() ? " NOT NULL" : "");
  }
}
