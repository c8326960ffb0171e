package org.stadtstand.deliver.redaction;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.DerivedTable;

/**
 * Recomputes derived rows, release by release from the first, for those subjects from which
 * something was withheld. Nothing else is touched: what an older rule derived stays as it is.
 */
final class DerivedRows {

  private final JdbcClient jdbc;
  private final List<DerivedTable> tables;
  private final int municipality;
  private final Map<DerivedTable, Set<Integer>> subjects = new LinkedHashMap<>();

  DerivedRows(JdbcClient jdbc, List<DerivedTable> tables, int municipality) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.municipality = municipality;
  }

  /** Finds the subjects of a record's rows; call it before the rows are changed. */
  void collect(String table, int record) {
    for (DerivedTable derived : tables) {
      for (String read : derived.reads()) {
        String[] name = read.split("\\.");
        if (name[0].equals(table)) {
          jdbc.sql(
                  new Template(
                          "select distinct {subject} from {table}"
                              + " where record = :record and {subject} is not null")
                      .with("table", name[0])
                      .with("subject", name[1])
                      .sql())
              .param("record", record)
              .query(
                  row -> {
                    subjects
                        .computeIfAbsent(derived, key -> new LinkedHashSet<>())
                        .add(row.getInt(1));
                  });
        }
      }
    }
  }

  void run() {
    List<Integer> releases =
        jdbc.sql("select id from release where municipality = :municipality order by id")
            .param("municipality", municipality)
            .query((row, n) -> row.getInt(1))
            .list();
    subjects.forEach(
        (derived, found) -> {
          Integer[] named = found.toArray(Integer[]::new);
          jdbc.sql(
                  "delete from "
                      + derived.table()
                      + " where "
                      + derived.subject()
                      + " = any(:subjects)")
              .param("subjects", named)
              .update();
          for (int release : releases) {
            jdbc.sql(derived.rebuild())
                .param("municipality", municipality)
                .param("release", release)
                .param("subjects", named)
                .update();
          }
        });
  }
}
