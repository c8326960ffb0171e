package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stadtstand.ground.text.Language;

/**
 * A way to narrow a list: a parameter of the address, and the field of the list's filter that it
 * stands for.
 *
 * @param parameter in the address, and the alias of its figures in the saved document
 * @param field of the filter
 * @param form what the parameter's values must look like, and how the field takes them
 * @param given the values, where the answer has no words for them; else the answer lists them
 */
record PageFacet(
    String parameter, String field, Form form, String de, String en, List<Given> given) {

  /** The value that stands for “not stated”. */
  static final String ABSENT = "-";

  PageFacet(String parameter, String field, Form form, String de, String en) {
    this(parameter, field, form, de, en, List.of());
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

  String title(Language language) {
    return language.pick(de, en);
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
