package org.stadtstand.deliver.publication;

import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.finding.Place;
import org.stadtstand.deliver.reading.MetaTables;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;

/**
 * Ends the rows that go: those that withdrawals.csv names, those that are missing from a full list,
 * and, table by table, what hangs on them.
 */
final class Departures {

  private static final int ALWAYS_ALLOWED = 10;
  private static final int ALLOWED_PERCENT = 5;

  // The few rows are looked up; the planner, who knows nothing of how few, would read whole tables.
  private static final String END =
      """
      update {table} t set until = :release
      where t.record = any(array(select record from gone where type = {type})) and t.until = {open}
      """;

  // EXCEPT costs the same however wrong the planner guesses the number of rows.
  private static final String NOT_LISTED =
      """
      select t.record from {table} t where t.municipality = :municipality and t.until = {open}
      except select record from listed where type = {type}\
      """;

  private static final String MISSING =
      """
      insert into gone
      select m.record, {type}, 'UNEXPLAINED', null
      from ({not listed} except select record from gone where type = {type}) m
      """;

  private static final String HANGING =
      """
      insert into gone
      select t.record, {type}, 'WITH_SUBJECT', null from {table} t
      where t.{owner} = any(array(select record from gone)) and t.until = {open}
        and not exists (select from listed l where l.record = t.record)
      on conflict do nothing
      """;

  private final Draft draft;
  private int gone;

  Departures(Draft draft) {
    this.draft = draft;
  }

  /** Returns how many rows go. */
  int end() {
    Set<Integer> named = types("select distinct type from stage_withdrawals");
    Set<Integer> incomplete = incomplete();
    for (TableSql table : draft.tables().ownersFirst()) {
      int before = gone;
      if (named.contains(table.type().number())) {
        withdraw(table);
      }
      if (gone > 0) {
        cascade(table);
      }
      if (incomplete.contains(table.type().number())) {
        missing(table);
      }
      if (gone > before) {
        draft.write(table, filled(END, table));
      }
    }
    if (gone > 0) {
      draft.update(
          """
          insert into withdrawal (record, release, kind, reason)
          select record, :release, kind, reason from gone
          """);
    }
    return gone;
  }

  private Set<Integer> types(String sql) {
    return Set.copyOf(draft.sql(sql).query((row, number) -> row.getInt(1)).list());
  }

  /** The full lists that lack something; usually none does, and all are asked at once. */
  private Set<Integer> incomplete() {
    String each =
        draft.tables().ownersFirst().stream()
            .filter(table -> table.type().fullList() && readWhole(table))
            .filter(table -> !table.name().equals("municipality"))
            .map(table -> filled("select {type} where exists ({not listed})", table).sql())
            .collect(Collectors.joining("\nunion all "));
    return each.isEmpty() ? Set.of() : types(each);
  }

  private static Template filled(String sql, TableSql table) {
    return new Template(sql)
        .with("not listed", NOT_LISTED)
        .with("table", table.name())
        .with("type", table.type().number())
        .with("open", TableSql.OPEN);
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
    report(
        "select w.line, w.key " + named + " and k.id in (select record from listed)",
        ComparisonRule.WITHDRAWN_BUT_LISTED,
        table);
    gone +=
        draft.update(
            """
            insert into gone
            select t.record, w.type, 'EXPLAINED', w.reason %s and t.record is not null
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
      gone += draft.update(filled(HANGING, table).with("owner", owner.name()).sql());
    }
  }

  private void missing(TableSql table) {
    int count = draft.update(filled(MISSING, table).sql());
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
        where g.kind = 'UNEXPLAINED' and g.type = %d order by 1
        """
            .formatted(table.type().number()),
        row -> draft.find(ComparisonRule.MISSING_ROW, place, row.getString(1)));
  }
}
