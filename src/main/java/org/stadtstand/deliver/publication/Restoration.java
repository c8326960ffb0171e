package org.stadtstand.deliver.publication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.References;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.redaction.StandingRedactions;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;

/**
 * Undoes what a release changed: rows it began are ended, rows it ended come back, and rows it
 * changed get their old values again. A row that has changed since is left alone, and so is one
 * whose reversal would leave a dangling reference; each of these is reported.
 */
final class Restoration {

  /** What the release did to each record, and whether that still holds. */
  private static final String TOUCHED =
      """
      insert into undo (type, record, brought, back, kept)
      select {type}, record, brought, back, case
          when ended or not brought and exists (
            select from {table} o where o.record = d.record and o.since > {revoked})
            then 'CHANGED_SINCE'
          when {type} = {municipality type} and back is null then 'MUNICIPALITY_STAYS' end
      from (
        select record, bool_or(brought) as brought, max(back) as back, bool_or(ended) as ended
        from (
          select record, true as brought, null::int as back, until < {open} as ended
          from {table} where since = {revoked}
          union all
          select record, false, since, false
          from {table} where until = {revoked} and until < {open}
        ) c group by record
      ) d
      """;

  private static final String UNDONE = "select from undo g where g.kept is null and g.record = ";

  /** A row to restore refers to something that the resulting state does not contain. */
  private static final String LOST =
      """
      update undo u set kept = 'REFERS_TO_GONE' from {table} b
      where u.type = {type} and u.kept is null and b.record = u.record and b.since = u.back
        and exists (
          select from (values {goals}) as v (goal)
          where v.goal is not null
            and not exists ({undone} and g.back is not null)
            and (exists ({undone}) or not {goal is open}))
      """;

  /** A remaining row refers to one that would be ended. */
  private static final String HELD =
      """
      update undo u set kept = 'STILL_REFERRED_TO' from {table} t
      where u.kept is null and u.back is null and t.{column} = u.record
        and t.municipality = :municipality and t.until = {open}
        and not exists ({undone})
      """;

  private static final String END =
      """
      update {table} t set until = :release from undo u
      where u.type = {type} and u.kept is null and u.brought
        and t.record = u.record and t.until = {open}
      """;

  private static final String BEGIN =
      """
      insert into {table} (record, municipality, since, {columns})
      select b.record, b.municipality, :release, {values}
      from {table} b join undo u on u.record = b.record and u.back = b.since
      where u.type = {type} and u.kept is null
      """;

  private static final String MARK =
      """
      update record k set until = case when u.back is null then :release else {open} end
      from undo u where u.record = k.id and u.kept is null and (u.brought or u.back is not null)
      """;

  private static final String KEPT =
      """
      select k.key, u.kept from undo u join record k on k.id = u.record
      where u.type = {type} and u.kept is not null order by k.key
      """;

  private final Draft draft;
  private final Description description;

  Restoration(Draft draft, Description description) {
    this.draft = draft;
    this.description = description;
  }

  void restore() {
    draft.update(
        """
        create temp table undo (type int not null, record int primary key, brought boolean not null,
          back int, kept text) on commit drop
        """);
    int revoked =
        draft.count(
            "select revokes from release where id = :release and municipality = :municipality");
    draft.tables().ownersFirst().forEach(table -> touched(table, revoked));
    settle();
    draft.tables().ownersFirst().forEach(this::report);
    if (draft.count("select count(*) from undo where kept is null") == 0) {
      draft.find(
          ComparisonRule.NOTHING_TO_RESTORE,
          description.place(),
          String.valueOf(description.revokes()));
    }
    Set<TableSql> touched =
        draft.tables().ownersFirst().stream().filter(this::write).collect(Collectors.toSet());
    draft.update(new Template(MARK).sql());
    new StandingRedactions(draft).fromRestored();
    withdraw();
    new References(draft).check(touched, false);
  }

  private void withdraw() {
    draft
        .sql(
            """
            insert into withdrawal (record, release, kind, reason)
            select record, :release, 'EXPLAINED', :reason from undo
            where kept is null and back is null
            """)
        .param("reason", description.reason())
        .update();
  }

  private void touched(TableSql table, int revoked) {
    draft.update(
        table
            .template(TOUCHED)
            .with("revoked", revoked)
            .with("municipality type", draft.tables().get("municipality").type().number())
            .sql());
  }

  /** Repeats until nothing is added, because keeping a row may require keeping others. */
  private void settle() {
    int kept;
    do {
      kept = 0;
      for (TableSql table : draft.tables().ownersFirst()) {
        kept += lost(table);
        for (Column column : table.binding()) {
          kept +=
              draft.update(
                  table
                      .template(HELD)
                      .with("column", column.name())
                      .with("undone", UNDONE + "t.record")
                      .sql());
        }
      }
    } while (kept > 0);
  }

  private int lost(TableSql table) {
    List<Column> references = table.references();
    String goals =
        references.stream()
            .map(column -> "(b." + column.name() + ")")
            .collect(Collectors.joining(", "));
    return draft.update(
        table
            .template(LOST)
            .with("goals", goals)
            .with("undone", UNDONE + "v.goal")
            .with("goal is open", draft.tables().isOpen(references, "v.goal"))
            .sql());
  }

  private void report(TableSql table) {
    draft.each(
        table.template(KEPT).sql(),
        row ->
            draft.find(
                ComparisonRule.valueOf(row.getString("kept")),
                FindingPlace.file(table.name()),
                row.getString("key")));
  }

  /** Returns whether there was anything to restore. */
  private boolean write(TableSql table) {
    int rows = draft.update(table.template(END).sql());
    rows +=
        draft.update(
            table
                .template(BEGIN)
                .with("columns", table.filled(""))
                .with("values", table.filled("b"))
                .sql());
    return rows > 0;
  }
}
