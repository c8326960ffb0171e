package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;

/**
 * Looks for entries placed in the chain where no seal covers them, and for redaction notes that do
 * not follow from the list of redactions.
 */
final class RowPlacement {

  private static final String NAMED =
      """
      select c.number, coalesce({table}, 'type ' || l.type) as "table",
        coalesce({key}, '#' || l.subject) as key
      from (select l.*, l.since as opened, l.record as subject from {of} l) l
      left join release c on c.id = l.since
      """;

  private static final String IN_ORDER = " order by l.since, 2, 3 limit {limit}";

  private static final String MISPLACED =
      """
      left join release e on e.id = l.until
      left join record r on r.id = l.subject
      where (l.municipality = :municipality or c.municipality = :municipality)
        and (c.municipality is distinct from l.municipality
          or l.until < {open} and e.municipality is distinct from l.municipality
          or case when l.type = 0 then l.record <> l.municipality when l.type = -2 then false
            else r.municipality is distinct from l.municipality
              or l.type > 0 and r.type <> l.type end)
      """;

  private static final String NOTED =
      """
      left join redaction x on x.id = l.redaction
      left join redaction u on u.lifts = x.id
      where :municipality in (l.municipality, x.municipality, c.municipality) and (
        not exists (select from leaf f where f.since = l.since and f.type = l.type
          and f.record = l.record and f.municipality = l.municipality)
        or (x.municipality, x.type, x.record, x.field)
          is distinct from (l.municipality, l.type, l.record, l.field)
        or l.since >= x.sealed
          and not (x.stands and (u.sealed is null or l.since < u.sealed)))
      """;

  private static final String NOT_NOTED =
      """
      join redaction x on x.municipality = l.municipality and x.type = l.type
        and x.record = l.record and x.stands and l.since >= x.sealed
      left join redaction u on u.lifts = x.id
      where l.municipality = :municipality and (u.sealed is null or l.since < u.sealed)
        and not exists (select from withheld w where w.since = l.since and w.type = l.type
          and w.record = l.record and w.municipality = l.municipality
          and w.field is not distinct from x.field)
      """;

  private static final Text MISPLACED_FAULT =
      new Text(
          "steht in der Kette, wo es nicht veröffentlicht wurde",
          "is in the chain where it was not published");

  private static final Text NOTED_FAULT =
      new Text(
          "gilt anders als zurückgehalten, als die Liste sagt",
          "counts as withheld otherwise than the list says");

  private final JdbcClient jdbc;
  private final Leaves leaves;

  RowPlacement(JdbcClient jdbc, Leaves leaves) {
    this.jdbc = jdbc;
    this.leaves = leaves;
  }

  List<Text> faults(int municipality, int shown) {
    List<Text> faults = new ArrayList<>();
    faults.addAll(found(municipality, "leaf", MISPLACED, MISPLACED_FAULT, shown));
    faults.addAll(found(municipality, "withheld", NOTED, NOTED_FAULT, shown));
    faults.addAll(found(municipality, "leaf", NOT_NOTED, NOTED_FAULT, shown));
    return faults;
  }

  private List<Text> found(int municipality, String of, String which, Text fault, int shown) {
    String sql =
        new Template(NAMED + which + IN_ORDER)
            .with("of", of)
            .with("table", leaves.table("l"))
            .with("key", leaves.key("l"))
            .with("limit", shown)
            .sql();
    return jdbc.sql(sql)
        .param("municipality", municipality)
        .query(
            (row, n) -> {
              String name = row.getString("table") + " " + row.getString("key") + ": ";
              return SealedRelease.fault(
                  row.getInt("number"), name + fault.de(), name + fault.en());
            })
        .list();
  }
}
