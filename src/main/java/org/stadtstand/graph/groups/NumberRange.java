package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.ground.unit.Units;

/** A number as a key: a value, or a class of values. */
record NumberRange(
    @Nullable BigDecimal value,
    @Nullable BigDecimal from,
    @Nullable BigDecimal below,
    @Nullable String unit) {

  /** The class in this place, counted from the one below all edges. */
  static NumberRange of(int place, java.util.List<BigDecimal> edges, @Nullable String unit) {
    return new NumberRange(
        null,
        place == 0 ? null : edges.get(place - 1),
        place == edges.size() ? null : edges.get(place),
        unit);
  }

  /**
   * @param scale what the number is a level of; null if it is none
   */
  String inWords(Language language, @Nullable LabelledChoice scale) {
    if (scale != null) {
      return range(language) + " (" + scale.label(language) + ")";
    }
    if (unit == null) {
      return range(language);
    }
    Unit words = Units.of(unit);
    return value == null
        ? range(language) + " " + words.many().in(language)
        : words.amount(value, language);
  }

  private String range(Language language) {
    Figures figures = new Figures(language);
    if (value != null) {
      return figures.number(value);
    }
    if (from == null) {
      return language.pick("unter ", "below ") + (below == null ? "" : figures.number(below));
    }
    return below == null
        ? language.pick("ab ", "from ") + figures.number(from)
        : figures.number(from) + language.pick(" bis unter ", " to below ") + figures.number(below);
  }
}
