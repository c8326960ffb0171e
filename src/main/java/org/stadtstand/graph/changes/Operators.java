package org.stadtstand.graph.changes;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.listing.Filters;

/** The filter operators, applied to a value in memory; a missing value matches none. */
final class Operators {

  private Operators() {}

  static Predicate<RecordChange> of(
      Map<String, @Nullable Object> operators, Function<RecordChange, @Nullable Object> value) {
    Predicate<RecordChange> all = change -> true;
    for (Map.Entry<String, @Nullable Object> operator : operators.entrySet()) {
      Predicate<@Nullable Object> holds =
          holds(operator.getKey(), Filters.given(operator.getKey(), operator.getValue()));
      all = all.and(change -> holds.test(value.apply(change)));
    }
    return all;
  }

  private static Predicate<@Nullable Object> holds(String operator, Object operand) {
    return switch (operator) {
      case "isNull" -> value -> (value == null) == (Boolean) operand;
      case "eq" -> operand::equals;
      case "in" -> value -> value != null && ((List<?>) operand).contains(value);
      case "contains" -> folded(operand, String::contains);
      case "startsWith" -> folded(operand, String::startsWith);
      case "lt" -> compared(operand, order -> order < 0);
      case "lte" -> compared(operand, order -> order <= 0);
      case "gt" -> compared(operand, order -> order > 0);
      case "gte" -> compared(operand, order -> order >= 0);
      default -> throw Filters.unknown(operator);
    };
  }

  private static Predicate<@Nullable Object> folded(
      Object operand, BiPredicate<String, String> part) {
    return value ->
        value != null && part.test(SortKey.of(value.toString()), SortKey.of(operand.toString()));
  }

  private static Predicate<@Nullable Object> compared(Object operand, IntPredicate order) {
    return value ->
        value instanceof Integer number && order.test(number.compareTo((Integer) operand));
  }
}
