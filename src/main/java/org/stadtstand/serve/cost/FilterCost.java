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
   * @param rows of which the list is found
   */
  static Size of(
      KnownLists lists, ListedType<?> type, @Nullable Object filter, List<Pin> pins, long rows) {
    FilterCost cost = new FilterCost(lists, pins);
    long tested = cost.tested(type, filter, 1);
    return new Size(0, cost.values, Size.times(rows, 1 + tested), cost.units);
  }

  /** The related records that are looked at for each record. */
  private long tested(ListedType<?> type, @Nullable Object filter, int level) {
    long tested = 0;
    switch (filter) {
      case List<?> parts -> {
        for (Object part : parts) {
          tested = Size.plus(tested, tested(type, part, level));
        }
      }
      case Map<?, ?> fields -> {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
          tested = Size.plus(tested, tested(type, field.getKey(), field.getValue(), level));
        }
      }
      case null -> {}
      default -> values++;
    }
    return tested;
  }

  private long tested(ListedType<?> type, Object name, @Nullable Object value, int level) {
    Related related = lists.related(type, String.valueOf(name), pins);
    if (related == null || !(value instanceof Map<?, ?> conditions)) {
      return tested(type, value, level);
    }
    long tested = 0;
    for (Object condition : conditions.values()) {
      units += level;
      long inner = level >= Scope.LEVELS ? 0 : tested(related.type(), condition, level + 1);
      tested = Size.plus(tested, Size.times(most(related), 1 + inner));
    }
    return tested;
  }

  private static long most(Related related) {
    return related.most() == KnownLists.UNKNOWN ? CostEstimate.UNKNOWN_ROWS : related.most();
  }
}
