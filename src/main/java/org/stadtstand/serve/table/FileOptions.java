package org.stadtstand.serve.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;

/**
 * The options of a file.
 *
 * @param excelDe whether CSV is written so that a German Excel opens it
 * @param meta whether source, licence and release get columns of their own
 * @param labels the language in which headings and enum values are written in words
 * @param explode the nested list whose elements become rows
 * @param all whether the list is followed to its end
 */
public record FileOptions(
    boolean excelDe,
    boolean meta,
    @Nullable Language labels,
    @Nullable String explode,
    boolean all) {

  /** The options of a file requested without parameters. */
  public static final FileOptions NONE = new FileOptions(false, false, null, null, false);

  public static final String DIALECT = "dialect";
  public static final String META = "meta";
  public static final String LABELS = "labels";
  public static final String EXPLODE = "explode";
  public static final String ALL = "all";

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          DIALECT, Set.of("standard", "excel-de"),
          META, Set.of("none", "columns"),
          LABELS, Set.of("none", "de", "en"),
          ALL, Set.of("true", "false"));

  /** Parses the parameters of a format that supports only some of them. */
  public static FileOptions of(Map<String, String> given, Set<String> known) {
    given.forEach((name, value) -> check(name, value, known));
    String labels = given.getOrDefault(LABELS, "none");
    String explode = given.get(EXPLODE);
    return new FileOptions(
        "excel-de".equals(given.get(DIALECT)),
        "columns".equals(given.get(META)),
        labels.equals("none") ? null : labels.equals("de") ? Language.DE : Language.EN,
        explode == null || explode.isBlank() ? null : explode.strip(),
        "true".equals(given.get(ALL)));
  }

  /** The options as the query of an address; empty if there are none. */
  public String query() {
    List<String> parts = new ArrayList<>();
    if (excelDe) {
      parts.add("dialect=excel-de");
    }
    if (meta) {
      parts.add("meta=columns");
    }
    if (labels != null) {
      parts.add("labels=" + labels.name().toLowerCase(Locale.ROOT));
    }
    if (explode != null) {
      parts.add("explode=" + URLEncoder.encode(explode, StandardCharsets.UTF_8));
    }
    if (all) {
      parts.add("all=true");
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static void check(String name, String value, Set<String> known) {
    if (!known.contains(name)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "This format has no parameter " + name + ".",
          "It has " + String.join(", ", new TreeSet<>(known)) + ".");
    }
    Set<String> values = VALUES.get(name);
    if (values != null && !values.contains(value)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "The parameter " + name + " cannot be \"" + value + "\".",
          "Use one of " + String.join(", ", new TreeSet<>(values)) + ".");
    }
  }
}
