package org.stadtstand.ground.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as exactly as it is known, as its earliest and latest day, written as in ISO 8601-2: a
 * day, month, quarter, season or year, the time between two of them, or not later than one. Its
 * latest day counts: "2025" is over once the last day of 2025 is.
 */
public record PartialDate(LocalDate earliest, LocalDate latest) {

  /** The earliest day of what is only known to be over. */
  private static final LocalDate UNKNOWN = LocalDate.of(1, 1, 1);

  private static final String OPEN = "../";

  /** A year with a quarter, a season (21 to 24), or a month and a day. */
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|2([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

  private static final int DAY_LENGTH = 10;
  private static final int LAST_YEAR = 9999;

  public PartialDate {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("A date cannot end before it begins");
    }
  }

  public static PartialDate day(LocalDate day) {
    return new PartialDate(day, day);
  }

  public static @Nullable PartialDate of(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
    return earliest == null || latest == null ? null : new PartialDate(earliest, latest);
  }

  /**
   * Parses "2025", "2025-Q3", "2025-23" (autumn), "2025-07", "2025-07-31", two of them with a slash
   * between, or "../2025-07-31".
   *
   * @throws DateTimeException for anything else, and if the end lies before the beginning
   */
  public static PartialDate parse(String text) {
    if (text.startsWith(OPEN)) {
      return new PartialDate(UNKNOWN, period(text.substring(OPEN.length())).latest);
    }
    int slash = text.indexOf('/');
    if (slash < 0) {
      return period(text);
    }
    LocalDate earliest = period(text.substring(0, slash)).earliest;
    LocalDate latest = period(text.substring(slash + 1)).latest;
    if (latest.isBefore(earliest)) {
      throw new DateTimeException("ends before it begins: " + text);
    }
    return new PartialDate(earliest, latest);
  }

  private static PartialDate period(String text) {
    Matcher form = PERIOD.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("not a date: " + text);
    }
    int year = ChronoField.YEAR_OF_ERA.checkValidIntValue(Integer.parseInt(form.group(1)));
    if (form.group(2) != null) {
      return months(YearMonth.of(year, Integer.parseInt(form.group(2)) * 3 - 2), 3);
    }
    if (form.group(3) != null) {
      return months(YearMonth.of(year, Integer.parseInt(form.group(3)) * 3), 3);
    }
    if (form.group(4) == null) {
      return months(YearMonth.of(year, 1), 12);
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(4)));
    return form.group(5) == null
        ? months(month, 1)
        : day(month.atDay(Integer.parseInt(form.group(5))));
  }

  private static PartialDate months(YearMonth first, int count) {
    LocalDate latest = first.plusMonths(count - 1L).atEndOfMonth();
    if (latest.getYear() > LAST_YEAR) {
      throw new DateTimeException("ends after the last year: " + first);
    }
    return new PartialDate(first.atDay(1), latest);
  }

  /** Parses a day of the years 0001 to 9999, which occurs in the calendar; nothing else. */
  public static LocalDate parseDay(String text) {
    if (text.length() != DAY_LENGTH) {
      throw new DateTimeException("not a day: " + text);
    }
    return period(text).latest();
  }

  public Precision precision() {
    if (earliest.equals(latest)) {
      return Precision.DAY;
    }
    if (earliest.equals(UNKNOWN)) {
      return Precision.NOT_LATER_THAN;
    }
    YearMonth first = YearMonth.from(earliest);
    if (equals(months(first, 1))) {
      return Precision.MONTH;
    }
    if (equals(months(first, 3)) && first.getMonthValue() % 3 != 2) {
      return first.getMonthValue() % 3 == 1 ? Precision.QUARTER : Precision.SEASON;
    }
    return equals(months(first, 12)) && first.getMonthValue() == 1
        ? Precision.YEAR
        : Precision.BETWEEN;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return switch (precision()) {
      case DAY -> latest.toString();
      case MONTH -> YearMonth.from(latest).toString();
      case QUARTER -> "%tY-Q%d".formatted(latest, latest.getMonthValue() / 3);
      case SEASON -> "%tY-2%d".formatted(earliest, earliest.getMonthValue() / 3);
      case YEAR -> "%tY".formatted(latest);
      case BETWEEN -> earliest + "/" + latest;
      case NOT_LATER_THAN -> OPEN + latest;
    };
  }
}
