package org.stadtstand.record.chain;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Writes a municipality's chain as JSON Lines: each release, followed by the rows its hash covers,
 * named as in the API. It streams row by row, so that any size fits into memory.
 */
final class ChainExport {

  private static final int FETCHED = 500;

  private static final String RELEASES =
      """
      select r.*, k.key from release r join record k on k.id = r.municipality
      where r.municipality = :municipality order by r.number
      """;

  private final JdbcClient jdbc;
  private final String rows;

  /**
   * @param jdbc in a transaction, without which the driver would read all rows at once
   */
  ChainExport(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    Leaves leaves = new Leaves(types);
    this.rows =
        """
        select %s as event, %s as "table", %s as key, o.number as "openedBy", %s as canonical,
          encode(l.salt, 'hex') as salt, encode(l.digest, 'hex') as digest,
          (select max(x.number) from withheld w join redaction x on x.id = w.redaction
            where w.since = l.opened and w.type = l.type and w.record = l.subject) as withheld
        from (%s) l left join release o on o.id = l.opened
        where l.release = :release order by l.subject, l.event
        """
            .formatted(
                leaves.event("l"),
                leaves.table("l"),
                leaves.key("l"),
                leaves.canonical("l"),
                Leaves.SELECT);
  }

  void write(int municipality, PrintStream out) {
    jdbc.sql(RELEASES)
        .param("municipality", municipality)
        .query(
            release -> {
              out.println(JsonCodec.PLAIN.writeValueAsString(Map.of("release", release(release))));
              jdbc.sql(rows)
                  .withFetchSize(FETCHED)
                  .param("release", release.getInt("id"))
                  .query(
                      row -> {
                        out.println(JsonCodec.PLAIN.writeValueAsString(Map.of("row", row(row))));
                      });
            });
  }

  private static Map<String, @Nullable Object> release(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> release = new LinkedHashMap<>();
    release.put("municipality", row.getString("key"));
    release.put("number", row.getInt("number"));
    release.put("hash", row.getString("hash"));
    release.put("previousHash", row.getString("previous"));
    release.put("sealText", row.getString("seal"));
    return release;
  }

  private static Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
    }
    values.computeIfPresent("withheld", (name, entry) -> Map.of("number", entry));
    return values;
  }
}
