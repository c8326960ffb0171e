package org.stadtstand.ingest;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The temporary tables in which a publication works. They stay with the connection, each commit
 * empties them: to make forty tables takes longer than to fill them with a few rows.
 */
final class Workbench {

  private final JdbcClient jdbc;
  private final Set<String> there;

  Workbench(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.there =
        new HashSet<>(
            jdbc.sql("select relname from pg_class where relnamespace = pg_my_temp_schema()")
                .query(String.class)
                .list());
  }

  /** Sees to it that there is a table of this name, with no row in it. */
  void lay(String table, String columns) {
    if (there.add(table)) {
      jdbc.sql("create temp table %s (%s) on commit delete rows".formatted(table, columns))
          .update();
    }
  }

  /** Lays out both tables that stand beside a published one. */
  void lay(TableSql table) {
    lay(table.stage(), table.stageColumns());
    lay(table.listed(), table.listedColumns());
  }
}
