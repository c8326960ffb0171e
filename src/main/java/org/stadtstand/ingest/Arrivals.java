package org.stadtstand.ingest;

import java.util.stream.Collectors;
import org.stadtstand.record.Column;

/**
 * Opens the rows that are new or changed, and again those that ended only because the row went on
 * which they hang, if that row is back.
 */
final class Arrivals {

  private final Draft draft;
  private int back;

  Arrivals(Draft draft) {
    this.draft = draft;
  }

  void begin() {
    draft.update(
        "create temp table back (record int primary key, left_at int not null) on commit drop");
    for (TableSql table : draft.tables().ownersFirst()) {
      if (draft.isDelivered(table.type())) {
        listed(table);
      }
      // A full list that was delivered says by itself what is back.
      if (back > 0 && !(table.type().fullList() && draft.isDelivered(table.type()))) {
        returning(table);
      }
    }
  }

  private void listed(TableSql table) {
    int coming =
        draft.count(
            "select count(*) from %s l where not l.bad and (l.was is null or l.changed)",
            table.listed());
    if (coming == 0) {
      return;
    }
    back +=
        draft.update(
            """
            insert into back
            select l.record, max(t.until) from %s l join %s t on t.record = l.record
            where l.was is null and not l.bad group by l.record
            """,
            table.listed(), table.name());
    draft.update(
        """
        update %s t set until = :release from %s l
        where l.record = t.record and t.until = %d and l.changed and not l.bad
        """,
        table.name(), table.listed(), TableSql.OPEN);
    draft.write(
        table,
        """
        insert into %1$s (record, municipality, since, %2$s)
        select l.record, :municipality, :release, %3$s from %4$s l
        where not l.bad and (l.was is null or l.changed)
        """,
        table.name(),
        table.filled(""),
        table.filled("l"),
        table.listed());
  }

  private void returning(TableSql table) {
    String complete =
        table.owners().stream()
            .map(owner -> draft.tables().isOpen(owner, "t." + owner.name()))
            .collect(Collectors.joining(" and "));
    for (Column owner : table.owners()) {
      // The row is put beside its owner in "back": others may hang on it in turn.
      int rows =
          draft.write(
              table,
              """
              with returned as (
                select t.* from %1$s t
                join back b on b.record = t.%2$s and b.left_at = t.until
                join withdrawal w on w.record = t.record and w.release = t.until
                  and w.kind = 'WITH_SUBJECT'
                where not exists (select from %1$s o where o.record = t.record and o.until = %3$d)
                  and %4$s
              ), noted as (
                insert into back select record, until from returned
              )
              insert into %1$s (record, municipality, since, %5$s)
              select t.record, t.municipality, :release, %6$s from returned t
              """,
              table.name(),
              owner.name(),
              TableSql.OPEN,
              complete,
              table.filled(""),
              table.filled("t"));
      back += rows;
    }
  }
}
