package org.stadtstand.deliver.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.ValueText;

/**
 * Checks every new event that explains a change against the attribute it names. Several events in
 * one release form a chain: each must start where the previous one ended.
 */
final class Explanations {

  // Sub-selects that OFFSET keeps from being merged: without statistics about rows that this
  // transaction has added, the planner would compare every event with every subject.
  private static final String DIFFERING =
      """
      select c.* from (
        select l.line, l.key, k.key as subject, {new} as new, {old} as old,
          {attribute} as attribute, {before} as before, b.record is not null as known,
          lead({old}) over chain as next, row_number() over chain as position
        from {delivered} l
        cross join lateral (
          select * from {event} e where e.record = l.record and e.since = :release offset 0) t
        cross join lateral (select key from record where id = t.{about} offset 0) k
        cross join lateral (
          select * from {table} s where s.record = t.{about} and s.until = {open} offset 0) a
        left join lateral (
          select * from {table} s where s.record = t.{about}
            and s.since < :release and s.until >= :release offset 0) b on true
        where l.was is null and l.record not in (select record from back) {which}
        window chain as (partition by t.{about} order by {effective}, t.ordinal, l.key)
      ) c
      where c.new is distinct from coalesce(c.next, c.attribute) or {old is wrong}
      order by c.line
      """;

  private static final String OLD_IS_WRONG =
      "(c.position = 1 and c.known and c.old is distinct from c.before)";

  private final Draft draft;

  Explanations(Draft draft) {
    this.draft = draft;
  }

  void check(List<ExplainingEvent> explanations) {
    for (ExplainingEvent explanation : explanations) {
      TableSql subject = draft.tables().get(explanation.subject());
      boolean known = !draft.unread().contains(subject.type());
      if (known && draft.isDelivered(draft.tables().get(explanation.event()).type())) {
        check(explanation);
      }
    }
  }

  private void check(ExplainingEvent explanation) {
    TableSql event = draft.tables().get(explanation.event());
    TableSql subject = draft.tables().get(explanation.subject());
    String said = explanation.oldColumn();
    String differing =
        subject
            .template(DIFFERING)
            .with("new", value(event, explanation.newColumn(), "t"))
            .with("old", said == null ? "null::text" : value(event, said, "t"))
            .with("old is wrong", said == null ? "false" : OLD_IS_WRONG)
            .with("attribute", value(subject, explanation.attribute(), "a"))
            .with("before", value(subject, explanation.attribute(), "b"))
            .with("which", selected(explanation) + good(event, subject))
            .with("effective", effective(event))
            .with("delivered", event.listed())
            .with("event", event.name())
            .with("about", String.valueOf(event.type().subject()))
            .sql();
    draft.each(differing, row -> report(explanation, event, row));
  }

  private void report(ExplainingEvent explanation, TableSql event, ResultSet row)
      throws SQLException {
    String after =
        row.getString("next") == null ? row.getString("attribute") : row.getString("next");
    FindingPlace line = draft.place(event, row.getLong("line"));
    Object[] common = {explanation.attribute(), row.getString("subject"), row.getString("key")};
    if (!String.valueOf(row.getString("new")).equals(String.valueOf(after))) {
      draft.find(
          ComparisonRule.NEW_VALUE_DIFFERS,
          line,
          common[0],
          common[1],
          common[2],
          shown(row.getString("new")),
          shown(after));
    } else {
      draft.find(
          ComparisonRule.OLD_VALUE_DIFFERS,
          line,
          common[0],
          common[1],
          common[2],
          shown(row.getString("old")),
          shown(row.getString("before")));
    }
  }

  private static String shown(@Nullable String value) {
    return value == null ? "–" : String.valueOf(ValueText.readable(value));
  }

  /** Nothing can be said about a subject whose row was refused. */
  private String good(TableSql event, TableSql subject) {
    return draft.isDelivered(subject.type())
        ? " and t.%s not in (select record from listed where bad)".formatted(event.type().subject())
        : "";
  }

  private static String selected(ExplainingEvent explanation) {
    return explanation.selector() == null
        ? ""
        : "and t.%s = '%s'".formatted(explanation.selector(), explanation.selected());
  }

  private static String effective(TableSql event) {
    return String.join(
        ", ",
        event
            .type()
            .column(String.valueOf(event.type().effective()))
            .map(Column::stored)
            .orElseThrow()
            .reversed()
            .stream()
            .map(column -> "t." + column)
            .toList());
  }

  private static String value(TableSql table, String column, String alias) {
    return ValueText.sql(table.type().column(column).orElseThrow(), alias);
  }
}
