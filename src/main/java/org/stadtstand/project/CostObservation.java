package org.stadtstand.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.evidence.Qualifier;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.PartialDate;
import org.stadtstand.strategy.Nature;

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
