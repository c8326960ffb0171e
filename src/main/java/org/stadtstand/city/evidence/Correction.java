package org.stadtstand.city.evidence;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A row of this record that was wrong, and why; never that a city changed its mind. */
record Correction(
    int record,
    String key,
    Pin pin,
    int correctedRecord,
    int correctedType,
    @Nullable String field,
    String reason,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Correction read(Row row, Pin pin) {
    return new Correction(
        row.record(),
        row.key(),
        pin,
        row.integer("corrected"),
        row.integer("corrected_type"),
        row.textOrNull("field"),
        row.text("reason"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
