package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.Origin;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.evidence.SourceKind;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.unit.Unit;

/** The parts of an observation that a sentence repeats. */
record SeenValue(
    BigDecimal value,
    Qualifier qualifier,
    @Nullable Unit unit,
    Origin origin,
    PartialDate observedOn) {

  /** The value from the columns with this prefix; null without an observation or its value. */
  static @Nullable SeenValue readOrNull(Row row, String prefix) {
    BigDecimal value = row.decimalOrNull(prefix + "value");
    return value == null
        ? null
        : new SeenValue(
            value,
            row.choice(Qualifier.class, prefix + "qualifier"),
            row.unitOrNull(prefix + "unit"),
            new Origin(
                row.choice(Nature.class, prefix + "nature"),
                row.textOrNull(prefix + "reporter"),
                row.choice(SourceKind.class, prefix + "source_kind")),
            row.partialDate(prefix + "on"));
  }
}
