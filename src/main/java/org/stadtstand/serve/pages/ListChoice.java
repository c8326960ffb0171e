package org.stadtstand.serve.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose of a list; the address says all of it, so that a choice can be kept, sent and
 * asked again.
 *
 * @param values of each facet by its parameter, sorted; a record passes if it has one of them
 * @param text a word that must occur; empty for any
 * @param order the name of an order; empty for the first
 * @param after the cursor at which the list continues; null for its beginning
 */
record ListChoice(
    SortedMap<String, List<String>> values, String text, String order, @Nullable String after) {

  /** Everything, from the beginning. */
  static final ListChoice ALL = new ListChoice(new TreeMap<>(), "", "", null);

  static final String TEXT = "text";
  static final String TYPE = "typ";
  static final String ORDER = "ordnung";
  static final String AFTER = "nach";

  private static final int TEXT_LENGTH = 100;
  private static final int VALUES = 20;

  /** The choice in the parameters of an address; none if one of them has no meaning. */
  static Optional<ListChoice> read(ListForm form, Map<String, String[]> parameters) {
    TreeMap<String, List<String>> values = new TreeMap<>();
    boolean sound = true;
    for (PageFacet facet : form.facets()) {
      List<String> given =
          Arrays.stream(parameters.getOrDefault(facet.parameter(), new String[0]))
              .filter(Predicate.not(String::isBlank))
              .sorted()
              .distinct()
              .toList();
      sound &= given.size() <= VALUES && given.stream().allMatch(facet::takes);
      if (!given.isEmpty()) {
        values.put(facet.parameter(), given);
      }
    }
    String text = form.texts().isEmpty() ? "" : first(parameters, TEXT).strip();
    String order = form.orders().isEmpty() ? "" : first(parameters, ORDER);
    sound &= text.length() <= TEXT_LENGTH && text.chars().noneMatch(Character::isISOControl);
    sound &= order.isEmpty() || form.orders().stream().anyMatch(each -> each.name().equals(order));
    String after = first(parameters, AFTER);
    return sound
        ? Optional.of(new ListChoice(values, text, order, after.isEmpty() ? null : after))
        : Optional.empty();
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  boolean narrows() {
    return !values.isEmpty() || !text.isEmpty();
  }

  boolean has(String parameter, String value) {
    return values.getOrDefault(parameter, List.of()).contains(value);
  }

  /** The choice with a value more, or less if it was chosen, from the beginning of the list. */
  ListChoice toggled(String parameter, String value) {
    TreeMap<String, List<String>> toggled = new TreeMap<>(values);
    List<String> old = values.getOrDefault(parameter, List.of());
    List<String> now =
        old.contains(value)
            ? old.stream().filter(Predicate.not(value::equals)).toList()
            : Stream.concat(old.stream(), Stream.of(value)).sorted().toList();
    if (now.isEmpty()) {
      toggled.remove(parameter);
    } else {
      toggled.put(parameter, now);
    }
    return new ListChoice(toggled, text, order, null);
  }

  ListChoice withoutText() {
    return new ListChoice(values, "", order, null);
  }

  /** Everything in the same order. */
  ListChoice widest() {
    return new ListChoice(new TreeMap<>(), "", order, null);
  }

  ListChoice from(@Nullable String cursor) {
    return new ListChoice(values, text, order, cursor);
  }

  /** The variables of the list's question. */
  Map<String, @Nullable Object> variables(ListForm form) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("after", after);
    variables.put("filter", filter(form));
    variables.put(
        "order",
        form.orders().stream()
            .filter(each -> order.isEmpty() || each.name().equals(order))
            .findFirst()
            .map(each -> List.of(each.argument()))
            .orElse(null));
    return variables;
  }

  /** The variables of a search, which is only asked if there is something to look for. */
  Map<String, @Nullable Object> searched() {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("text", text);
    variables.put("types", values.get(TYPE));
    variables.put("asked", !text.isEmpty());
    return variables;
  }

  private @Nullable Map<String, Object> filter(ListForm form) {
    List<Map<String, Object>> conditions = new ArrayList<>();
    for (PageFacet facet : form.facets()) {
      List<String> chosen = values.get(facet.parameter());
      if (chosen != null) {
        conditions.add(facet.condition(chosen));
      }
    }
    if (!text.isEmpty()) {
      conditions.add(
          Map.of(
              "or",
              form.texts().stream()
                  .map(field -> Map.of(field, Map.of("contains", text)))
                  .toList()));
    }
    return conditions.isEmpty() ? null : Map.of("and", conditions);
  }

  /** The parameters of the address, in one order, so that equal choices have equal addresses. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    values.forEach(
        (name, each) -> each.forEach(value -> parameters.add(name + "=" + coded(value))));
    Stream.of(pair(TEXT, text), pair(ORDER, order), pair(AFTER, after))
        .filter(Objects::nonNull)
        .forEach(parameters::add);
    return parameters;
  }

  /** What a form has to carry on, so that a reader who chooses another day keeps the rest. */
  List<Map<String, String>> fields() {
    List<Map<String, String>> fields = new ArrayList<>();
    values.forEach((name, each) -> each.forEach(value -> fields.add(field(name, value))));
    Stream.of(field(TEXT, text), field(ORDER, order))
        .filter(field -> !field.containsValue(""))
        .forEach(fields::add);
    return fields;
  }

  private static Map<String, String> field(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  private static @Nullable String pair(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? null : name + "=" + coded(value);
  }

  private static String coded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
