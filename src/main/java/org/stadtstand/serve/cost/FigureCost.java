package org.stadtstand.serve.cost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;

/**
 * What figures cost. One row goes out and all are read, so they are priced by the rows that are
 * looked through, each figure by itself: a filter of its own adds what testing it costs, and what
 * has to sort the rows adds half.
 *
 * @param type whose records are listed
 * @param rows how many the list can have
 * @param found what finding them costs
 */
record FigureCost(ListedType<?> type, long rows, Size found) {

  private static final Set<String> OF_LISTS =
      Set.of("count", "percent", "aggregates", "groups", "rows", "listed", "begun");
  private static final String FACETS = "facets";
  private static final Set<String> SORTING =
      Set.of("median", "medianPrecision", "medianLabel", "p90", "distinctCount");
  private static final String AGGREGATES = "Aggregates";

  /** Whether a type has figures of the list that it is a part of. */
  static boolean isBelow(String typeName) {
    return typeName.endsWith(AGGREGATES) || isPage(typeName) || typeName.endsWith("Group");
  }

  /** Whether it has a page of groups, which are read in one pass, however many they are. */
  static boolean isPage(String typeName) {
    return typeName.endsWith("Groups") || typeName.equals("Facet");
  }

  /** How many there are of what a list is asked for beside its rows; its page if it is neither. */
  static long elements(
      KnownLists lists, String typeName, String field, Map<String, Object> arguments, long page) {
    return switch (field) {
      case FACETS -> facets(arguments);
      case KnownLists.COUNTS -> lists.length(typeName, field, arguments, List.of());
      default -> page;
    };
  }

  private static long facets(Map<String, Object> arguments) {
    return arguments.get("of") instanceof Collection<?> columns ? columns.size() : 1;
  }

  /**
   * What a field of a list, or of its aggregates, looks through.
   *
   * @param typeName the type that has the field
   */
  Size of(
      KnownLists lists,
      String typeName,
      String field,
      Map<String, Object> arguments,
      List<Pin> pins) {
    if (typeName.endsWith(AGGREGATES)) {
      return Size.scanned(SORTING.contains(field) ? rows / 2 : 0);
    }
    if (field.equals(FACETS)) {
      return Size.scanned(Size.times(facets(arguments), rows));
    }
    return OF_LISTS.contains(field)
        ? Size.scanned(rows)
            .plus(filter(lists, arguments.get("filter"), pins))
            .plus(filter(lists, arguments.get("of"), pins))
        : Size.NOTHING;
  }

  private Size filter(KnownLists lists, @Nullable Object filter, List<Pin> pins) {
    if (filter == null) {
      return Size.NOTHING;
    }
    Size tested = FilterCost.of(lists, type, filter, pins, rows);
    return new Size(0, tested.values(), 0, tested.conditions())
        .plus(Size.scanned(tested.tested() - rows));
  }
}
