package org.stadtstand.deliver.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.ValueText;

/**
 * Names every change that the feed will tell as unexplained, with the row that would explain it: a
 * target must not be lowered by editing its row and nobody noticing before everybody does.
 */
final class UnexplainedChanges {

  private static final String CHANGED =
      """
      select l.line, l.key, v.field, v.before, v.after
      from {listed} l
      cross join lateral (
        select * from {table} s where s.record = l.record and s.since = :release offset 0) a
      cross join lateral (
        select * from {table} s where s.record = l.record and s.until = :release offset 0) b
      cross join lateral (values {fields}) as v (field, before, after, explained)
      where l.changed and not l.bad and v.before is not null and v.before is distinct from v.after
        and not v.explained
        and not {corrected}
      order by l.line, v.field
      """;

  private static final String EXPLAINED =
      """
      exists (select from {event} e where e.{about} = l.record and e.since = :release {which})\
      """;

  private static final String CORRECTED =
      """
      exists (select from {listed} c where c.corrected = l.record and c.was is null
        and coalesce(c.field, v.field) = v.field)\
      """;

  private final Draft draft;
  private final List<ExplainingEvent> explanations;

  UnexplainedChanges(Draft draft, List<ExplainingEvent> explanations) {
    this.draft = draft;
    this.explanations = explanations;
  }

  void check(Map<TableSql, DeliveredCounts> listed) {
    for (TableSql table : draft.delivered()) {
      boolean changed = listed.getOrDefault(table, DeliveredCounts.NOTHING).changed() > 0;
      if (changed && table.type().fullList() && !table.name().equals("municipality")) {
        check(table);
      }
    }
  }

  private void check(TableSql table) {
    List<String> fields = new ArrayList<>();
    for (Column column : table.type().columns()) {
      if (column.accountable()) {
        fields.add(
            "('%s', %s, %s, %s)"
                .formatted(
                    column.name(),
                    ValueText.sql(column, "b"),
                    ValueText.sql(column, "a"),
                    explanation(table, column.name()).map(this::explained).orElse("false")));
      }
    }
    TableSql correction = draft.tables().get("correction");
    boolean corrects = draft.isDelivered(correction.type());
    if (!fields.isEmpty()) {
      draft.each(
          table
              .template(CHANGED)
              .with("fields", String.join(", ", fields))
              .with("corrected", corrects ? correction.template(CORRECTED).sql() : "false")
              .sql(),
          row -> report(table, row));
    }
  }

  private Optional<ExplainingEvent> explanation(TableSql table, String column) {
    return explanations.stream()
        .filter(each -> each.subject().equals(table.name()) && each.attribute().equals(column))
        .findFirst();
  }

  private String explained(ExplainingEvent explanation) {
    TableSql event = draft.tables().get(explanation.event());
    String which =
        explanation.selector() == null
            ? ""
            : "and e.%s = '%s'".formatted(explanation.selector(), explanation.selected());
    return new Template(EXPLAINED)
        .with("event", event.name())
        .with("about", String.valueOf(event.type().subject()))
        .with("which", which)
        .sql();
  }

  private void report(TableSql table, ResultSet row) throws SQLException {
    String key = row.getString("key");
    String field = row.getString("field");
    String before = ValueText.readable(row.getString("before"));
    String after = ValueText.readable(row.getString("after"));
    boolean text = table.type().column(field).orElseThrow().kind() == Kind.TEXT;
    if (before == null || (text && SortKey.sameLetters(before, after))) {
      return;
    }
    Optional<ExplainingEvent> explanation =
        explanation(table, field).filter(event -> after != null || maySayNothing(event));
    draft.find(
        ComparisonRule.UNEXPLAINED_CHANGE,
        draft.place(table, row.getLong("line"), field),
        field,
        key,
        before,
        after == null ? "–" : after,
        explanation.map(ExplainingEvent::event).orElse("corrections"),
        explanation
            .map(event -> row(event, key, before, after))
            .orElse("table=%s, row=%s, field=%s".formatted(table.name(), key, field)));
  }

  /** Whether there can be an event by which an attribute has no value any more. */
  private boolean maySayNothing(ExplainingEvent event) {
    RecordType type = draft.tables().get(event.event()).type();
    return type.column(event.newColumn()).filter(column -> !column.required()).isPresent();
  }

  private String row(ExplainingEvent event, String key, String before, @Nullable String after) {
    StringJoiner row = new StringJoiner(", ");
    Column about = draft.tables().get(event.event()).type().about().orElseThrow();
    row.add(about.name() + "=" + (about.references() == null ? event.subject() + ":" + key : key));
    if (event.selector() != null) {
      row.add(event.selector() + "=" + event.selected());
    }
    if (event.oldColumn() != null) {
      row.add(event.oldColumn() + "=" + before);
    }
    return row.add(event.newColumn() + "=" + (after == null ? "" : after)).toString();
  }
}
