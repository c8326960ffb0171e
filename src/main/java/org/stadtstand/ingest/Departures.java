package org.stadtstand.ingest;

import java.util.List;
import org.stadtstand.delivery.MetaTables;
import org.stadtstand.delivery.Place;
import org.stadtstand.record.Column;

/**
 * Ends the rows that go: those that withdrawals.csv names, those that are missing from a full list,
 * and, table by table, what hangs on them.
 */
final class Departures {

  private static final int ALWAYS_ALLOWED = 10;
  private static final int ALLOWED_PERCENT = 5;

  private static final String END =
      """
      update {table} t set until = :release from gone g
      where g.record = t.record and t.until = {open}
      """;

  // EXCEPT costs the same however wrong the planner guesses the number of rows.
  private static final String MISSING =
      """
      insert into gone
      select m.record, 'UNEXPLAINED', null from (
        select t.record from {table} t where t.municipality = :municipality and t.until = {open}
        except select record from {listed}
        except select record from gone) m
      """;

  private final Draft draft;
  private int gone;

  Departures(Draft draft) {
    this.draft = draft;
  }

  /** Returns how many rows go. */
  int end() {
    List<Integer> named =
        draft
            .jdbc()
            .sql("select distinct type from stage_withdrawals")
            .query((row, number) -> row.getInt(1))
            .list();
    for (TableSql table : draft.tables().ownersFirst()) {
      int before = gone;
      collect(table, named.contains(table.type().number()));
      if (gone > before) {
        draft.write(
            table, new Template(END).with("table", table.name()).with("open", TableSql.OPEN));
      }
    }
    draft.update(
        """
        insert into withdrawal (record, release, kind, reason)
        select record, :release, kind, reason from gone
        """);
    return gone;
  }

  private void collect(TableSql table, boolean named) {
    if (named) {
      withdraw(table);
    }
    if (gone > 0) {
      cascade(table);
    }
    if (table.type().fullList() && readWhole(table) && !table.name().equals("municipality")) {
      missing(table);
    }
  }

  private boolean readWhole(TableSql table) {
    return draft.isDelivered(table.type()) && !draft.unread().contains(table.type());
  }

  private void withdraw(TableSql table) {
    String named =
        """
        from stage_withdrawals w
        left join record k on k.municipality = :municipality and k.type = w.type and k.key = w.key
        left join %s t on t.record = k.id and t.until = %d
        where w.type = %d
        """
            .formatted(table.name(), TableSql.OPEN, table.type().number());
    report(
        "select w.line, w.key " + named + " and t.record is null",
        ComparisonRule.WITHDRAWAL_OF_UNKNOWN,
        table);
    if (draft.isDelivered(table.type())) {
      report(
          "select w.line, w.key %s and k.id in (select record from %s)"
              .formatted(named, table.listed()),
          ComparisonRule.WITHDRAWN_BUT_LISTED,
          table);
    }
    gone +=
        draft.update(
            """
            insert into gone
            select t.record, 'EXPLAINED', w.reason %s and t.record is not null
            on conflict do nothing
            """,
            named);
  }

  private void report(String select, ComparisonRule rule, TableSql table) {
    draft.each(
        select + " order by w.line",
        row ->
            draft.find(
                rule,
                Place.line(draft.file(MetaTables.WITHDRAWALS), row.getLong("line")),
                row.getString("key"),
                table.name()));
  }

  private void cascade(TableSql table) {
    for (Column owner : table.owners()) {
      gone +=
          draft.update(
              """
              insert into gone
              select t.record, 'WITH_SUBJECT', null from %s t join gone g on g.record = t.%s
              where t.until = %d and not %s
              on conflict do nothing
              """,
              table.name(), owner.name(), TableSql.OPEN, isListed(table));
    }
  }

  private String isListed(TableSql table) {
    return draft.isDelivered(table.type())
        ? "exists (select from %s l where l.record = t.record)".formatted(table.listed())
        : "false";
  }

  private void missing(TableSql table) {
    int count =
        draft.update(
            new Template(MISSING)
                .with("listed", table.listed())
                .with("table", table.name())
                .with("open", TableSql.OPEN)
                .sql());
    if (count == 0) {
      return;
    }
    gone += count;
    int open =
        draft.count(
            "select count(*) from %s t where t.municipality = :municipality and t.until = %d",
            table.name(), TableSql.OPEN);
    int allowed = Math.max(ALWAYS_ALLOWED, (int) ((long) open * ALLOWED_PERCENT / 100));
    Place place = Place.file(draft.file(table));
    if (count > allowed) {
      draft.find(ComparisonRule.TOO_MANY_MISSING, place, count, open, allowed);
    }
    draft.each(
        """
        select k.key from gone g join record k on k.id = g.record
        where g.kind = 'UNEXPLAINED' and k.type = %d order by 1
        """
            .formatted(table.type().number()),
        row -> draft.find(ComparisonRule.MISSING_ROW, place, row.getString(1)));
  }
}
