package org.stadtstand.serve.drawing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;

/** Numbers as a picture writes them: with a real minus, and the sign of per cent. */
public record Numbers(Language language) {

  private static final String PERCENT = "Prozent";

  /** A number of an answer, which has another type if it was read from an archive. */
  public static @Nullable BigDecimal of(@Nullable Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()) : null;
  }

  public String bare(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return new Figures(language)
        .number(plain.scale() < 0 ? plain.setScale(0) : plain)
        .replace('-', '\u2212');
  }

  /** A number for a mark: the sign of per cent, and no other unit, because that stands above. */
  public String marked(BigDecimal value, boolean percent) {
    return bare(value) + (percent ? language.pick("\u00a0%", "%") : "");
  }

  /** Whether a unit, by its German name, is per cent. */
  public static boolean isPercent(String unit) {
    return unit.equals(PERCENT);
  }
}
