package org.stadtstand.graph.groups;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.FigureColumn;

/**
 * What the filter of a list says of one column, whatever else must hold.
 *
 * @param parts filters, all of which must hold, each of this column alone; empty if it says nothing
 */
record FacetCondition(FigureColumn column, List<Map<String, Object>> parts) {

  FacetCondition {
    parts = List.copyOf(parts);
  }

  /** The same as one filter. */
  Map<String, Object> filter() {
    return Map.of("and", parts);
  }

  /** Whether it names a value, and does not only let it through. */
  boolean names(GroupKey key) {
    return operators()
        .anyMatch(operators -> key.absent() == null ? names(operators, key) : isNone(operators));
  }

  /** The values it names, each as a filter does. */
  Set<String> named() {
    return operators().flatMap(this::named).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<Map<?, ?>> operators() {
    return parts.stream()
        .flatMap(part -> alternatives(part).stream())
        .<Map<?, ?>>map(part -> (Map<?, ?>) part.get(column.name()))
        .filter(Objects::nonNull);
  }

  /** Conditions of which one must hold; most often there is only one. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> alternatives(Map<String, Object> part) {
    return part.get("or") instanceof List<?> several
        ? (List<Map<String, Object>>) several
        : List.of(part);
  }

  private boolean names(Map<?, ?> operators, GroupKey key) {
    return named(operators).anyMatch(name -> name.equals(key.name()));
  }

  private Stream<String> named(Map<?, ?> operators) {
    Object own = column.relation() == null ? operators : part(operators.get("some"), "key");
    return Stream.of("eq", "in", "within")
        .map(operator -> part(own, operator))
        .flatMap(named -> named instanceof List<?> several ? several.stream() : Stream.of(named))
        .map(FacetCondition::text);
  }

  private boolean isNone(Map<?, ?> operators) {
    return column.relation() == null
        ? Boolean.TRUE.equals(operators.get("isNull"))
        : Map.of().equals(operators.get("none"));
  }

  private static Object part(@Nullable Object map, String name) {
    Object part = map instanceof Map<?, ?> parts ? parts.get(name) : null;
    return part == null ? List.of() : part;
  }

  private static String text(Object named) {
    return named instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : named.toString();
  }
}
