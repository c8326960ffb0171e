package org.stadtstand.serve.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An axis of values. It always holds 0, because a filled length or height that begins elsewhere
 * shows a ratio that is not there; and nothing is counted in parts of one.
 *
 * @param step between two of its lines: 1, 2 or 5 times a power of ten
 */
public record Scale(BigDecimal least, BigDecimal most, BigDecimal step) {

  private static final int LINES = 5;

  /** An axis has a length even if nothing on it has one. */
  private static final BigDecimal SMALLEST = new BigDecimal("0.01");

  public static Scale of(Collection<BigDecimal> values) {
    BigDecimal low = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
    BigDecimal high = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal span = high.subtract(low).max(SMALLEST);
    boolean whole = values.stream().allMatch(value -> value.stripTrailingZeros().scale() <= 0);
    BigDecimal step = whole ? step(span).max(BigDecimal.ONE) : step(span);
    return new Scale(
        multiple(low, step, RoundingMode.FLOOR),
        multiple(low.signum() == 0 ? high.max(SMALLEST) : high, step, RoundingMode.CEILING),
        step);
  }

  private static BigDecimal step(BigDecimal span) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(span.precision() - span.scale() - 1);
    for (String times : List.of("0.1", "0.2", "0.5", "1", "2")) {
      BigDecimal step = power.multiply(new BigDecimal(times));
      if (step.multiply(BigDecimal.valueOf(LINES)).compareTo(span) >= 0) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TWO);
  }

  private static BigDecimal multiple(BigDecimal value, BigDecimal step, RoundingMode mode) {
    return value.divide(step, 0, mode).multiply(step);
  }

  /** How far a value lies between the ends, from 0 to 1. */
  public double share(BigDecimal value) {
    return value.subtract(least).doubleValue() / most.subtract(least).doubleValue();
  }

  /** The values of its lines. */
  public List<BigDecimal> lines() {
    List<BigDecimal> lines = new ArrayList<>();
    for (BigDecimal line = least; line.compareTo(most) <= 0; line = line.add(step)) {
      lines.add(line.signum() == 0 ? BigDecimal.ZERO : line);
    }
    return lines;
  }
}
