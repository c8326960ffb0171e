package org.stadtstand.serve.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.table.FileOptions;

/**
 * What an address says of a picture.
 *
 * @param night whether it is light on dark
 * @param figure which figure of the rows is drawn; null for the first
 * @param explode the nested list whose elements are the rows, as in a file; null if there is none
 */
record PictureOptions(
    Layout layout,
    Language language,
    boolean night,
    @Nullable String figure,
    @Nullable String explode) {

  static final PictureOptions PLAIN = of(Map.of());

  private static final String FIGURE = "figure";

  /** What the question names. */
  private static final Set<String> FREE = Set.of(FIGURE, FileOptions.EXPLODE);

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "width", List.of(Layout.WIDE.parameter(), Layout.PHONE.parameter()),
          "lang", List.of("de", "en"),
          "theme", List.of("light", "dark"));

  static PictureOptions of(Map<String, String> given) {
    given.forEach(PictureOptions::check);
    return new PictureOptions(
        Layout.named(given.getOrDefault("width", "wide")).orElse(Layout.WIDE),
        "en".equals(given.get("lang")) ? Language.EN : Language.DE,
        "dark".equals(given.get("theme")),
        given(given, FIGURE),
        given(given, FileOptions.EXPLODE));
  }

  private static @Nullable String given(Map<String, String> given, String name) {
    String value = given.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void check(String name, String value) {
    if (FREE.contains(name)) {
      return;
    }
    List<String> values = VALUES.get(name);
    if (values == null) {
      Set<String> names = new TreeSet<>(VALUES.keySet());
      names.addAll(FREE);
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
