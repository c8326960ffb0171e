package org.stadtstand.serve.drawing;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Mark.Anchor;

/** An axis of days, with a name for each year or, where there are few of them, month. */
public record TimeAxis(LocalDate first, LocalDate last, double left, double right) {

  private static final double NARROWEST = 38;
  private static final int YEARLY = 24;

  /** From how many years to a name on only those with a name have a tick: an axis may be long. */
  private static final int CROWDED = 6;

  private static final Pen TICK = Pen.of(Ink.EDGE, 1);

  /** An axis of whole years, so that a year's name stands below all of it. */
  public static TimeAxis of(LocalDate first, LocalDate last, double left, double right) {
    return Period.between(first, last).toTotalMonths() < YEARLY
        ? new TimeAxis(first.withDayOfMonth(1), last.plusDays(1), left, right)
        : new TimeAxis(first.withDayOfYear(1), last.plusDays(1), left, right);
  }

  public double at(LocalDate day) {
    double days = last.toEpochDay() - first.toEpochDay();
    return left + (right - left) * (day.toEpochDay() - first.toEpochDay()) / days;
  }

  public void draw(Canvas canvas, double y, Language language) {
    canvas.line(left, y, right, y, TICK);
    if (Period.between(first, last).toTotalMonths() < YEARLY) {
      months(canvas, y, language);
    } else {
      years(canvas, y);
    }
  }

  private void years(Canvas canvas, double y) {
    double width = (right - left) * 365.25 / (last.toEpochDay() - first.toEpochDay());
    int every = Math.max(1, (int) Math.ceil(NARROWEST / width));
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      LocalDate begins = LocalDate.of(year, Month.JANUARY, 1);
      double from = at(begins.isBefore(first) ? first : begins);
      double to = Math.min(right, at(begins.plusYears(1)));
      boolean named = (year - first.getYear()) % every == 0;
      if (from > left && (named || every < CROWDED)) {
        canvas.line(from, y, from, y + 5, TICK);
      }
      if (named && to - from >= Math.min(width, NARROWEST) * 0.9) {
        String text = String.valueOf(year);
        canvas.words((from + to) / 2, y + 18, text, Letters.NOTE, Anchor.MIDDLE);
      }
    }
  }

  private void months(Canvas canvas, double y, Language language) {
    double width = (right - left) * 30.4 / (last.toEpochDay() - first.toEpochDay());
    int every = width >= 2 * NARROWEST ? 1 : width >= NARROWEST * 0.6 ? 3 : 6;
    Locale locale = language == Language.DE ? Locale.GERMANY : Locale.UK;
    for (LocalDate day = first.withDayOfMonth(1); day.isBefore(last); day = day.plusMonths(1)) {
      if ((day.getMonthValue() - 1) % every == 0 && !day.isBefore(first)) {
        canvas.line(at(day), y, at(day), y + 5, TICK);
        String name = day.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
        String year = DateTimeFormatter.ofPattern(" uuuu", Locale.ROOT).format(day);
        if (at(day) + Letters.NOTE.width(name + year) / 2 <= right) {
          canvas.words(at(day), y + 18, name + year, Letters.NOTE, Anchor.MIDDLE);
        }
      }
    }
  }
}
