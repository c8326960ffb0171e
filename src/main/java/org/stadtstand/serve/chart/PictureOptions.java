package org.stadtstand.serve.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;

/**
 * What an address says of a picture.
 *
 * @param night whether it is light on dark
 * @param figure which figure of the rows is drawn; null for the first
 */
record PictureOptions(Layout layout, Language language, boolean night, @Nullable String figure) {

  static final PictureOptions PLAIN = new PictureOptions(Layout.WIDE, Language.DE, false, null);

  private static final String FIGURE = "figure";

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "width", List.of(Layout.WIDE.parameter(), Layout.PHONE.parameter()),
          "lang", List.of("de", "en"),
          "theme", List.of("light", "dark"));

  static PictureOptions of(Map<String, String> given) {
    given.forEach(PictureOptions::check);
    String figure = given.get(FIGURE);
    return new PictureOptions(
        Layout.named(given.getOrDefault("width", "wide")).orElse(Layout.WIDE),
        "en".equals(given.get("lang")) ? Language.EN : Language.DE,
        "dark".equals(given.get("theme")),
        figure == null || figure.isBlank() ? null : figure.strip());
  }

  private static void check(String name, String value) {
    if (name.equals(FIGURE)) {
      return;
    }
    List<String> values = VALUES.get(name);
    if (values == null) {
      Set<String> names = new TreeSet<>(VALUES.keySet());
      names.add(FIGURE);
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "A picture has no parameter " + name + ".",
          "It has " + String.join(", ", names) + ".");
    }
    if (!values.contains(value)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "The parameter " + name + " cannot be \"" + value + "\".",
          "Use one of " + String.join(", ", values) + ".");
    }
  }
}
