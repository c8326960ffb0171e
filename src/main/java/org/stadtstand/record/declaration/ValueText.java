package org.stadtstand.record.declaration;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;

/** Values as text: equal if and only if the values are, and written as by their publisher. */
public final class ValueText {

  private static final Predicate<String> DAYS =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d").asMatchPredicate();

  private ValueText() {}

  /** The SQL expression for a column; its text must still be made {@link #readable}. */
  public static String sql(Column column, String alias) {
    String name = alias + "." + column.name();
    return switch (column.kind()) {
      case REFERENCE -> "(select r.key from record r where r.id = %s)".formatted(name);
      case PARTIAL_DATE ->
          "nullif(concat_ws('/', %1$s_from, nullif(%1$s_to, %1$s_from)), '')".formatted(name);
      case DECIMAL -> "trim_scale(%s)::text".formatted(name);
      case LIST -> "array_to_string(%s, ' | ')".formatted(name);
      case TEXT, UNIT, INTEGER, BOOLEAN, DATE, CHOICE -> name + "::text";
    };
  }

  /** A pair of days is a date known to the month, quarter or year. */
  public static @Nullable String readable(@Nullable String value) {
    if (value == null || !DAYS.test(value)) {
      return value;
    }
    LocalDate from = LocalDate.parse(value.substring(0, 10));
    return new PartialDate(from, LocalDate.parse(value.substring(11))).toString();
  }
}
