package org.stadtstand.record.declaration;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;

/**
 * The tables in which a release began or ended rows. A release touches few of them, and every
 * statement about all of them takes longer to plan than to run.
 */
public record TouchedTables(Set<RecordType> began, Set<RecordType> ended) {

  private static final String TOUCHED =
      """
      select {type} as type, true as began
      where exists (select from {table} where since = :release)
      union all
      select {type}, false
      where exists (select from {table} where until = :release and until < {open})
      """;

  public static TouchedTables of(JdbcClient jdbc, RecordTypes types, int release) {
    TouchedTables touched = new TouchedTables(new LinkedHashSet<>(), new LinkedHashSet<>());
    String each =
        types.all().stream()
            .map(
                type ->
                    new Template(TOUCHED)
                        .with("type", type.number())
                        .with("table", type.table())
                        .sql())
            .collect(Collectors.joining("union all "));
    jdbc.sql(each)
        .param("release", release)
        .query(
            row -> {
              Set<RecordType> which = row.getBoolean("began") ? touched.began : touched.ended;
              which.add(types.get(row.getInt("type")));
            });
    return touched;
  }

  public Collection<RecordType> all() {
    Set<RecordType> all = new LinkedHashSet<>(began);
    all.addAll(ended);
    return all;
  }
}
