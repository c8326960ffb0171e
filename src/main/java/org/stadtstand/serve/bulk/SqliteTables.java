package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
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

  /** Rows that are handed over together. */
  private static final int ROWS = 1_000;

  private SqliteTables() {}

  /**
   * Writes a database by way of a file: the library writes no other.
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
    // One transaction writes the pages in the order of the rows, and so the same bytes each time.
    try (Connection database = opened(scratch)) {
      try (Rows rows = new Rows(database, ABOUT, MADE_ABOUT, 2)) {
        for (Map.Entry<String, @Nullable String> entry : about.entrySet()) {
          rows.add(entry.getKey(), entry.getValue());
        }
      }
      for (PublishedTable table : tables) {
        int columns = table.fields().size();
        try (Rows rows = new Rows(database, table.name(), statement(table), columns)) {
          copies.rows(table, row -> rows.add(values(table, row)));
        }
      }
      database.commit();
    } catch (SQLException e) {
      throw new IOException("No database of SQLite could be written: " + e.getMessage(), e);
    }
    Files.copy(scratch, out);
  }

  /** Whatever interrupts it, the file is made anew: what guards it would only take time. */
  private static Connection opened(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    Connection database = config.createConnection("jdbc:sqlite:" + file);
    database.setAutoCommit(false);
    return database;
  }

  private static @Nullable Object[] values(PublishedTable table, @Nullable String[] row) {
    @Nullable Object[] values = new @Nullable Object[row.length];
    for (int i = 0; i < row.length; i++) {
      String text = row[i];
      values[i] = text == null ? null : value(table.fields().get(i).kind(), text);
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

  /** The rows of one table, many at a time. */
  private static final class Rows implements AutoCloseable {

    private final PreparedStatement insert;
    private int waiting;

    Rows(Connection database, String table, String made, int columns) throws SQLException {
      try (Statement statement = database.createStatement()) {
        statement.execute(made);
      }
      String values = String.join(", ", Collections.nCopies(columns, "?"));
      insert = database.prepareStatement("INSERT INTO \"" + table + "\" VALUES (" + values + ")");
    }

    void add(@Nullable Object... values) throws IOException {
      try {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        waiting++;
        if (waiting == ROWS) {
          write();
        }
      } catch (SQLException e) {
        throw new IOException("A row could not be written: " + e.getMessage(), e);
      }
    }

    private void write() throws SQLException {
      insert.executeBatch();
      waiting = 0;
    }

    @Override
    public void close() throws SQLException {
      try (insert) {
        write();
      }
    }
  }
}
