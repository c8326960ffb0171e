package org.stadtstand.city.publicservice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.strategy.Nature;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** How often a service was used in a period, by one channel; it counts from the last day. */
record ServiceUsage(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int serviceRecord,
    LocalDate from,
    LocalDate to,
    Channel channel,
    int count,
    Qualifier qualifier,
    String definition,
    @Nullable Boolean comparableWithPrevious,
    Nature nature,
    int ordinal,
    @Nullable String note)
    implements Sourced {

  static ServiceUsage read(Row row, Pin pin) {
    return new ServiceUsage(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("service"),
        row.date("from_on"),
        row.date("to_on"),
        row.choice(Channel.class, "channel"),
        row.integer("count"),
        row.choice(Qualifier.class, "qualifier"),
        row.text("definition"),
        row.boolOrNull("comparable_with_previous"),
        row.choice(Nature.class, "nature"),
        row.integer("ordinal"),
        row.textOrNull("note"));
  }

  PartialDate effectiveOn() {
    return PartialDate.day(to);
  }
}
