package org.stadtstand.organisation;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.PartialDate;

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
