package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.text.DateInWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Precision;

/** Numbers, dates and figures as a sentence of a language has them. */
record SentenceWords(Language language) {

  private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  String pick(String de, String en) {
    return language == Language.DE ? de : en;
  }

  /** With all its decimals: a figure is never rounded. */
  String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }

  /** A value with its unit, which is German in the data; only per cent has an English word. */
  String amount(BigDecimal value, @Nullable String unit) {
    if (unit == null) {
      return number(value);
    }
    return number(value) + " " + (unit.equals("Prozent") ? pick("Prozent", "per cent") : unit);
  }

  String qualified(Qualifier qualifier, String amount) {
    return qualifier == Qualifier.EXACT ? amount : qualifier.label(language) + " " + amount;
  }

  /** How a figure came about, as a caveat. */
  String caveat(Nature nature) {
    return switch (nature) {
      case REPORTED -> pick("gemeldet, nicht gemessen", "reported, not measured");
      case MEASURED -> pick("gemessen", "measured");
      case ESTIMATED -> pick("geschätzt, nicht gemessen", "estimated, not measured");
      case DERIVED -> pick("berechnet, nicht gemessen", "calculated, not measured");
      case SYNTHETIC -> pick("Demodaten, frei erfunden", "demo data, invented");
    };
  }

  /** The time for which a figure holds: a day in numbers, or "Dezember 2025", "2025". */
  String asOf(PartialDate date) {
    return language == Language.DE && date.precision() == Precision.DAY
        ? date.latest().format(GERMAN_DAY)
        : DateInWords.of(date, language);
  }

  /** The end of the time, which is when something is due. */
  String end(PartialDate date) {
    return switch (date.precision()) {
      case DAY -> pick("den ", "") + asOf(date);
      case QUARTER -> pick("Ende des ", "the end of ") + asOf(date).replace("Quartal", "Quartals");
      case MONTH, YEAR -> pick("Ende ", "the end of ") + asOf(date);
    };
  }

  /** When something happened. */
  String when(PartialDate date) {
    return switch (date.precision()) {
      case DAY -> pick("am ", "on ") + asOf(date);
      case MONTH, QUARTER -> pick("im ", "in ") + asOf(date);
      case YEAR -> pick("im Jahr ", "in ") + asOf(date);
    };
  }

  private Locale locale() {
    return language == Language.DE ? Locale.GERMANY : Locale.UK;
  }
}
