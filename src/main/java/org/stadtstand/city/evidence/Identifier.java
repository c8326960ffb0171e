package org.stadtstand.city.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** The name of a thing in another register, and from when to when it was its name. */
public record Identifier(
    int record,
    String key,
    Pin pin,
    int subjectRecord,
    int subjectType,
    IdentifierScheme scheme,
    String value,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Identifier read(Row row, Pin pin) {
    return new Identifier(
        row.record(),
        row.key(),
        pin,
        row.integer("subject"),
        row.integer("subject_type"),
        row.choice(IdentifierScheme.class, "scheme"),
        row.text("value"),
        row.dateOrNull("valid_from"),
        row.dateOrNull("valid_to"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
