package org.stadtstand.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.PartialDate;

/** A project's status from a day on. */
record ProjectStatusChange(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    ProjectStatus status,
    @Nullable ReasonCode reasonCode,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static ProjectStatusChange read(Row row, Pin pin) {
    return new ProjectStatusChange(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.choice(ProjectStatus.class, "status"),
        row.choiceOrNull(ReasonCode.class, "reason_code"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
