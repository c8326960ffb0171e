package org.stadtstand.graph.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** A calendar interval; the last days of its periods are the points of a time series. */
public enum Interval {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private static final int MOST = 400;

  private final int months;

  Interval(int months) {
    this.months = months;
  }

  /** The first day, then the last day of each following period, and finally the last day. */
  public List<LocalDate> days(LocalDate from, LocalDate to) {
    List<LocalDate> days = new ArrayList<>(List.of(from));
    for (LocalDate end = end(from); end.isBefore(to); end = end(end.plusDays(1))) {
      if (end.isAfter(from)) {
        days.add(end);
      }
      if (days.size() >= MOST) {
        throw new ApiError(
            ErrorCode.BAD_ARGUMENT,
            "These are more than " + MOST + " days.",
            "Ask for a shorter span, or for QUARTER or YEAR.");
      }
    }
    if (to.isAfter(from)) {
      days.add(to);
    }
    return days;
  }

  /** No fewer than the days there are, without listing them. */
  public long most(LocalDate from, LocalDate to) {
    long periods = ChronoUnit.MONTHS.between(from, to) / months;
    return from.equals(to) ? 1 : Math.clamp(periods + 3, 0, MOST);
  }

  private LocalDate end(LocalDate day) {
    int last = (day.getMonthValue() - 1) / months * months + months;
    return YearMonth.of(day.getYear(), last).atEndOfMonth();
  }
}
