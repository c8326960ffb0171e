package org.stadtstand.ground.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as it stands in a sentence, no more exact than it is known: "3. Quartal 2025". */
public final class DateInWords {

  private DateInWords() {}

  public static String of(PartialDate date, Language language) {
    boolean german = language == Language.DE;
    String pattern =
        switch (date.precision()) {
          case DAY -> german ? "d. MMMM uuuu" : "d MMMM uuuu";
          case MONTH -> "MMMM uuuu";
          case QUARTER -> german ? "Q'. Quartal' uuuu" : "'Q'Q uuuu";
          case YEAR -> "uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, german ? Locale.GERMAN : Locale.ENGLISH)
        .format(date.latest());
  }

  public static String of(LocalDate day, Language language) {
    return of(PartialDate.day(day), language);
  }
}
