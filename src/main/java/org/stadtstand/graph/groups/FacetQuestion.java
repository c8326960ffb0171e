package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.Page;

/**
 * Which facets a list is asked for. It refuses what makes no sense before anything is read.
 *
 * @param common the part of the list's filter that holds for all of them: what it says of none of
 *     these columns, and what stands in {@code or} and {@code not}
 * @param conditions what it says of each of the columns
 */
record FacetQuestion(
    List<GroupStep> steps, Map<String, Object> common, List<FacetCondition> conditions) {

  private static final int MOST = 20;

  /** The columns in the order of the question. */
  static List<GroupStep> steps(GroupColumns columns, Map<String, Object> arguments) {
    List<GroupStep> steps =
        ((List<?>) arguments.getOrDefault("of", List.of()))
            .stream().map(field -> GroupStep.of(Map.of("field", field), columns)).toList();
    if (steps.isEmpty() || steps.size() > MOST) {
      throw GroupStep.bad(
          "There are %d facets.".formatted(steps.size()), "Name one to " + MOST + " columns.");
    }
    if (steps.stream().distinct().count() < steps.size()) {
      throw GroupStep.bad("A facet is asked for twice.", "Name each column once.");
    }
    return steps;
  }

  static FacetQuestion of(List<GroupStep> steps, Map<String, Object> filter) {
    List<Map<String, Object>> parts = new ArrayList<>();
    split(filter, parts);
    List<FacetCondition> conditions =
        steps.stream()
            .map(
                step ->
                    new FacetCondition(
                        step.column(), parts.stream().filter(part -> isOf(step, part)).toList()))
            .toList();
    List<Map<String, Object>> common =
        parts.stream().filter(part -> steps.stream().noneMatch(step -> isOf(step, part))).toList();
    return new FacetQuestion(
        steps, common.isEmpty() ? Map.of() : Map.of("and", common), conditions);
  }

  /**
   * Whether a condition, or each of the alternatives in it, is on the column and on nothing else.
   */
  private static boolean isOf(GroupStep step, Map<String, Object> part) {
    Set<String> column = Set.of(step.column().name());
    List<Map<String, Object>> alternatives = FacetCondition.alternatives(part);
    return !alternatives.isEmpty()
        && alternatives.stream().allMatch(one -> one.keySet().equals(column));
  }

  /** Takes a filter apart into those of one condition each, all of which must hold. */
  private static void split(Map<String, Object> filter, List<Map<String, Object>> parts) {
    filter.forEach(
        (name, value) -> {
          if (name.equals("and")) {
            filters(value).forEach(part -> split(part, parts));
          } else if (value != null) {
            parts.add(Map.of(name, value));
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> filters(@Nullable Object and) {
    return and == null ? List.of() : (List<Map<String, Object>>) and;
  }

  /** What rows must fulfil to count for a facet, apart from what is common to all. */
  List<Map<String, Object>> othersThan(GroupStep step) {
    return conditions.stream()
        .filter(one -> !one.parts().isEmpty() && !one.column().equals(step.column()))
        .map(FacetCondition::filter)
        .toList();
  }

  /** How many values of each facet are listed. */
  static int size(Map<String, Object> arguments) {
    return Page.of((Integer) arguments.get("first"), null, null, null).size();
  }
}
