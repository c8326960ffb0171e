package org.stadtstand.deliver.publication;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.reading.MetaTables;
import org.stadtstand.record.declaration.Column;

/**
 * Ends the rows to withdraw: those named in withdrawals.csv, those missing from a full list, and,
 * table by table, everything that depends on them.
 */
final class WithdrawnRows {

  private static final int ALWAYS_ALLOWED = 2;
  private static final int NEVER_ALLOWED_ABOVE = 10;
  private static final int ALLOWED_PERCENT = 5;

  // The array lets an index find the few rows; without it the planner would scan whole tables.
  private static final String END =
      """
      update {table} t set until = :release
      where t.record = any(array(select record from gone where type = {type})) and t.until = {open}
      """;

  // EXCEPT costs the same however badly the planner misjudges the number of rows.
  private static final String NOT_LISTED =
      """
      select t.record from {table} t where t.municipality = :municipality and t.until = {open}
      except select record from listed where type = {type}\
      """;

  private static final String MISSING =
      """
      insert into gone
      select m.record, {type}, 'UNEXPLAINED', null
      from ({not listed}
        except select record from gone where type = {type}) m
      """;

  private static final String HANGING =
      """
      insert into gone
      select t.record, {type}, 'WITH_SUBJECT', null from {table} t
      where t.{owner} = any(array(select record from gone)) and t.until = {open}
        and not exists (select from listed l where l.record = t.record)
      on conflict do nothing
      """;

  private static final String NAMED =
      """
      from stage_withdrawals w
      left join record k on k.municipality = :municipality and k.type = w.type and k.key = w.key
      left join {table} t on t.record = k.id and t.until = {open}
      where w.type = {type} and \
      """;

  /** Of two reasons only one would be published. */
  private static final String TWICE =
      """
      select line, key, first from (
        select line, key, min(line) over (partition by key) as first from stage_withdrawals
        where type = {type}) w
      where line > first order by line
      """;

  /** To name a row is no explanation. */
  private static final String WITHDRAWN =
      "insert into gone select t.record, w.type,"
          + " case when w.reason is null then 'UNEXPLAINED' else 'EXPLAINED' end, w.reason "
          + NAMED
          + "t.record is not null on conflict do nothing";

  private static final String STANDING =
      "select count(*) from {table} t where t.municipality = :municipality and t.until = {open}";

  private static final String COUNT =
      "select count(*) from gone where kind = 'UNEXPLAINED' and type = {type}";

  private static final String UNNAMED =
      """
      select k.key from gone g join record k on k.id = g.record
      where g.kind = 'UNEXPLAINED' and g.type = {type}
        and not exists (select from stage_withdrawals w where w.type = {type} and w.key = k.key)
      order by 1
      """;

  private static final String REMEMBER =
      """
      insert into withdrawal (record, release, kind, reason)
      select record, :release, kind, reason from gone
      """;

  private static final String LEAVE =
      "update record set until = :release where id = any(array(select record from gone))";

  private static final String LISTED = "select count(*) from {listed} l";

  private static final String RENAMED =
      """
      select l.line, l.key, k.key as before from {listed} l
      join {table} t on t.{title} = l.{title} and t.until = {open}
        and t.municipality = :municipality
      join gone g on g.record = t.record join record k on k.id = g.record
      where l.was is null and g.type = {type} and g.kind <> 'WITH_SUBJECT'
        and not exists (select from {table} o where o.record = l.record and o.since < :release)
      order by 1, 3
      """;

  private final Draft draft;
  private int gone;

  WithdrawnRows(Draft draft) {
    this.draft = draft;
  }

