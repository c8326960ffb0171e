package org.stadtstand.deliver.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.TableSql.Slot;

/**
 * The temporary tables used during a publication: one for all delivered rows and one for all
 * compared rows, with a column for every column of any published table. They live as long as the
 * connection, and each commit empties them; it does so file by file, even if a table is empty, so
 * with two tables per published table a commit would take longer than everything else in a small
 * delivery.
 */
public final class TemporaryTables {

  private final JdbcClient jdbc;
  private final Set<String> there;

  public TemporaryTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.there =
        new HashSet<>(
            jdbc.sql("select relname from pg_class where relnamespace = pg_my_temp_schema()")
                .query(String.class)
                .list());
  }

  /** Ensures that all tables exist and are empty. */
  public void lay(TableModel tables) {
    lay(
        "stage",
        "line bigint not null, type int not null, key text collate \"C\" not null,"
            + " bad boolean not null, "
            + all(tables, TableSql::staged));
    lay("stage_withdrawals", Staging.WITHDRAWALS);
    lay("stage_acknowledgements", Staging.ACKNOWLEDGEMENTS);
    // The primary key finds a row however badly the planner misjudges their number.
    lay(
        "listed",
        "record int primary key, type int not null, line bigint not null,"
            + " key text collate \"C\" not null, bad boolean not null, unresolved boolean not null,"
            + " was int, changed boolean not null, left_at int, "
            + all(tables, TableSql::resolved));
    lay("gone", "record int primary key, type int not null, kind text not null, reason text");
    lay("back", "record int primary key, left_at int not null");
    index("stage");
    index("listed");
  }

  private static String all(TableModel tables, Function<TableSql, List<Slot>> slots) {
    return tables.ownersFirst().stream()
        .flatMap(table -> slots.apply(table).stream())
        .map(Slot::declared)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void lay(String table, String columns) {
    if (there.add(table)) {
      jdbc.sql("create temp table %s (%s) on commit delete rows".formatted(table, columns))
          .update();
    }
  }

  private void index(String table) {
    String index = table + "_type";
    if (there.add(index)) {
      jdbc.sql("create index %s on %s (type)".formatted(index, table)).update();
    }
  }
}
