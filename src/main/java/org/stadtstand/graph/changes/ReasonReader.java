package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.ValueText;

/** Finds what explains changes: events and corrections published in the same release. */
class ReasonReader {

  private static final String CORRECTION = "correction";

  private static final String EVENTS =
      """
      (select p.release, p.record, {type} as type, e.record as event, '{field}' as field,
        {value} as value, {day} as day, e.ordinal, false as correction
      from unnest({releases}, {records}) p(release, record)
      join {table} e on e.{subject} = p.record and e.since = p.release{selected})
      """;

  // Names the columns and gives them types.
  private static final String NONE =
      """
      (select 0 as release, 0 as record, 0 as type, 0 as event, null::text as field,
        null::text as value, null::text as day, 0 as ordinal, false as correction where false)
      """;

  private static final String CORRECTIONS =
      """
      (select p.release, p.record, {type}, e.record, e.field, null, null, 0, true
      from unnest({0}, {1}) p(release, record)
      join {table} e on e.corrected = p.record and e.since = p.release)
      """;

  private final Statements statements;
  private final RecordTypes types;
  private final List<ExplainingEvent> explanations;

  ReasonReader(Statements statements, RecordTypes types, List<ExplainingEvent> explanations) {
    this.statements = statements;
    this.types = types;
    this.explanations = explanations;
  }

  /** The reasons for what changed, by record and release, the last one of a day first. */
  Map<RecordAtRelease, List<Reason>> reasons(Collection<RowTransition> steps) {
    List<RowTransition> changed = steps.stream().filter(RowTransition::isChange).toList();
    if (changed.isEmpty()) {
      return Map.of();
    }
    List<Object> values = new ArrayList<>();
    List<String> selects = new ArrayList<>();
    add(changed, values);
    selects.add(NONE);
    selects.add(corrections());
    for (ExplainingEvent explanation : explanations) {
      List<RowTransition> own =
          changed.stream().filter(step -> isAbout(step, explanation)).toList();
      if (!own.isEmpty()) {
        selects.add(events(explanation, values.size()));
        add(own, values);
      }
    }
    return statements
        .rows(
            "select * from ("
                + String.join(" union all ", selects)
                + ") x order by day desc, ordinal desc, event desc",
            values,
            row -> reason(row, changed))
        .stream()
        .collect(Collectors.groupingBy(Reason::about));
  }

  private static boolean isAbout(RowTransition step, ExplainingEvent explanation) {
    return step.type().table().equals(explanation.subject())
        && step.differing().stream()
            .anyMatch(column -> column.name().equals(explanation.attribute()));
  }

  private static void add(List<RowTransition> steps, List<Object> values) {
    values.add(steps.stream().map(step -> step.spot().release()).toArray(Integer[]::new));
    values.add(steps.stream().map(step -> step.spot().record()).toArray(Integer[]::new));
  }

  private String corrections() {
    return new Template(CORRECTIONS)
        .with("type", types.get(CORRECTION).number())
        .with("table", CORRECTION)
        .sql();
  }

  private String events(ExplainingEvent explanation, int place) {
    RecordType event = types.get(explanation.event());
    String selected =
        explanation.selector() == null
            ? ""
            : " and e." + explanation.selector() + " = '" + explanation.selected() + "'";
    return new Template(EVENTS)
        .with("type", event.number())
        .with("field", explanation.attribute())
        .with("value", ValueText.sql(column(event, explanation.newColumn()), "e"))
        .with("day", ValueText.sql(column(event, event.effective()), "e"))
        .with("releases", "{" + place + "}")
        .with("records", "{" + (place + 1) + "}")
        .with("table", event.table())
        .with("subject", Objects.requireNonNull(event.subject()))
        .with("selected", selected)
        .sql();
  }

  private static Column column(RecordType type, @Nullable String name) {
    return Optional.ofNullable(name).flatMap(type::column).orElseThrow();
  }

  private Reason reason(Row row, List<RowTransition> changed) {
    RowTransition step =
        changed.stream()
            .filter(
                candidate ->
                    candidate.spot().record() == row.record()
                        && candidate.spot().release() == row.integer("release"))
            .findFirst()
            .orElseThrow();
    String day = ValueText.readable(row.textOrNull("day"));
    String field = row.textOrNull("field");
    boolean correction = row.bool("correction");
    return new Reason(
        step.spot(),
        row.integer("type"),
        row.integer("event"),
        field,
        field == null || correction ? Set.of() : revisedWith(step.type(), field),
        row.textOrNull("value"),
        day == null ? null : PartialDate.parse(day),
        correction);
  }

  /**
   * The columns that no event mentions on its own and whose changes are of the same kind: a
   * target's population is revised with its wording, but its value never silently.
   */
  private Set<String> revisedWith(RecordType type, String field) {
    ChangeKind kind = column(type, field).change();
    Set<String> spokenOf =
        explanations.stream()
            .filter(explanation -> explanation.subject().equals(type.table()))
            .map(ExplainingEvent::attribute)
            .collect(Collectors.toSet());
    return type.columns().stream()
        .filter(column -> column.change() == kind && !spokenOf.contains(column.name()))
        .map(Column::name)
        .collect(Collectors.toSet());
  }
}