  /** Returns the tables in which rows end. */
  Set<TableSql> end() {
    Set<TableSql> left = new LinkedHashSet<>();
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
        gone += draft.update(filled(MISSING, table));
      }
      if (gone > before) {
        unexplained(table);
        if (table.type().fullList() && draft.isDelivered(table.type())) {
          renamed(table);
        }
        draft.update(table.template(END).sql());
        left.add(table);
      }
    }
    if (gone > 0) {
      draft.update(REMEMBER);
      draft.update(LEAVE);
    }
    return left;
  }

  private Set<Integer> types(String sql) {
    return Set.copyOf(draft.sql(sql).query((row, number) -> row.getInt(1)).list());
  }

  /** The full lists that lack rows; usually none does, so a single query checks all of them. */
  private Set<Integer> incomplete() {
    String each =
        draft.tables().ownersFirst().stream()
            .filter(table -> table.type().fullList() && readWhole(table))
            .filter(table -> !table.name().equals("municipality"))
            .map(table -> filled("select {type} where exists ({not listed})", table))
            .collect(Collectors.joining("\nunion all "));
    return each.isEmpty() ? Set.of() : types(each);
  }

  private static String filled(String text, TableSql table) {
    return table.template(text).with("not listed", table.template(NOT_LISTED).sql()).sql();
  }

  private boolean readWhole(TableSql table) {
    return draft.isDelivered(table.type()) && !draft.unread().contains(table.type());
  }

  private void withdraw(TableSql table) {
    String line = "select w.line, w.key " + NAMED;
    report(line + "t.record is null", ComparisonRule.WITHDRAWAL_OF_UNKNOWN, table);
    report(
        line + "t.record is not null and w.reason is null",
        ComparisonRule.WITHDRAWAL_WITHOUT_REASON,
        table);
    report(
        line + "k.id in (select record from listed)", ComparisonRule.WITHDRAWN_BUT_LISTED, table);
    draft.each(
        table.template(TWICE).sql(),
        row ->
            draft.find(
                ComparisonRule.DUPLICATE_KEY,
                FindingPlace.line(draft.file(MetaTables.WITHDRAWALS), row.getLong("line")),
                row.getString("key"),
                row.getLong("first")));
    gone += draft.update(table.template(WITHDRAWN).sql());
  }

  private void report(String select, ComparisonRule rule, TableSql table) {
    draft.each(
        table.template(select + " order by w.line").sql(),
        row ->
            draft.find(
                rule,
                FindingPlace.line(draft.file(MetaTables.WITHDRAWALS), row.getLong("line")),
                row.getString("key"),
                table.name()));
  }

  private void cascade(TableSql table) {
    for (Column owner : table.owners()) {
      gone += draft.update(table.template(HANGING).with("owner", owner.name()).sql());
    }
  }

  private void unexplained(TableSql table) {
    int count = draft.count(table.template(COUNT).sql());
    if (count == 0) {
      return;
    }
    int open = draft.count(table.template(STANDING).sql());
    int share = (int) ((long) open * ALLOWED_PERCENT / 100);
    int allowed = Math.clamp(share, ALWAYS_ALLOWED, NEVER_ALLOWED_ABOVE);
    FindingPlace place = FindingPlace.file(draft.file(table));
    if (draft.isDelivered(table.type()) && draft.count(table.template(LISTED).sql()) == 0) {
      draft.find(ComparisonRule.EMPTY_LIST, place, count);
    } else if (count > allowed) {
      draft.find(ComparisonRule.TOO_MANY_MISSING, place, count, open, allowed);
    }
    draft.each(
        table.template(UNNAMED).sql(),
        row -> draft.find(ComparisonRule.MISSING_ROW, place, row.getString(1)));
  }

  /** A row that is new, with the title of one that goes, is probably that row under another key. */
  private void renamed(TableSql table) {
    table
        .type()
        .title()
        .filter(title -> table.type().hasOwnKey())
        .map(title -> title.sorted() ? title.name() + "_sort" : title.name())
        .ifPresent(
            title ->
                draft.each(
                    table.template(RENAMED).with("title", title).sql(),
                    row ->
                        draft.find(
                            ComparisonRule.PROBABLE_RENAME,
                            draft.place(table, row.getLong("line")),
                            row.getString("key"),
                            row.getString("before"))));
  }
}
