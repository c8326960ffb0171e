package org.stadtstand.city.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

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
