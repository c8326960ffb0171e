package org.stadtstand.city.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.strategy.Nature;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** An amount that was planned, approved or spent for a project. */
record CostObservation(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    CostPhase phase,
    BigDecimal amount,
    Currency currency,
    Qualifier qualifier,
    Nature nature,
    @Nullable Integer year,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static CostObservation read(Row row, Pin pin) {
    return new CostObservation(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.choice(CostPhase.class, "phase"),
        row.decimal("amount"),
        row.choice(Currency.class, "currency"),
        row.choice(Qualifier.class, "qualifier"),
        row.choice(Nature.class, "nature"),
        row.integerOrNull("year"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
