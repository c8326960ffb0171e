package org.stadtstand.serve.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Precision;

/**
 * An answer with dates and numbers in German notation. A date shows only what is known: if {@code
 * xPrecision} stands beside it, only the month, quarter or year.
 */
final class ReadableAnswer {

  private static final Figures GERMAN = new Figures(Language.DE);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private ReadableAnswer() {}

  static Map<String, Object> of(@Nullable Map<String, Object> answer) {
    Map<String, Object> readable = new LinkedHashMap<>();
    if (answer != null) {
      // Keeps nulls, so that a template can leave out what is not known.
      answer.forEach(
          (name, value) -> readable.put(name, readable(value, answer.get(name + "Precision"))));
    }
    return readable;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object readable(@Nullable Object value, @Nullable Object precision) {
    return switch (value) {
      case Map<?, ?> map -> of((Map<String, Object>) map);
      case List<?> list -> list.stream().map(element -> readable(element, null)).toList();
      case String text when DAY.matcher(text).matches() -> day(LocalDate.parse(text), precision);
      case Number number -> GERMAN.number(new BigDecimal(number.toString()));
      case Boolean yes -> GERMAN.yesOrNo(yes);
      case null, default -> value;
    };
  }

  private static String day(LocalDate day, @Nullable Object precision) {
    return GERMAN.inTable(
        day, precision == null ? Precision.DAY : Precision.valueOf(precision.toString()));
  }
}
