package org.stadtstand.serve.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Precision;

/**
 * A date as an answer gives it.
 *
 * @param latest the latest day it can mean, at which its mark stands
 * @param label in words
 */
record KnownDay(LocalDate latest, Precision precision, String label) {

  /** Reads the date of a field with its precision and words; null if it has none. */
  static @Nullable KnownDay of(Map<?, ?> row, String field) {
    return row.get(field) == null
        ? null
        : new KnownDay(
            LocalDate.parse(row.get(field).toString()),
            Precision.valueOf(String.valueOf(row.get(field + "Precision"))),
            String.valueOf(row.get(field + "Label")));
  }

  /** The earliest day it can mean; empty if no answer says it. */
  Optional<LocalDate> earliest() {
    return switch (precision) {
      case DAY -> Optional.of(latest);
      case MONTH -> Optional.of(latest.withDayOfMonth(1));
      case QUARTER, SEASON -> Optional.of(latest.withDayOfMonth(1).minusMonths(2));
      case YEAR -> Optional.of(latest.withDayOfYear(1));
      case BETWEEN, NOT_LATER_THAN -> Optional.empty();
    };
  }

  /** In words that are as short as a picture needs them. */
  String inShort(Language language) {
    return earliest()
        .map(day -> new Figures(language).inTable(new PartialDate(day, latest)))
        .orElse(label);
  }
}
