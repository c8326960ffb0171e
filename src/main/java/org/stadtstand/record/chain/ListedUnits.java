package org.stadtstand.record.chain;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Units;

/** Compares the units of the database, by which values are converted, with those of the program. */
final class ListedUnits {

  private static final String DIFFERING =
      """
      with listed (name, measure, factor) as (
        select name, measure, factor::numeric from (values {units}) as l (name, measure, factor)
      )
      select coalesce(u.name, l.name) as name from unit u full join listed l on l.name = u.name
      where (u.measure, u.factor) is distinct from (l.measure, l.factor)
      order by 1 limit :shown
      """;

  private ListedUnits() {}

  static List<Text> faults(JdbcClient jdbc, int shown) {
    return jdbc.sql(new Template(DIFFERING).with("units", Units.rows()).sql())
        .param("shown", shown)
        .query(
            (row, n) ->
                new Text(
                    "Einheit %s: ist anders als in der Liste des Programms"
                        .formatted(row.getString("name")),
                    "Unit %s: is another than in the list of the program"
                        .formatted(row.getString("name"))))
        .list();
  }
}
