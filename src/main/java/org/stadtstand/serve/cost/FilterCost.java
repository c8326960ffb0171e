package org.stadtstand.serve.cost;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.schema.KnownLists.Related;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Scope;
import org.stadtstand.record.time.Pin;

/**
 * What a filter costs. Each condition counts as a value. A condition on related records also costs
 * as many units as it is levels deep, and lets the database look through the members that a record
 * can have, times those of the levels above.
 */
final class FilterCost {

  /** Of a row that is read, and of a condition that is tested on it: in tenths of a row. */
  private static final long ROW = 10;

  private static final long CONDITION = 1;

  private final KnownLists lists;
  private final List<Pin> pins;
  private long values;
  private long units;

  private FilterCost(KnownLists lists, List<Pin> pins) {
    this.lists = lists;
    this.pins = pins;
  }

  /**
   * The cost of a list with its filter.
   *
   * @param type whose records are listed; null if they are those of several types
   * @param rows of which the list is found
   */
  static Size of(
      KnownLists lists,
      @Nullable ListedType<?> type,
      @Nullable Object filter,
      List<Pin> pins,
      long rows) {
    FilterCost cost = new FilterCost(lists, pins);
    long tenths = Size.plus(ROW, cost.tested(type, filter, 1));
    return new Size(0, cost.values, Size.times(rows, tenths) / ROW, cost.units);
  }

  /** What testing one record costs, in tenths of reading it. */
  private long tested(@Nullable ListedType<?> type, @Nullable Object filter, int level) {
    return switch (filter) {
      case null -> 0;
      case List<?> parts when parts.stream().allMatch(FilterCost::isValue) -> {
        // One look-up, however many values are allowed.
        values += parts.size();
        yield CONDITION;
      }
      case List<?> parts -> {
        long tested = 0;
        for (Object part : parts) {
          tested = Size.plus(tested, tested(type, part, level));
        }
        yield tested;
      }
      case Map<?, ?> fields -> {
        long tested = 0;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          tested = Size.plus(tested, tested(type, field.getKey(), field.getValue(), level));
        }
        yield tested;
      }
      default -> {
        values++;
        yield CONDITION;
      }
    };
  }

  private static boolean isValue(@Nullable Object part) {
    return !(part instanceof Map || part instanceof List);
  }

  private long tested(
      @Nullable ListedType<?> type, Object name, @Nullable Object value, int level) {
    Related related = type == null ? null : lists.related(type, String.valueOf(name), pins);
    if (related == null || !(value instanceof Map<?, ?> conditions)) {
      return tested(type, value, level);
    }
    long tested = 0;
    for (Object condition : related.conditions(conditions)) {
      units += level;
      long inner = level >= Scope.LEVELS ? 0 : tested(related.type(), condition, level + 1);
      tested = Size.plus(tested, Size.times(most(related), Size.plus(ROW, inner)));
    }
    return tested;
  }

  private static long most(Related related) {
    return related.most() == KnownLists.UNKNOWN ? CostEstimate.UNKNOWN_ROWS : related.most();
  }
}
