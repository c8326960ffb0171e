package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.ground.unit.Units;

/** A number with its unit. */
record Quantity(BigDecimal value, @Nullable Unit unit) {

  /** The distance between two values of a unit; for per cent it is in percentage points. */
  static Quantity difference(BigDecimal value, @Nullable Unit unit) {
    return new Quantity(value, unit == null ? null : Units.difference(unit));
  }
}
