package org.stadtstand.graph.groups;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Precision;

/**
 * A year, quarter or month as a key, or what is known of a date that lies in none of them.
 *
 * @param asked how long the periods of the grouping are
 */
record Period(PartialDate days, DateUnit asked) {

  /** As {@code within} takes it. */
  String value() {
    return days.toString();
  }

  @Nullable DateUnit unit() {
    return switch (days.precision()) {
      case YEAR -> DateUnit.YEAR;
      case QUARTER -> DateUnit.QUARTER;
      case MONTH -> DateUnit.MONTH;
      default -> null;
    };
  }

  boolean coarser() {
    return unit() != asked;
  }

  LocalDate from() {
    return days.earliest();
  }

  LocalDate to() {
    return days.latest();
  }

  String inWords(Language language) {
    String words = new Figures(language).inSentence(days);
    if (!coarser() || days.precision() == Precision.BETWEEN) {
      return words;
    }
    return words
        + switch (asked) {
          case YEAR -> language.pick(" (Jahr nicht bekannt)", " (year not known)");
          case QUARTER -> language.pick(" (Quartal nicht bekannt)", " (quarter not known)");
          case MONTH -> language.pick(" (Monat nicht bekannt)", " (month not known)");
        };
  }

  /** How long the periods of a grouping are. */
  enum DateUnit {
    YEAR(12),
    QUARTER(3),
    MONTH(1);

    private final int months;

    DateUnit(int months) {
      this.months = months;
    }

    int months() {
      return months;
    }
  }
}
