package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;

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

  String inWords(Language language) {
    Figures figures = new Figures(language);
    String range;
    if (value != null) {
      range = figures.number(value);
    } else if (from == null) {
      range = language.pick("unter ", "below ") + (below == null ? "" : figures.number(below));
    } else if (below == null) {
      range = language.pick("ab ", "from ") + figures.number(from);
    } else {
      range =
          figures.number(from) + language.pick(" bis unter ", " to below ") + figures.number(below);
    }
    return unit == null ? range : range + " " + unit;
  }
}
