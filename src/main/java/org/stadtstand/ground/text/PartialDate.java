package org.stadtstand.ground.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date known to the day, month, quarter or year, as its earliest and latest day. Its latest day
 * counts: "2025" is over once the last day of 2025 is.
 */
public record PartialDate(LocalDate earliest, LocalDate latest) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

  private static final int DAY_LENGTH = 10;

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

  /** Parses "2025", "2025-Q3", "2025-07" or "2025-07-31"; anything else is an error. */
  public static PartialDate parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("not a date: " + text);
    }
    int year = ChronoField.YEAR_OF_ERA.checkValidIntValue(Integer.parseInt(form.group(1)));
    if (form.group(2) != null) {
      YearMonth first = YearMonth.of(year, Integer.parseInt(form.group(2)) * 3 - 2);
      return new PartialDate(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }
    if (form.group(3) == null) {
      return new PartialDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(3)));
    return form.group(4) == null
        ? new PartialDate(month.atDay(1), month.atEndOfMonth())
        : day(month.atDay(Integer.parseInt(form.group(4))));
  }

  /** Parses a day of the years 0001 to 9999, which occurs in the calendar; nothing else. */
  public static LocalDate parseDay(String text) {
    if (text.length() != DAY_LENGTH) {
      throw new DateTimeException("not a day: " + text);
    }
    return parse(text).latest();
  }

  public Precision precision() {
    if (earliest.equals(latest)) {
      return Precision.DAY;
    }
    if (YearMonth.from(earliest).equals(YearMonth.from(latest))) {
      return Precision.MONTH;
    }
    return earliest.plusMonths(3).isAfter(latest) ? Precision.QUARTER : Precision.YEAR;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return switch (precision()) {
      case DAY -> latest.toString();
      case MONTH -> YearMonth.from(latest).toString();
      case QUARTER -> latest.getYear() + "-Q" + (latest.getMonthValue() / 3);
      case YEAR -> String.valueOf(latest.getYear());
    };
  }
}
