package org.stadtstand.record.chain;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;

/**
 * Recomputes what follows from published rows, release by release, in temporary tables beside the
 * real ones, and compares. No digest covers the periods, yet answers are filtered by them.
 */
final class DerivedPeriods {

  private static final String BESIDE =
      "create temporary table if not exists {table} (like {schema}.{table} including defaults) on"
          + " commit drop";

  /**
   * What an older version of the rule has derived is left alone: in {@code begun} are the releases
   * from which on the present one holds. An open period of an older version is wrong where the
   * present one is said to hold.
   */
  private static final String DIFFERING =
      """
      with stored as (
        select {subject} as subject, to_jsonb(p) - 'known' as period, known,
          rules = {version} as present
        from {schema}.{table} p where municipality = :municipality
      ), begun as (
        select case when {current} then int4range(coalesce(max(upper(known)), 0), null)
          else cast('empty' as int4range) end as releases
        from stored where not present
      ), held as (
        select subject, period, known * b.releases as known
        from stored, begun b where present
      ), fresh as (
        select {subject} as subject, to_jsonb(p) - 'known' as period,
          known * b.releases as known
        from pg_temp.{table} p, begun b where municipality = :municipality
      ), differing as (
        (select * from held except select * from fresh)
        union all (select * from fresh except select * from held)
        union all select subject, period, known from stored
        where {current} and not present and upper_inf(known)
      )
      select k.key, (select number from release r where r.id = min(lower(d.known))) as number
      from differing d left join record k on k.id = d.subject where not isempty(d.known)
      group by k.key order by min(lower(d.known)), k.key limit {limit}
      """;

  private static final String OLDER =
      """
      select count(*), rules from {schema}.{table}
      where municipality = :municipality and rules <> {version} group by rules order by rules
      """;

  private static final String CURRENT =
      """
      exists (select from derived_rule where municipality = :municipality
        and derived = '{table}' and version = {version})\
      """;

  private final JdbcClient jdbc;
  private final List<DerivedTable> tables;
  private final String schema;

  /**
   * @param jdbc in a transaction that may still create temporary tables
   */
  DerivedPeriods(JdbcClient jdbc, List<DerivedTable> tables) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.schema = jdbc.sql("select quote_ident(current_schema())").query(String.class).single();
    tables.forEach(table -> jdbc.sql(filled(BESIDE, table)).update());
  }

  /** The first wrong ones of each table. */
  List<Text> faults(int municipality, int shown) {
    recompute(municipality);
    return tables.stream()
        .flatMap(
            table ->
                jdbc
                    .sql(new Template(filled(DIFFERING, table)).with("limit", shown).sql())
                    .param("municipality", municipality)
                    .query(
                        (row, n) -> {
                          String name = table.table() + " " + row.getString("key") + ": ";
                          return SealedRelease.fault(
                              row.getInt("number"),
                              name + "ist nicht, was aus den Zeilen folgt",
                              name + "is not what follows from the rows");
                        })
                    .list()
                    .stream())
        .toList();
  }

  private void recompute(int municipality) {
    tables.forEach(table -> jdbc.sql("delete from pg_temp." + table.table()).update());
    List<Integer> releases =
        jdbc.sql("select id from release where municipality = :municipality order by id")
            .param("municipality", municipality)
            .query((row, n) -> row.getInt(1))
            .list();
    for (int release : releases) {
      for (DerivedTable table : tables) {
        jdbc.sql(aside(table.refresh()))
            .param("municipality", municipality)
            .param("release", release)
            .update();
      }
    }
  }

  /**
   * The statement on the temporary tables. Their names alone would not do: a plan that the
   * connection has kept from a publication goes on writing into the real ones.
   */
  private String aside(String sql) {
    String moved = sql;
    for (DerivedTable table : tables) {
      moved = moved.replaceAll("\\b" + table.table() + "\\b", "pg_temp." + table.table());
    }
    return moved;
  }

  /** A remark for each table of which some periods follow from another version of its rule. */
  List<Text> older(int municipality) {
    return tables.stream()
        .flatMap(
            table ->
                jdbc
                    .sql(filled(OLDER, table))
                    .param("municipality", municipality)
                    .query(
                        (row, n) ->
                            new Text(
                                "%s: %d Zeiträume nicht nachgerechnet; sie folgen Fassung %d der Regel, hier gilt %d"
                                    .formatted(
                                        table.table(),
                                        row.getInt(1),
                                        row.getInt(2),
                                        table.version()),
                                "%s: %d periods not recomputed; they follow version %d of the rule, here it is %d"
                                    .formatted(
                                        table.table(),
                                        row.getInt(1),
                                        row.getInt(2),
                                        table.version())))
                    .list()
                    .stream())
        .toList();
  }

  private String filled(String sql, DerivedTable table) {
    return sql.replace("{current}", CURRENT)
        .replace("{schema}", schema)
        .replace("{table}", table.table())
        .replace("{subject}", table.subject())
        .replace("{version}", String.valueOf(table.version()));
  }
}
