package org.stadtstand.demo;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as a city writes them: to the day, the month, the quarter or the year. */
final class PartialDay {

  private PartialDay() {}

  /** Writes a day as coarsely as its author might have: plans far ahead are quarters or years. */
  static String coarse(LocalDate day, Dice dice) {
    int quarter = (day.getMonthValue() + 2) / 3;
    int shape = dice.below(10);
    if (shape < 3) {
      return YearMonth.from(day).atEndOfMonth().toString();
    }
    if (shape < 5) {
      return YearMonth.from(day).toString();
    }
    return shape < 9 ? day.getYear() + "-Q" + quarter : String.valueOf(day.getYear());
  }

  /** The day from which a written date counts, which is the latest it can mean. */
  static LocalDate latest(String text) {
    int year = Integer.parseInt(text.substring(0, 4));
    if (text.length() == 4) {
      return LocalDate.of(year, 12, 31);
    }
    if (text.charAt(5) == 'Q') {
      return YearMonth.of(year, (text.charAt(6) - '0') * 3).atEndOfMonth();
    }
    return text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
  }

  static LocalDate within(LocalDate from, LocalDate to, Dice dice) {
    return from.plusDays(dice.below((int) (to.toEpochDay() - from.toEpochDay()) + 1));
  }
}
