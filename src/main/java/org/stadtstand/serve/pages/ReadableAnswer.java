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

/**
 * An answer as a template needs it: days and numbers in the notation of its language; what is no
 * day has a label that says so. Beside a day {@code x} stands {@code xIso} for addresses, beside a
 * truth value {@code xLabel} in words, beside a number that is nothing {@code xZero}, and beside
 * the constant of an enum {@code x_CONSTANT}, by which a template can tell one from another.
 */
record ReadableAnswer(Figures figures) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");

  ReadableAnswer(Language language) {
    this(new Figures(language));
  }

  Map<String, @Nullable Object> of(@Nullable Map<String, ?> answer) {
    Map<String, @Nullable Object> readable = new LinkedHashMap<>();
    if (answer != null) {
      // Keeps nulls, so that a template can leave out what is not known.
      answer.forEach((name, value) -> put(readable, name, value));
    }
    return readable;
  }

  private void put(Map<String, @Nullable Object> readable, String name, @Nullable Object value) {
    readable.put(name, readable(value));
    if (value instanceof Number number && number.doubleValue() == 0) {
      readable.put(name + "Zero", true);
    } else if (value instanceof Boolean yes) {
      readable.put(name + "Label", figures.yesOrNo(yes));
    } else if (value instanceof String text && DAY.matcher(text).matches()) {
      readable.put(name + "Iso", text);
    } else if (value instanceof String text && CONSTANT.matcher(text).matches()) {
      readable.put(name + "_" + text, true);
    }
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object readable(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> of((Map<String, Object>) map);
      case List<?> list -> list.stream().map(this::readable).toList();
      case String text when DAY.matcher(text).matches() ->
          figures.inTable(PartialDate.day(LocalDate.parse(text)));
      case Number number -> figures.number(new BigDecimal(number.toString())).replace('-', '−');
      case null, default -> value;
    };
  }
}
