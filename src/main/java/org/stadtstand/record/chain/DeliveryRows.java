package org.stadtstand.record.chain;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.Text;

/**
 * Compares the notes on deliveries with the releases made of them: each release has one of its own
 * municipality, but for revocations by command. What the folder held is known to nobody but its
 * publisher.
 */
final class DeliveryRows {

  private static final String DIFFERING =
      """
      select coalesce(r.number, 0) as number, coalesce(d.package || '/' || d.folder, '-') as name
      from (select * from release where municipality = :municipality) r
      full join (
        select d.* from delivery d left join release o on o.id = d.release
        where :municipality in (d.municipality, o.municipality)) d on d.release = r.id
      where d.municipality is distinct from r.municipality
        and not (d.release is null and r.revokes is not null)
      order by 1, 2 limit :shown
      """;

  private final JdbcClient jdbc;

  DeliveryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Text> faults(int municipality, int shown) {
    return jdbc.sql(DIFFERING)
        .param("municipality", municipality)
        .param("shown", shown)
        .query(
            (row, n) -> {
              String name = "delivery " + row.getString("name") + ": ";
              return SealedRelease.fault(
                  row.getInt("number"),
                  name + "passt nicht zur Ausgabe",
                  name + "does not fit the release");
            })
        .list();
  }
}
