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
import org.stadtstand.ground.text.PartialDate;

/** An answer with days and numbers in German notation; what is no day has a label that says so. */
final class ReadableAnswer {

  private static final Figures GERMAN = new Figures(Language.DE);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private ReadableAnswer() {}

  static Map<String, Object> of(@Nullable Map<String, Object> answer) {
    Map<String, Object> readable = new LinkedHashMap<>();
    if (answer != null) {
      // Keeps nulls, so that a template can leave out what is not known.
      answer.forEach((name, value) -> readable.put(name, readable(value)));
    }
    return readable;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object readable(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> of((Map<String, Object>) map);
      case List<?> list -> list.stream().map(ReadableAnswer::readable).toList();
      case String text when DAY.matcher(text).matches() ->
          GERMAN.inTable(PartialDate.day(LocalDate.parse(text)));
      case Number number -> GERMAN.number(new BigDecimal(number.toString()));
      case Boolean yes -> GERMAN.yesOrNo(yes);
      case null, default -> value;
    };
  }
}
