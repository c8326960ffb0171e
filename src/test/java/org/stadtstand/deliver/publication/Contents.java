package org.stadtstand.deliver.publication;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entire contents of a database, so that a test can check whether anything has changed. */
final class Contents {

  private Contents() {}

  static List<String> of(JdbcClient owner) {
    List<String> tables =
        owner
            .sql(
                "select format('%I.%I', schemaname, relname) from pg_stat_user_tables"
                    + " where relname <> 'flyway_schema_history' and schemaname not like 'pg_temp%'"
                    + " order by 1")
            .query((row, number) -> row.getString(1))
            .list();
    return tables.stream()
        .map(
            table ->
                owner
                    .sql(
                        """
                        select '%1$s ' || count(*) || ' '
                          || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')
                        from %1$s t
                        """
                            .formatted(table))
                    .query((row, number) -> row.getString(1))
                    .single())
        .toList();
  }
}
