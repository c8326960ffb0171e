package org.stadtstand.city.municipality;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.MunicipalityRefs;

/** All municipalities that have ever published, with the identifiers of their newest state. */
@Component
class MunicipalityRepository implements MunicipalityRefs {

  private static final String NEWEST =
      """
      select distinct on (m.record) m.record,
        (select r.key from record r where r.id = m.record) as key, m.ags, m.ars, m.standing
      from municipality m
      order by m.record, m.since desc
      """;

  private final JdbcClient jdbc;

  MunicipalityRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<MunicipalityRef> all() {
    return jdbc.sql(NEWEST)
        .query(
            (row, number) ->
                new MunicipalityRef(
                    row.getInt("record"),
                    row.getString("key"),
                    row.getString("ags"),
                    row.getString("ars"),
                    row.getString("standing").equals(Standing.DEMO.name())))
        .list();
  }
}
