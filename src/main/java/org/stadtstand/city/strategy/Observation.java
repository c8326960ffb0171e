package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A target's value on a day or for a period, as reported or measured. */
record Observation(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int targetRecord,
    @Nullable BigDecimal value,
    Qualifier qualifier,
    @Nullable String unit,
    Nature nature,
    PartialDate observedOn,
    @Nullable LocalDate reportedOn,
    @Nullable String reporter,
    @Nullable String definition,
    int ordinal,
    @Nullable String note)
    implements Sourced {

  static Observation read(Row row, Pin pin) {
    return new Observation(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("target"),
        row.decimalOrNull("value"),
        row.choice(Qualifier.class, "qualifier"),
        row.textOrNull("unit"),
        row.choice(Nature.class, "nature"),
        row.partialDate("observed_on"),
        row.dateOrNull("reported_on"),
        row.textOrNull("reporter"),
        row.textOrNull("definition"),
        row.integer("ordinal"),
        row.textOrNull("note"));
  }

  PartialDate effectiveOn() {
    return observedOn;
  }
}
