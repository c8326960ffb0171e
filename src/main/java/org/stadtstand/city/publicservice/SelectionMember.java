package org.stadtstand.city.publicservice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A service's place on a list of services, and from when to when it had it. */
record SelectionMember(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int selectionRecord,
    int serviceRecord,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String note)
    implements Sourced {

  static SelectionMember read(Row row, Pin pin) {
    return new SelectionMember(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("selection"),
        row.integer("service"),
        row.dateOrNull("from_on"),
        row.dateOrNull("to_on"),
        row.textOrNull("note"));
  }
}
