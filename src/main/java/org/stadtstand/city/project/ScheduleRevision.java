package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Formula.cell;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** An announcement that a planned date of a project was moved. */
record ScheduleRevision(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    ScheduleField field,
    @Nullable PartialDate oldOn,
    @Nullable PartialDate newOn,
    @Nullable Integer movedDays,
    @Nullable ReasonCode reasonCode,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              54,
              "schedule_revision",
              "project",
              "effective_on",
              reference("project", "project").must().owning().called("Projekt", "project"),
              choice("field", ScheduleField.class).must().called("Termin", "date"),
              partialDate("old_on").called("bisheriger Termin", "old date"),
              partialDate("new_on").called("neuer Termin", "new date"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              choice("reason_code", ReasonCode.class).called("Grund", "reason"))
          .called("Terminverschiebung", "schedule revision")
          .tells(
              ChangeKind.DATE_MOVED,
              "{field} verschoben[ {old_on:from}]"
                  + "[ {new_on:to}], angekündigt {effective_on:when}[, Grund: {reason_code}]",
              "{field} moved[ {old_on:from}][ {new_on:to}], announced {effective_on:when}"
                  + "[, reason: {reason_code}]")
          .toldApart("{field}, {effective_on}", "{field}, {effective_on}")
          .build();

  private static final Formula MOVED_DAYS =
      new Formula.DaysBetween(cell("t", "old_on_to"), cell("t", "new_on_to"));

  static final ListedType<ScheduleRevision> TYPE =
      ListedType.of(TABLE, ScheduleRevision.class)
          .unordered("OLD_ON")
          .derived(
              "moved_days",
              MOVED_DAYS,
              Filters.integer(MOVED_DAYS.sql())
                  .inexact("({t}.old_on_from < {t}.old_on_to or {t}.new_on_from < {t}.new_on_to)"))
          .build();

  @Nullable String movedDaysLabel(Language language) {
    return movedDays == null || oldOn == null || newOn == null
        ? null
        : new Figures(language).daysBetween(oldOn, newOn, movedDays);
  }
}
