package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;

/** What an observation says, as far as a sentence repeats it. */
record SeenValue(
    BigDecimal value,
    Qualifier qualifier,
    @Nullable String unit,
    Nature nature,
    PartialDate observedOn) {

  /** The value of the columns with this prefix; null where nothing, or no value, was observed. */
  static @Nullable SeenValue readOrNull(Row row, String prefix) {
    BigDecimal value = row.decimalOrNull(prefix + "value");
    return value == null
        ? null
        : new SeenValue(
            value,
            row.choice(Qualifier.class, prefix + "qualifier"),
            row.textOrNull(prefix + "unit"),
            row.choice(Nature.class, prefix + "nature"),
            row.partialDate(prefix + "on"));
  }
}
