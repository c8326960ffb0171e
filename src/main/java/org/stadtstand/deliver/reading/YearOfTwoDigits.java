package org.stadtstand.deliver.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stadtstand.deliver.description.FieldFormat;
import org.stadtstand.record.declaration.Column.Kind;

/** A day whose century nobody says: "31.12.25", "31/12/25", "31.12.'25". */
final class YearOfTwoDigits {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2})([./-]) ?(\\d{1,2})\\2 ?['’]?(\\d{2})");

  private YearOfTwoDigits() {}

  static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** The day as it should be written; it is of this century, because something must be said. */
  static String example(String text, FieldFormat format) {
    Matcher form = FORM.matcher(text);
    if (format.day() == null && form.matches()) {
      try {
        int year = 2000 + Integer.parseInt(form.group(4));
        return LocalDate.of(year, Integer.parseInt(form.group(3)), Integer.parseInt(form.group(1)))
            .toString();
      } catch (DateTimeException e) {
        return format.example(Kind.DATE);
      }
    }
    return format.example(Kind.DATE);
  }
}
