package org.stadtstand.serve.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells the rows of groups, series and facets apart, and what they count.
 *
 * @param words for each key the place of the column that says it, in words if one does; -1 if none
 *     was asked for
 * @param figures the places of the numbers of the innermost rows
 */
record TableKeys(List<Integer> words, List<Integer> figures) {

  private static final Set<String> SERIES = Set.of("series", "progress");
  private static final Set<String> NAMES = Set.of("name", "title", "wording", "value");

  /** The keys of a table; null if its rows have none. */
  static @Nullable TableKeys of(TablePlan plan) {
    int innermost = plan.levels().size();
    if (innermost == 0 || !hasKeys(plan.list(innermost))) {
      return null;
    }
    List<Integer> words = new ArrayList<>();
    List<Integer> figures = new ArrayList<>();
    for (int level = 1; level <= innermost; level++) {
      SelectedField list = plan.list(level);
      Map<String, Said> said = new LinkedHashMap<>();
      for (int i = 0; i < plan.columns().size(); i++) {
        TableColumn column = plan.columns().get(i);
        if (column.level() == level) {
          List<SelectedField> way = way(list, column);
          String key = key(list, way);
          if (key != null) {
            said.merge(key, new Said(i, rank(column, way)), Said::better);
          } else if (column.kind().numeric() && level == innermost) {
            figures.add(i);
          }
        }
      }
      // One facet alone need not be named.
      if (said.isEmpty() && !list.field().equals("facets")) {
        said.put("", new Said(-1, 0));
      }
      said.values().forEach(one -> words.add(one.rank == 0 ? -1 : one.place));
    }
    return new TableKeys(words, figures);
  }

  private static boolean hasKeys(SelectedField list) {
    return list.isOfGroups() || SERIES.contains(list.field());
  }

  /** The fields from an element of the column's list to its value. */
  private static List<SelectedField> way(SelectedField list, TableColumn column) {
    List<SelectedField> way = new ArrayList<>();
    SelectedField current = list;
    for (String key : column.path()) {
      current = current.child(TableQuery.unlabelled(key)).orElseThrow();
      way.add(current);
    }
    return way;
  }

  /** The name of the key that a value belongs to; null if it belongs to none. */
  private static @Nullable String key(SelectedField list, List<SelectedField> way) {
    SelectedField own = way.getFirst();
    String type = own.parentType();
    if (SERIES.contains(list.field())) {
      return own.field().matches("on(Label)?") ? "on" : null;
    }
    if (type.equals("FacetValue")) {
      return own.field().matches("value|label") ? "value" : null;
    }
    if (type.equals(SelectedField.FACET)) {
      return own.field().equals("field") ? "field" : null;
    }
    if (!list.isOfGroups()) {
      // A record, whatever is asked of it.
      return way.getLast().cell().numeric() ? null : "record";
    }
    return switch (own.field()) {
      case "label" -> "label";
      case "keys" -> way.get(1).field().replaceFirst("(Label|Absent)$", "");
      default -> null;
    };
  }

  /** How well a column says its key: a day as such, all else in words; why it is absent never. */
  private static int rank(TableColumn column, List<SelectedField> way) {
    String field = column.field();
    if (field.endsWith("Absent")) {
      return 0;
    }
    if (field.equals("on")) {
      return 5;
    }
    if (field.equals("label") || (field.endsWith("Label") && way.size() == 2)) {
      return 4;
    }
    return NAMES.contains(field) ? 3 : column.kind() == CellKind.TEXT ? 2 : 1;
  }

  /** A column that says a key, and how well. */
  private record Said(int place, int rank) {

    Said better(Said other) {
      return other.rank > rank ? other : this;
    }
  }
}
