package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.RecordType;

/** Reads all that was ever published of a municipality, and what follows from it, into a sheet. */
final class SheetLoader {

  /** A larger municipality would take long to read, and its lists long to search through. */
  private static final int MOST_RECORDS = 25_000;

  private static final String COLUMNS =
      """
      select table_name, column_name, udt_name from information_schema.columns
      where table_schema = current_schema() order by table_name, ordinal_position
      """;

  private static final String RELEASES =
      "select id, stands_for from release where municipality = ? order by id";

  private static final String REDACTIONS = "select count(*) from redaction where municipality = ?";

  private static final String RECORDS =
      "select id, type, key from record where municipality = ? limit " + (MOST_RECORDS + 1);

  private final Statements statements;
  private final List<RecordType> published;
  private final List<DerivedTable> derived;
  private volatile List<SheetTable> tables = List.of();

  SheetLoader(Statements statements, List<RecordType> published, List<DerivedTable> derived) {
    this.statements = statements;
    this.published = published;
    this.derived = derived;
  }

  /**
   * A sheet with what was true when it was read.
   *
   * @param redactions how often something had been withheld from the municipality by then
   */
  record Loaded(Sheet sheet, int redactions) {}

  /** Nothing if the municipality is too large for a sheet. */
  Optional<Loaded> load(int municipality) {
    return statements.atOneMoment(connection -> load(connection, municipality));
  }

  private Optional<Loaded> load(Connection connection, int municipality) throws SQLException {
    List<SheetTable> own = tables(connection);
    List<long[]> releases = new ArrayList<>();
    each(
        connection,
        RELEASES,
        municipality,
        row -> releases.add(new long[] {row.getInt(1), day(row, 2)}));
    long[] ids = releases.stream().mapToLong(release -> release[0]).toArray();
    long[] lastDays = releases.stream().mapToLong(release -> release[1]).toArray();
    SheetWriter writer = new SheetWriter(own, municipality, ids, lastDays);
    if (!readRecords(connection, municipality, writer)) {
      return Optional.empty();
    }
    for (SheetTable table : own) {
      each(
          connection,
          table.select(),
          municipality,
          row -> writer.row(table, row.getInt(1), values(row, table, ids, writer)));
    }
    int[] redactions = new int[1];
    each(connection, REDACTIONS, municipality, row -> redactions[0] = row.getInt(1));
    return Optional.of(new Loaded(Sheet.open(own, writer.write()), redactions[0]));
  }

  /** False if there are too many. */
  private static boolean readRecords(Connection connection, int municipality, SheetWriter writer)
      throws SQLException {
    int[] read = new int[1];
    each(
        connection,
        RECORDS,
        municipality,
        row -> {
          read[0]++;
          writer.record(row.getInt(1), row.getInt(2), row.getString(3));
        });
    return read[0] <= MOST_RECORDS;
  }

  /** The tables as the database has them; read once. */
  private List<SheetTable> tables(Connection connection) throws SQLException {
    if (tables.isEmpty()) {
      Map<String, Map<String, String>> types = new LinkedHashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          types
              .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
              .put(row.getString(2), row.getString(3));
        }
      }
      List<SheetTable> made = new ArrayList<>();
      published.forEach(
          type ->
              made.add(
                  SheetTable.of(made.size(), type, types.getOrDefault(type.table(), Map.of()))));
      derived.forEach(
          table ->
              made.add(
                  SheetTable.of(made.size(), table, types.getOrDefault(table.table(), Map.of()))));
      tables = List.copyOf(made);
    }
    return tables;
  }

  /** The tables that sheets have; none before the first one is made. */
  List<SheetTable> tables() {
    return tables;
  }

  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, int municipality, RowTaker taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Deadline.limit(statement);
      statement.setInt(1, municipality);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    }
  }

  private static long[] values(ResultSet row, SheetTable table, long[] releases, SheetWriter writer)
      throws SQLException {
    long[] values = new long[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (table.columns().get(i).kind()) {
            case RELEASE -> release(row, i + 2, releases);
            case INTEGER -> integer(row, i + 2);
            case BOOLEAN -> row.getObject(i + 2) == null ? NULL : row.getBoolean(i + 2) ? 1 : 0;
            case DAY -> day(row, i + 2);
            case TEXT -> text(row.getString(i + 2), writer);
            case LIST -> text(list(row, i + 2), writer);
          };
    }
    return values;
  }

  private static long integer(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? NULL : value;
  }

  private static long day(ResultSet row, int column) throws SQLException {
    LocalDate day = row.getObject(column, LocalDate.class);
    return day == null ? NULL : day.toEpochDay();
  }

  private static long text(@Nullable String text, SheetWriter writer) {
    return text == null ? NULL : writer.text(text);
  }

  /** An empty list is read as none is. */
  private static @Nullable String list(ResultSet row, int column) throws SQLException {
    var array = row.getArray(column);
    if (array == null) {
      return null;
    }
    String[] elements = (String[]) array.getArray();
    return elements.length == 0 ? null : String.join(SheetColumn.SEPARATOR, elements);
  }

  /** The place of the release, or of the next one of the municipality; none for an open end. */
  private static long release(ResultSet row, int column, long[] releases) throws SQLException {
    int id = row.getInt(column);
    if (row.wasNull() || id == Until.OPEN) {
      return NULL;
    }
    int place = Arrays.binarySearch(releases, id);
    return place < 0 ? -place - 1 : place;
  }
}
