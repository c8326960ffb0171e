package org.stadtstand.city.publicservice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter that finds those services on a list that were never assessed. Conditions on
 * assessments are dropped, because a service without one cannot meet them; a part of the filter
 * that consists only of such conditions is dropped as a whole.
 */
final class UnassessedFilter {

  private static final Set<String> ABOUT_ASSESSMENTS =
      Set.of("onlineApplication", "endToEnd", "maturityModel", "maturityLevel", "assessments");

  private static final Map<String, Object> NEVER_ASSESSED =
      Map.of("endToEnd", Map.of("isNull", true));

  private UnassessedFilter() {}

  static Map<String, Object> filter(Map<String, Object> asked) {
    Map<String, Object> others = without(asked);
    return others.isEmpty() ? NEVER_ASSESSED : Map.of("and", List.of(others, NEVER_ASSESSED));
  }

  private static Map<String, Object> without(Map<?, ?> filter) {
    Map<String, Object> kept = new HashMap<>();
    filter.forEach(
        (name, condition) -> {
          Object left = left(String.valueOf(name), condition);
          if (left != null) {
            kept.put(String.valueOf(name), left);
          }
        });
    return kept;
  }

  private static @Nullable Object left(String name, @Nullable Object condition) {
    if (condition == null || ABOUT_ASSESSMENTS.contains(name)) {
      return null;
    }
    return switch (name) {
      case "and", "or" -> parts((List<?>) condition);
      case "not" -> part((Map<?, ?>) condition);
      default -> condition;
    };
  }

  private static @Nullable Object parts(List<?> parts) {
    List<Object> kept = new ArrayList<>();
    for (Object each : parts) {
      Object left = part((Map<?, ?>) each);
      if (left != null) {
        kept.add(left);
      }
    }
    return kept.isEmpty() && !parts.isEmpty() ? null : kept;
  }

  /** Null if nothing of the part remains; a part that was empty from the start is kept. */
  private static @Nullable Object part(Map<?, ?> part) {
    Map<String, Object> kept = without(part);
    return kept.isEmpty() && !part.isEmpty() ? null : kept;
  }
}
