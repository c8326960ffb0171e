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
 * @param sheet which of the tables of an answer with several lists is wanted
 * @param shape how groups, series and facets are laid out
 */
public record FileOptions(
    boolean excelDe,
    boolean meta,
    @Nullable Language labels,
    @Nullable String explode,
    boolean all,
    @Nullable String sheet,
    Shape shape) {

  /** The options of a file requested without parameters. */
  public static final FileOptions NONE = FileOptions.shown(null, null);

  public static final String DIALECT = "dialect";
  public static final String META = "meta";
  public static final String LABELS = "labels";
  public static final String EXPLODE = "explode";
  public static final String ALL = "all";
  public static final String SHEET = "sheet";
  public static final String SHAPE = "shape";

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          DIALECT, Set.of("standard", "excel-de"),
          META, Set.of("none", "columns"),
          LABELS, Set.of("none", "de", "en"),
          ALL, Set.of("true", "false"),
          SHAPE, Set.of("long", "wide", "chart"));

  /** How rows that have keys are laid out. */
  public enum Shape {
    /** A row for each. */
    LONG,
    /** A table of two keys: the first down, the second across. */
    WIDE,
    /** Two columns, a key in words and a number, as programs that draw charts read them. */
    CHART
  }

  /** The options of a table that is shown and not taken away. */
  public static FileOptions shown(@Nullable Language labels, @Nullable String explode) {
    return new FileOptions(false, false, labels, explode, false, null, Shape.LONG);
  }

  /** Parses the parameters of a format that supports only some of them. */
  public static FileOptions of(Map<String, String> given, Set<String> known) {
    given.forEach((name, value) -> check(name, value, known));
    Shape shape = Shape.valueOf(given.getOrDefault(SHAPE, "long").toUpperCase(Locale.ROOT));
    String labels = given.getOrDefault(LABELS, shape == Shape.CHART ? "de" : "none");
    String explode = given.get(EXPLODE);
    return new FileOptions(
        "excel-de".equals(given.get(DIALECT)),
        "columns".equals(given.get(META)),
        labels.equals("none") ? null : labels.equals("de") ? Language.DE : Language.EN,
        explode == null || explode.isBlank() ? null : explode.strip(),
        "true".equals(given.get(ALL)),
        given.get(SHEET),
        shape);
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
    if (sheet != null) {
      parts.add("sheet=" + URLEncoder.encode(sheet, StandardCharsets.UTF_8));
    }
    if (shape != Shape.LONG) {
      parts.add("shape=" + shape.name().toLowerCase(Locale.ROOT));
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
