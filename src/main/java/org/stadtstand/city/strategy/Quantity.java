package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number with its unit. */
record Quantity(BigDecimal value, @Nullable String unit) {

  private static final Set<String> PER_CENT = Set.of("Prozent", "%");

  /** The distance between two values of a unit; for per cent it is in percentage points. */
  static Quantity difference(BigDecimal value, @Nullable String unit) {
    return new Quantity(value, unit != null && PER_CENT.contains(unit) ? "Prozentpunkte" : unit);
  }
}
