package org.stadtstand.record.columns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.ground.sql.Statements;

/** Reads columns of all rows that a municipality has of a type, and of the periods about them. */
final class ColumnLoader {

  private static final int ROWS_AT_ONCE = 10_000;

  /** Nobody waits for it, and the rows of a large municipality take longer than an answer may. */
  private static final int PATIENCE_MILLIS = 300_000;

  private static final String COLUMNS =
      """
      select table_name, column_name, udt_name from information_schema.columns
      where table_schema = current_schema()
      """;

  private static final String STATE =
      """
      select coalesce((select max(id) from release where municipality = ?), 0),
        (select count(*) from redaction where municipality = ?)
      """;

  private static final String WITHHELD =
      """
      select field, record, since from withheld
      where municipality = ? and type = ? and field is not null
      """;

  private static final String KEYS =
      "select key, id from record where municipality = ? and type = ?";

  private final Statements statements;
  private final long most;
  private volatile Map<String, Map<String, String>> types = Map.of();

  /**
   * @param most how many bytes one type's columns of a municipality may take
   */
  ColumnLoader(Statements statements, long most) {
    this.statements = statements;
    this.most = most;
  }

  /** The types of the columns of all tables; read once. */
  Map<String, Map<String, String>> types() {
    if (types.isEmpty()) {
      types =
          statements.atOneMoment(
              connection -> {
                Map<String, Map<String, String>> read = new HashMap<>();
                try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                    ResultSet row = statement.executeQuery()) {
                  while (row.next()) {
                    read.computeIfAbsent(row.getString(1), table -> new HashMap<>())
                        .put(row.getString(2), row.getString(3));
                  }
                }
                return read;
              });
    }
    return types;
  }

  /**
   * What is held already, and what else is needed, all of one state; nothing if that is too much.
   *
   * @param known null if nothing is held
   */
  Optional<HeldRows> load(
      int municipality, HeldTables tables, ColumnNeeds needs, @Nullable HeldRows known) {
    return statements.atOneMoment(
        connection -> {
          // Ordering them may take long before the first row comes. The pool restores its own.
          connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
          try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + PATIENCE_MILLIS);
          }
          return new Load(connection, municipality, tables).all(needs, known);
        });
  }

  /** Reads what one question lacks, at one moment. */
  private final class Load {

    private final Connection connection;
    private final int municipality;
    private final HeldTables tables;

    Load(Connection connection, int municipality, HeldTables tables) {
      this.connection = connection;
      this.municipality = municipality;
      this.tables = tables;
    }

    Optional<HeldRows> all(ColumnNeeds needs, @Nullable HeldRows known) throws SQLException {
      HeldRows now = state();
      HeldRows before = known != null && known.redactions() == now.redactions() ? known : now;
      Map<String, Lives> lives = new HashMap<>(before.lives());
      long weight = before.weight();
      int[] records = before.records();
      for (Map.Entry<String, Set<String>> row : needs.columns().entrySet()) {
        if (!before.has(row.getKey(), row.getValue())) {
          LivesReader reader =
              rows(row.getKey(), row.getValue(), lives, new Upto(before.release(), records));
          records = reader.records();
          weight += reader.weight();
          lives.put(row.getKey(), reader.lives());
        }
        if (weight > most) {
          return Optional.empty();
        }
      }
      Map<String, BitSet> withheld =
          before == known ? before.withheld() : withheld(records, own(lives));
      return Optional.of(
          new HeldRows(
              before.release(),
              before.redactions(),
              records,
              lives,
              withheld,
              keys(needs, before.keys())));
    }

    /** Nothing, of the state that is read. */
    private HeldRows state() throws SQLException {
      int[] state = new int[2];
      each(
          STATE,
          row -> {
            state[0] = row.getInt(1);
            state[1] = row.getInt(2);
          },
          municipality,
          municipality);
      return new HeldRows(state[0], state[1], new int[0], Map.of(), Map.of(), Map.of());
    }

    private Map<Integer, Map<String, Integer>> keys(
        ColumnNeeds needs, Map<Integer, Map<String, Integer>> known) throws SQLException {
      Map<Integer, Map<String, Integer>> keys = new HashMap<>(known);
      for (int type : needs.keyTypes()) {
        Map<String, Integer> own = new HashMap<>();
        each(KEYS, row -> own.put(row.getString(1), row.getInt(2)), municipality, type);
        keys.put(type, own);
      }
      return keys;
    }

    private static Lives own(Map<String, Lives> lives) {
      return Objects.requireNonNull(lives.get(HeldRows.OWN));
    }

    /** The rows of a table with those columns that are held of it, and more. */
    private LivesReader rows(String row, Set<String> needed, Map<String, Lives> held, Upto upto)
        throws SQLException {
      Map<String, String> columns = new LinkedHashMap<>();
      Map<String, String> known = tables.types(row);
      Lives before = held.get(row);
      Stream.concat(
              before == null ? Stream.of() : before.columns().keySet().stream(), needed.stream())
          .forEach(name -> columns.put(name, known.getOrDefault(name, "")));
      boolean period = !row.equals(HeldRows.OWN);
      LivesReader reader = new LivesReader(period, upto.records(), columns);
      String sql =
          period
              ? LivesReader.select(tables.period(row), columns.keySet())
              : LivesReader.select(tables.table(row), columns.keySet());
      each(sql, reader::take, municipality, upto.release());
      return reader;
    }

    /** By column, which rows are withheld there. */
    private Map<String, BitSet> withheld(int[] records, Lives own) throws SQLException {
      Map<String, BitSet> withheld = new HashMap<>();
      each(
          WITHHELD,
          row -> {
            int record = Arrays.binarySearch(records, row.getInt(2));
            int since = row.getInt(3);
            for (int i = record < 0 ? 0 : own.begins()[record];
                record >= 0 && i < own.begins()[record + 1];
                i++) {
              if (own.since()[i] == since) {
                withheld.computeIfAbsent(row.getString(1), field -> new BitSet()).set(i);
              }
            }
          },
          municipality,
          tables.type().number());
      return withheld;
    }

    private void each(String sql, RowTaker taker, int... values) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        Deadline.limit(statement);
        statement.setFetchSize(ROWS_AT_ONCE);
        for (int i = 0; i < values.length; i++) {
          statement.setInt(i + 1, values[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            taker.take(row);
          }
        }
      }
    }
  }

  /**
   * The release up to which rows are read, and the records that they are about if these are known.
   */
  private record Upto(int release, int[] records) {}

  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }
}
