package org.stadtstand.serve.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.serve.bulk.DataState;
import org.stadtstand.serve.pages.PageKind;

/** Which records of a state have pages, in parts that a sitemap can hold. */
@Component
class SitemapRecords {

  /** A sitemap holds 50,000 addresses, and each record has two. */
  static final int PART = 20_000;

  private static final String OF_TABLE =
      """
      select '{area}' as area, k.key from {table} t join record k on k.id = t.record
      where t.municipality = :place and t.since <= :release and t.until > :release\
      """;

  private static final String ALL =
      Arrays.stream(PageKind.values())
          .filter(kind -> kind.table() != null)
          .map(
              kind ->
                  new Template(OF_TABLE)
                      .with("area", kind.area())
                      .with("table", String.valueOf(kind.table()))
                      .sql())
          .collect(Collectors.joining("\nunion all\n"));

  private static final String NUMBERED =
      """
      select area || '/' || key from (
        select area, key, row_number() over (order by area, key) as number from (%s) pages) numbered
      where number > :from and number <= :to order by number
      """
          .formatted(ALL);

  private static final String COUNTED = "select count(*) from (%s) pages".formatted(ALL);

  private final JdbcClient jdbc;

  SitemapRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many parts there are; at least one. */
  int parts(DataState state) {
    int records =
        jdbc.sql(COUNTED)
            .param("place", state.place().id())
            .param("release", state.id())
            .query(int.class)
            .single();
    return Math.max(1, Math.ceilDiv(records, PART));
  }

  /** The paths of a part's records below their city. */
  List<String> part(DataState state, int number) {
    return jdbc.sql(NUMBERED)
        .param("place", state.place().id())
        .param("release", state.id())
        .param("from", (number - 1) * PART)
        .param("to", number * PART)
        .query((row, line) -> row.getString(1))
        .list();
  }
}
