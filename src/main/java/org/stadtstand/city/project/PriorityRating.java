package org.stadtstand.city.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

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
