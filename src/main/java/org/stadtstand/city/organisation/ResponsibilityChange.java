package org.stadtstand.city.organisation;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A unit that became responsible for a project or a public service. */
public record ResponsibilityChange(
    int record,
    String key,
    Pin pin,
    int subjectRecord,
    int subjectType,
    int unitRecord,
    PartialDate effectiveOn,
    int ordinal,
    @Nullable String reason,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static ResponsibilityChange read(Row row, Pin pin) {
    return new ResponsibilityChange(
        row.record(),
        row.key(),
        pin,
        row.integer("subject"),
        row.integer("subject_type"),
        row.integer("unit"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.textOrNull("reason"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
