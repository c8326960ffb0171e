package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.util.List;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.strategy.Nature;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/** The tables of what happens to a project on a day. */
final class ProjectEvents {

  static final RecordType PROJECT_STATUS_CHANGE =
      event(
              53,
              "project_status_change",
              choice("status", ProjectStatus.class).must().called("Status", "status"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              choice("reason_code", ReasonCode.class).called("Grund", "reason"))
          .called("Statuswechsel", "status change")
          .tells(
              ChangeKind.STATUS_CHANGED,
              "Status „{status}“ ab {effective_on}[, Grund: {reason_code}]",
              "status “{status}” from {effective_on}[, reason: {reason_code}]");

  static final RecordType SCHEDULE_REVISION =
      event(
              54,
              "schedule_revision",
              choice("field", ScheduleField.class).must().called("Termin", "date"),
              partialDate("old_on").called("bisheriger Termin", "old date"),
              partialDate("new_on").called("neuer Termin", "new date"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              choice("reason_code", ReasonCode.class).called("Grund", "reason"))
          .called("Terminverschiebung", "schedule revision")
          .tells(
              ChangeKind.DATE_MOVED,
              "{field} verschoben[ von {old_on}]"
                  + "[ auf {new_on}], angekündigt {effective_on}[, Grund: {reason_code}]",
              "{field} moved[ from {old_on}][ to {new_on}], announced {effective_on}"
                  + "[, reason: {reason_code}]");

  static final RecordType PRIORITY_RATING =
      event(
              55,
              "priority_rating",
              reference("guideline", "guideline").must().called("Leitlinie", "guideline"),
              choice("priority", Priority.class).must().called("Priorität", "priority"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Priorisierung", "priority rating")
          .tells(
              ChangeKind.CHANGED,
              "Priorität „{priority}“ nach der Leitlinie „{guideline}“ ab" + " {effective_on}",
              "priority “{priority}” by the guideline “{guideline}” from" + " {effective_on}");

  static final RecordType COST_OBSERVATION =
      event(
              56,
              "cost_observation",
              choice("phase", CostPhase.class).must().called("Stand der Kosten", "phase"),
              decimal("amount").must().called("Betrag", "amount"),
              choice("currency", Currency.class).must().called("Währung", "currency"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"),
              integer("year").called("Jahr", "year"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Kosten", "costs")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "Kosten ({phase}) {amount} {currency}" + "[ für {year}], Stand {effective_on}",
              "costs ({phase}) {amount} {currency}[ for {year}], as of {effective_on}");

  static final RecordType PROJECT_RELATION =
      event(
              58,
              "project_relation",
              choice("kind", ProjectRelationKind.class).must().called("Beziehung", "relation"),
              reference("other", "project").called("anderes Projekt", "other project"),
              text("former_title").called("früherer Titel", "former title"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Projektbeziehung", "project relation")
          .tells(
              ChangeKind.CHANGED,
              "{kind}[ „{other}“][ „{former_title}“], {effective_on}",
              "{kind}[ “{other}”][ “{former_title}”], {effective_on}");

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
    all[0] = reference("project", "project").must().owning().called("Projekt", "project");
    System.arraycopy(columns, 0, all, 1, columns.length);
    return RecordType.event(number, table, "project", "effective_on", all);
  }
}
