package org.stadtstand.serve.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The answer to a search in the form of a list that is narrowed by the type of its records.
 *
 * @param type what the type is called
 */
record FoundEntries(Map<String, ?> data, String type) {

  /** With the numbers of each type as a facet. */
  Map<String, ?> asList() {
    Map<Object, Object> list =
        data.get("found") instanceof Map<?, ?> found ? new HashMap<>(found) : new HashMap<>();
    List<?> counts = list.get("counts") instanceof List<?> several ? several : List.of();
    List<Map<String, Object>> values =
        counts.stream().map(count -> value((Map<?, ?>) count)).toList();
    list.put("counted", List.of(Map.of("field", "TYPE", "label", type, "values", values)));
    return Map.of("list", list);
  }

  private static Map<String, Object> value(Map<?, ?> count) {
    return Map.of(
        "label",
        Objects.requireNonNull(count.get("typeLabel")),
        "count",
        Objects.requireNonNull(count.get("count")),
        "value",
        Objects.requireNonNull(count.get("type")));
  }
}
