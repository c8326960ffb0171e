package org.stadtstand.city.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** The announcement that a planned date of a project was moved. */
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
    implements Sourced {

  static ScheduleRevision read(Row row, Pin pin) {
    return new ScheduleRevision(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.choice(ScheduleField.class, "field"),
        row.partialDateOrNull("old_on"),
        row.partialDateOrNull("new_on"),
        row.choiceOrNull(ReasonCode.class, "reason_code"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
