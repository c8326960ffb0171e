package org.stadtstand.ground.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and dates as a native writer of the language has them. A number is never rounded, and its
 * thousands are separated only from five digits on, because a year never is and nothing
 * distinguishes a year from a count. A day is written out in a sentence ("3. Dezember 2025", "3
 * December 2025") and short in a table or on a label ("03.12.2025", "3 Dec 2025"); neither is ever
 * more exact than what is known ("3. Quartal 2025", "Q3 2025").
 */
public record Figures(Language language) {

  private static final BigDecimal GROUPED = new BigDecimal(10_000);

  public String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    format.setGroupingUsed(value.abs().compareTo(GROUPED) >= 0);
    return format.format(value);
  }

  public String yesOrNo(boolean value) {
    return value ? language.pick("ja", "yes") : language.pick("nein", "no");
  }

  public String inSentence(PartialDate date) {
    String day = language.pick("d. MMMM uuuu", "d MMMM uuuu");
    return written(date.latest(), date.precision(), day);
  }

  public String inSentence(LocalDate day) {
    return inSentence(PartialDate.day(day));
  }

  /** The date that contains the day, at the given precision. */
  public String inTable(LocalDate day, Precision precision) {
    return written(day, precision, language.pick("dd.MM.uuuu", "d MMM uuuu"));
  }

  private String written(LocalDate date, Precision precision, String day) {
    String pattern =
        switch (precision) {
          case DAY -> day;
          case MONTH -> "LLLL uuuu";
          case QUARTER -> language.pick("q'. Quartal' uuuu", "'Q'q uuuu");
          case YEAR -> "uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, locale()).format(date);
  }

  private Locale locale() {
    return language == Language.DE ? Locale.GERMANY : Locale.UK;
  }
}
