package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
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
              "{field} verschoben[ von {old_on}]"
                  + "[ auf {new_on}], angekündigt {effective_on}[, Grund: {reason_code}]",
              "{field} moved[ from {old_on}][ to {new_on}], announced {effective_on}"
                  + "[, reason: {reason_code}]")
          .toldApart("{field}, {effective_on}", "{field}, {effective_on}")
          .build();

  static final ListedType<ScheduleRevision> TYPE =
      ListedType.of(TABLE, ScheduleRevision.class).unordered("OLD_ON").build();
}
