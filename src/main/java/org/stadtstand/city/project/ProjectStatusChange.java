package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Formula.cell;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A project's status from a given day. */
record ProjectStatusChange(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    ProjectStatus status,
    @Nullable ProjectStatus previousStatus,
    @Nullable ReasonCode reasonCode,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              53,
              "project_status_change",
              "project",
              "effective_on",
              reference("project", "project").must().owning().called("Projekt", "project"),
              choice("status", ProjectStatus.class).must().called("Status", "status"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              choice("reason_code", ReasonCode.class).called("Grund", "reason"))
          .called("Statuswechsel", "status change")
          .tells(
              ChangeKind.STATUS_CHANGED,
              "Status „{status}“ {effective_on:starting}[, Grund: {reason_code}]",
              "status “{status}” {effective_on:starting}[, reason: {reason_code}]")
          .build();

  static final ListedType<ProjectStatusChange> TYPE =
      ListedType.of(TABLE, ProjectStatusChange.class)
          .join(
              "before",
              new JoinedRow.PeriodBefore(
                  "project_status_period", cell("t", "project"), cell("t", "effective_on_to")))
          .choice("previous_status", cell("before", "status"), ProjectStatus.class)
          .build();
}
