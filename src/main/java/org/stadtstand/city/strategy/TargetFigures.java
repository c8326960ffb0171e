package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.unit.Unit;

/** The parts of a sentence that contain a figure: the observed value and the target value. */
record TargetFigures(
    TargetKind kind,
    @Nullable BigDecimal targetValue,
    @Nullable Unit unit,
    @Nullable Direction direction,
    SentenceWords words) {

  /** "erreicht: 52 Prozent, Zielwert 50 Prozent (Stand 15. Juni 2025; gemessen; …)". */
  String against(String outcome, @Nullable SeenValue seen) {
    return seen == null
        ? outcome + stated()
        : outcome + ": " + seen(seen) + besides() + " (" + origin(seen) + ")";
  }

  /**
   * "verfehlt: 34 Prozent statt 50 Prozent (Stand Juli 2025; gemessen; laut MICUS; Quelle:
   * Studie)".
   */
  String instead(String outcome, @Nullable SeenValue seen) {
    if (seen == null || targetValue == null) {
      return against(outcome, seen);
    }
    String instead = words.pick(" statt ", " instead of ") + aim(targetValue);
    return outcome + ": " + seen(seen) + instead + " (" + origin(seen) + ")";
  }

  /** "letzter Wert: 34 Prozent, Zielwert 50 Prozent, Stand Juli 2025; gemessen; …". */
  String last(SeenValue seen) {
    return words.pick("letzter Wert: ", "last value: ")
        + seen(seen)
        + besides()
        + ", "
        + origin(seen);
  }

  /** "; späterer Wert: 45 Prozent (Stand März 2026; gemessen)". */
  String later(SeenValue seen) {
    return words.pick("; späterer Wert: ", "; later value: ")
        + seen(seen)
        + " ("
        + origin(seen)
        + ")";
  }

  /** ": Zielwert 50 Prozent", if nothing was observed. */
  String stated() {
    return targetValue == null ? "" : ": " + goal(targetValue);
  }

  private String besides() {
    return targetValue == null ? "" : ", " + goal(targetValue);
  }

  private String goal(BigDecimal value) {
    return words.pick("Zielwert ", "target value ") + aim(value);
  }

  private String aim(BigDecimal value) {
    String amount = amount(value, unit);
    return direction == null || direction == Direction.AT_LEAST || yesOrNo(unit)
        ? amount
        : direction.label(words.language()) + " " + amount;
  }

  private String seen(SeenValue seen) {
    return words.qualified(seen.qualifier(), amount(seen.value(), seen.unit()));
  }

  private String origin(SeenValue seen) {
    return words.pick("Stand ", "as of ")
        + words.asOf(seen.observedOn())
        + "; "
        + seen.origin().in(words.language());
  }

  private String amount(BigDecimal value, @Nullable Unit unit) {
    boolean no = value.signum() == 0;
    return yesOrNo(unit) && (no || value.compareTo(BigDecimal.ONE) == 0)
        ? new Figures(words.language()).yesOrNo(!no)
        : words.amount(value, unit);
  }

  /** A yes-or-no target stores yes as 1. */
  private boolean yesOrNo(@Nullable Unit unit) {
    return kind == TargetKind.BOOLEAN && unit == null;
  }
}
