package org.stadtstand.record.declaration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.ground.unit.Units;

/**
 * A municipality in a real database, whose releases a test writes row by row. All tests share the
 * database, but each has its own municipality.
 */
public final class Ledger {

  private static final List<Room> ROOMS = ScannedRooms.all();
  private static final RecordTypes TYPES = new RecordTypes(ROOMS);
  private static final DataSource CONNECTION = start();
  private static final JdbcClient DATABASE = JdbcClient.create(CONNECTION);

  private final int municipality;
  private int number;
  private int release;

  public Ledger() {
    municipality =
        DATABASE
            .sql(
                """
                insert into record (municipality, type, key)
                select 0, 1, 'm' || count(*) from record returning id
                """)
            .query(Integer.class)
            .single();
  }

  private static DataSource start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .placeholders(Map.of("units", Units.rows()))
          .load()
          .migrate();
      // One shared connection: opening one per statement would take most of a test's time.
      return new SingleConnectionDataSource(postgres.getPostgresDatabase().getConnection(), true);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JdbcClient database() {
    return DATABASE;
  }

  public static DataSource dataSource() {
    return CONNECTION;
  }

  public static RecordTypes types() {
    return TYPES;
  }

  /** Publishes what the work writes, and returns the number of the release. */
  public int publish(Runnable work) {
    release =
        DATABASE
            .sql(
                """
                insert into release
                  (municipality, number, published_at, kind, stands_for, known_from)
                values (:municipality, :number, :moment, 'PUBLISHED', '2026-01-01', :moment)
                returning id
                """)
            .param("municipality", municipality)
            .param("number", ++number)
            .param("moment", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    work.run();
    refresh();
    return release;
  }

  private void refresh() {
    ROOMS.stream()
        .flatMap(room -> room.derivedTables().stream())
        .forEach(
            derived ->
                DATABASE
                    .sql(derived.refresh())
                    .param("municipality", municipality)
                    .param("release", release)
                    .update());
  }

  /** Adds a row and returns its record; required columns that are not given get some value. */
  public int add(String table, String key, Object... namesAndValues) {
    RecordType type = TYPES.get(table);
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      named.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    Map<String, Object> stored = new HashMap<>(Map.of("municipality", municipality));
    stored.put("record", record(type, key));
    stored.put("since", release);
    type.columns().forEach(column -> store(column, named.remove(column.name()), stored));
    if (!named.isEmpty()) {
      throw new IllegalArgumentException(table + " has no column " + named.keySet());
    }
    List<String> names = List.copyOf(stored.keySet());
    DATABASE
        .sql(
            "insert into %s (%s) values (:%s)"
                .formatted(table, String.join(", ", names), String.join(", :", names)))
        .params(stored)
        .update();
    return (int) stored.get("record");
  }

  /** Ends the open row of the record. */
  public void end(String table, int record) {
    DATABASE
        .sql(
            "update %s set until = :release where record = :record and until = 2147483647"
                .formatted(table))
        .param("release", release)
        .param("record", record)
        .update();
  }

  /** Ends the open row of the key, and adds the one that takes its place. */
  public int change(String table, String key, Object... namesAndValues) {
    end(table, record(TYPES.get(table), key));
    return add(table, key, namesAndValues);
  }

  /** The subject's period on the day as known at the release; empty if there is none. */
  public Map<String, @Nullable Object> at(String table, int subject, int atRelease, String day) {
    List<Map<String, @Nullable Object>> found =
        DATABASE
            .sql(
                """
                select * from %s
                where %s = :subject and known @> :release and days @> :day
                """
                    .formatted(table, subjectOf(table)))
            .param("subject", subject)
            .param("release", atRelease)
            .param("day", LocalDate.parse(day))
            .query()
            .listOfRows();
    if (found.size() > 1) {
      throw new IllegalStateException("Periods overlap: " + found);
    }
    return found.isEmpty() ? Map.of() : found.getFirst();
  }

  private static String subjectOf(String table) {
    return table.substring(0, table.indexOf('_'));
  }

  private int record(RecordType type, String key) {
    return DATABASE
        .sql(
            """
            insert into record (municipality, type, key) values (:municipality, :type, :key)
            on conflict (municipality, type, key) do update set key = excluded.key
            returning id
            """)
        .param("municipality", municipality)
        .param("type", type.number())
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  private static void store(Column column, @Nullable Object value, Map<String, Object> stored) {
    Object given = value == null && column.required() ? some(column) : value;
    if (given == null) {
      return;
    }
    switch (column.kind()) {
      case PARTIAL_DATE -> {
        PartialDate date = PartialDate.parse((String) given);
        stored.put(column.stored().getFirst(), date.earliest());
        stored.put(column.stored().getLast(), date.latest());
      }
      case DATE -> stored.put(column.name(), LocalDate.parse((String) given));
      case DECIMAL -> stored.put(column.name(), new BigDecimal(given.toString()));
      default -> stored.put(column.name(), given);
    }
    if (column.sorted()) {
      stored.put(column.name() + "_sort", SortKey.of((String) given));
    }
  }

  private static Object some(Column column) {
    return switch (column.kind()) {
      case TEXT, UNIT -> "some";
      case INTEGER, REFERENCE -> 1;
      case DECIMAL -> "1";
      case BOOLEAN -> true;
      case DATE, PARTIAL_DATE -> "2020-01-01";
      case CHOICE -> column.allowed().getFirst();
      case LIST -> new ArrayList<>();
    };
  }
}
