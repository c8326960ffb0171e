package org.stadtstand.project;

import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.decimal;
import static org.stadtstand.record.Column.integer;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.reference;
import static org.stadtstand.record.Column.text;

import java.util.List;
import org.stadtstand.evidence.Qualifier;
import org.stadtstand.record.Column;
import org.stadtstand.record.RecordType;
import org.stadtstand.strategy.Nature;

/** The tables of what happens to a project on a day. */
final class ProjectEvents {

  static final RecordType PROJECT_STATUS_CHANGE =
      event(
          53,
          "project_status_change",
          choice("status", ProjectStatus.class).must(),
          partialDate("effective_on").must(),
          choice("reason_code", ReasonCode.class));

  static final RecordType SCHEDULE_REVISION =
      event(
          54,
          "schedule_revision",
          choice("field", ScheduleField.class).must(),
          partialDate("old_on"),
          partialDate("new_on"),
          partialDate("effective_on").must(),
          choice("reason_code", ReasonCode.class));

  static final RecordType PRIORITY_RATING =
      event(
          55,
          "priority_rating",
          reference("guideline", "guideline").must(),
          choice("priority", Priority.class).must(),
          partialDate("effective_on").must());

  static final RecordType COST_OBSERVATION =
      event(
          56,
          "cost_observation",
          choice("phase", CostPhase.class).must(),
          decimal("amount").must(),
          choice("currency", Currency.class).must(),
          choice("qualifier", Qualifier.class).orElse("EXACT"),
          choice("nature", Nature.class).must(),
          integer("year"),
          partialDate("effective_on").must());

  static final RecordType PROJECT_RELATION =
      event(
          58,
          "project_relation",
          choice("kind", ProjectRelationKind.class).must(),
          reference("other", "project"),
          text("former_title"),
          partialDate("effective_on").must());

  static final List<RecordType> ALL =
      List.of(
          PROJECT_STATUS_CHANGE,
          SCHEDULE_REVISION,
          PRIORITY_RATING,
          COST_OBSERVATION,
          PROJECT_RELATION);

  private ProjectEvents() {}

  private static RecordType event(int number, String table, Column... columns) {
    Column[] all = new Column[columns.length + 1];
    all[0] = reference("project", "project").must().owning();
    System.arraycopy(columns, 0, all, 1, columns.length);
    return RecordType.event(number, table, "project", "effective_on", all);
  }
}
