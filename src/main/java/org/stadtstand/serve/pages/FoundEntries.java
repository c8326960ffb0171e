package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The answer to a search in the form of a list that is narrowed by the type of its records. */
record FoundEntries(Map<String, ?> data) {

  /** With the numbers of each type as the groups of a facet. */
  Map<String, ?> asList() {
    if (!(data.get("found") instanceof Map<?, ?> found
        && found.get("counts") instanceof List<?> counts)) {
      return Map.of();
    }
    List<Map<String, Object>> groups =
        counts.stream().map(count -> group((Map<?, ?>) count)).toList();
    return Map.of("list", found, ListChoice.TYPE, Map.of("groups", Map.of("nodes", groups)));
  }

  private static Map<String, Object> group(Map<?, ?> count) {
    return Map.of(
        "label",
        Objects.requireNonNull(count.get("typeLabel")),
        "count",
        Objects.requireNonNull(count.get("count")),
        "keys",
        Map.of("value", Objects.requireNonNull(count.get("type"))));
  }
}
