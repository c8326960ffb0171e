package org.stadtstand.serve.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * A way to narrow a list: a parameter of the address, and the field of the list's filter that it
 * stands for.
 *
 * @param parameter in the address,
 * @param field of the filter
 * @param form what the parameter's values must look like, and how the field takes them
 * @param given the values, where the answer has no words for them; else the answer lists them
 */
record PageFacet(String parameter, String field, Form form, List<Given> given) {

  private static final BigDecimal MOST = BigDecimal.valueOf(3);

  /** The value that stands for “not stated”. */
  static final String ABSENT = "-";

  PageFacet(String parameter, String field, Form form) {
    this(parameter, field, form, List.of());
  }

  /** A value with its words. */
  record Given(String value, String de, String en) {}

  /** What the values of a facet are. */
  enum Form {
    CONSTANT("[A-Z][A-Z0-9_]{0,39}"),
    KEY("[a-z0-9][a-z0-9._-]{0,79}"),
    TEXT("\\P{Cntrl}{1,200}"),
    PERIOD("\\d{4}[0-9Q-]{0,6}"),
    /** How often something happened; the last value means that often or more. */
    TIMES("[0-3]");

    private final Pattern written;

    Form(String written) {
      this.written = Pattern.compile(written);
    }
  }

  boolean takes(String value) {
    return value.equals(ABSENT) || form.written.matcher(value).matches();
  }

  /** The column as facets name it. */
  String column() {
    return field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** The value of the address for one of the answer; null if there is none. */
  @Nullable String parameterOf(Map<?, ?> value) {
    if (value.get("absent") != null) {
      return ABSENT;
    }
    String written = value.get("value") == null ? null : value.get("value").toString();
    return written != null && form == Form.TIMES && new BigDecimal(written).compareTo(MOST) > 0
        ? MOST.toString()
        : written;
  }

  /** Whether its values have an order of their own, rather than the most frequent first. */
  boolean rises() {
    return form == Form.PERIOD || form == Form.TIMES;
  }

  /** The words that are given for a value, if any are. */
  Optional<String> words(String value, Language language) {
    return given.stream()
        .filter(each -> each.value().equals(value))
        .map(each -> language.pick(each.de(), each.en()))
        .findFirst();
  }

  /** A filter that one of the values passes. */
  Map<String, Object> condition(List<String> values) {
    List<Map<String, Object>> each =
        values.stream().map(value -> Map.<String, Object>of(field, operator(value))).toList();
    return each.size() == 1 ? each.getFirst() : Map.of("or", each);
  }

  private Map<String, Object> operator(String value) {
    if (value.equals(ABSENT)) {
      return Map.of("isNull", true);
    }
    return switch (form) {
      case CONSTANT, KEY, TEXT -> Map.of("in", List.of(value));
      case PERIOD -> Map.of("within", value);
      case TIMES -> Map.of(value.equals("3") ? "gte" : "eq", Integer.valueOf(value));
    };
  }
}
