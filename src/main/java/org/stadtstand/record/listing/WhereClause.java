package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A filter as a condition: fields, and, or, not; read from the raw map so nothing is ignored. */
final class WhereClause {

  /** No name of the API, so that no caller can use it. */
  static final String UNDECIDED = "?";

  private final Function<ListedType<?>, Map<String, FilterField>> filters;

  WhereClause(Function<ListedType<?>, Map<String, FilterField>> filters) {
    this.filters = filters;
  }

  Condition of(ListedType<?> type, Map<String, Object> filter, Scope scope) {
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      if (entry.getValue() != null) {
        all.add(condition(type, entry.getKey(), entry.getValue(), scope));
      }
    }
    return all(all);
  }

  /** True if there are none; jOOQ's "no condition" would vanish from an "or" instead. */
  static Condition all(List<Condition> conditions) {
    return conditions.isEmpty() ? DSL.trueCondition() : DSL.and(conditions);
  }

  /** False if there are none. */
  static Condition any(List<Condition> conditions) {
    return conditions.isEmpty() ? DSL.falseCondition() : DSL.or(conditions);
  }

  private Condition condition(ListedType<?> type, String name, Object value, Scope scope) {
    return switch (name) {
      case "and" -> all(parts(type, value, scope));
      case "or" -> any(parts(type, value, scope));
      case "not" ->
          // Not "not": if it is unknown whether a row matches, it does not match.
          DSL.condition(
              scope.isUndecided() ? "not ({0})" : "({0}) is not true",
              of(type, Filters.map(value), scope));
      case UNDECIDED ->
          DSL.condition("({0}) is null", of(type, Filters.map(value), scope.undecided()));
      default -> {
        FilterField field = filters.apply(type).get(name);
        if (field == null) {
          throw Filters.unknown(name);
        }
        yield field.condition(value, scope);
      }
    };
  }

  private List<Condition> parts(ListedType<?> type, Object value, Scope scope) {
    return ((List<?>) value).stream().map(part -> of(type, Filters.map(part), scope)).toList();
  }
}
