package org.stadtstand.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.PartialDate;

/** A project's rank by a guideline, from a day on. */
record PriorityRating(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    int guidelineRecord,
    Priority priority,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static PriorityRating read(Row row, Pin pin) {
    return new PriorityRating(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.integer("guideline"),
        row.choice(Priority.class, "priority"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
