package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Compares stored sort keys with the texts they belong to. No digest covers them, yet they decide
 * where in a list a row stands.
 */
final class SortKeys {

  private static final int FETCHED = 500;

  private static final String ROWS =
      """
      select c.number, k.key, t.{column} as text, t.{column}_sort as sorted
      from {table} t join record k on k.id = t.record left join release c on c.id = t.since
      where t.municipality = :municipality order by t.since, k.key
      """;

  private final JdbcClient jdbc;
  private final RecordTypes types;

  /**
   * @param jdbc in a transaction, without which the driver would read all rows at once
   */
  SortKeys(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    this.types = types;
  }

  /** The first wrong ones of each column. */
  List<Text> faults(int municipality, int shown) {
    List<Text> faults = new ArrayList<>();
    for (RecordType type : types.all()) {
      for (Column column : type.columns()) {
        if (column.sorted()) {
          List<Text> found = new ArrayList<>();
          check(municipality, type.table(), column.name(), found);
          faults.addAll(found.subList(0, Math.min(shown, found.size())));
        }
      }
    }
    return faults;
  }

  private void check(int municipality, String table, String column, List<Text> found) {
    jdbc.sql(new Template(ROWS).with("table", table).with("column", column).sql())
        .withFetchSize(FETCHED)
        .param("municipality", municipality)
        .query(
            row -> {
              String text = row.getString("text");
              if (!SortKey.of(text == null ? "" : text).equals(row.getString("sorted"))) {
                String name = table + " " + row.getString("key") + ": ";
                found.add(
                    SealedRelease.fault(
                        row.getInt("number"),
                        name + "ist anders eingereiht als nach seinem Text",
                        name + "is sorted otherwise than by its text"));
              }
            });
  }
}
