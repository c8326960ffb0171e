package org.stadtstand.record.chain;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Looks for records that are said to have left while a row of them stands. No digest covers the
 * release in which a record left, yet lists of all municipalities pass by what has.
 */
final class RecordEnds {

  private static final String HIDDEN =
      """
      select '{table} ' || k.key as name, k.until from record k
      where k.municipality = :municipality and k.type = {type} and k.until < {open}
        and k.until < (select max(t.until) from {table} t where t.record = k.id)
      """;

  private static final String FIRST =
      """
      select h.name, coalesce(r.number, 0) as number
      from ({hidden}) h left join release r on r.id = h.until order by 2, 1 limit {limit}
      """;

  private final JdbcClient jdbc;
  private final RecordTypes types;

  RecordEnds(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    this.types = types;
  }

  List<Text> faults(int municipality, int shown) {
    String hidden =
        types.all().stream()
            .map(
                type ->
                    new Template(HIDDEN)
                        .with("table", type.table())
                        .with("type", type.number())
                        .sql())
            .collect(Collectors.joining("union all "));
    return jdbc.sql(new Template(FIRST).with("hidden", hidden).with("limit", shown).sql())
        .param("municipality", municipality)
        .query(
            (row, n) ->
                SealedRelease.fault(
                    row.getInt("number"),
                    row.getString("name") + ": gilt als weggefallen, besteht aber",
                    row.getString("name") + ": counts as gone, and stands"))
        .list();
  }
}
