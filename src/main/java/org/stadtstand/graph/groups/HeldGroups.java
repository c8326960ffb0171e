package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.figures.HeldFigures;
import org.stadtstand.graph.figures.HeldFigures.HeldGroup;
import org.stadtstand.graph.groups.GroupKey.Absence;
import org.stadtstand.graph.groups.GroupReader.GroupRow;
import org.stadtstand.record.columns.KeyColumn;
import org.stadtstand.record.columns.RowCounts;
import org.stadtstand.record.listing.FilterField.Kind;

/** Groups counted out of columns in memory, in the form in which a statement finds them. */
@Component
class HeldGroups {

  private final HeldFigures figures;

  HeldGroups(HeldFigures figures) {
    this.figures = figures;
  }

  /**
   * The groups of some lists; nothing if a statement has to find them.
   *
   * @param list what is listed
   * @param most so many groups of a list are enough to know that there are too many
   */
  Optional<List<GroupRow>> of(
      Object list,
      List<?> lists,
      Map<String, Object> filter,
      List<GroupStep> steps,
      List<AskedFigure> asked,
      int most) {
    if (steps.stream().anyMatch(step -> step.level() != null || step.isMany())) {
      return Optional.empty();
    }
    List<KeyColumn> by =
        steps.stream()
            .map(step -> new KeyColumn(step.column().value(), step.unit().months(), step.edges()))
            .toList();
    return figures
        .of(list, lists, filter, by, asked, most)
        .map(
            found -> {
              List<GroupRow> rows = new ArrayList<>();
              for (int n = 1; n <= found.size(); n++) {
                addAll(
                    rows,
                    n,
                    FoundLists.states(lists.get(n - 1)).getFirst().place().id(),
                    found.get(n - 1),
                    steps);
              }
              return rows;
            });
  }

  private static void addAll(
      List<GroupRow> rows, int n, int place, List<HeldGroup> found, List<GroupStep> steps) {
    int size = found.stream().mapToInt(HeldGroup::count).sum();
    for (HeldGroup group : found) {
      List<List<@Nullable String>> keys = new ArrayList<>();
      for (int i = 0; i < steps.size(); i++) {
        keys.add(key(group.keys().get(i), steps.get(i)));
      }
      rows.add(new GroupRow(n, keys, place, size, group.figures()));
    }
  }

  /** The value, what stands beside it, and why there is none. */
  private static List<@Nullable String> key(RowCounts.Key key, GroupStep step) {
    Absence without = step.column().isDerived() ? Absence.NO_EVENT : Absence.NO_VALUE;
    boolean known =
        step.column().value().kind() == Kind.DATE ? key.beside() != null : key.value() != null;
    String absent = key.withheld() ? Absence.WITHHELD.name() : known ? null : without.name();
    return Arrays.asList(key.value(), key.beside(), absent);
  }

  /** The values of each facet, by its place; nothing if a statement has to find them. */
  Optional<Map<Integer, List<GroupRow>>> facets(
      Object list, List<?> lists, FacetQuestion question, int most) {
    List<AskedFigure> count = List.of(AskedFigure.count(Map.of()));
    Map<Integer, List<GroupRow>> facets = new HashMap<>();
    for (int i = 0; i < question.steps().size(); i++) {
      GroupStep step = question.steps().get(i);
      List<Map<String, Object>> parts = new ArrayList<>(question.othersThan(step));
      parts.add(question.common());
      Optional<List<GroupRow>> own =
          of(list, lists, Map.of("and", parts), List.of(step), count, most);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      facets.put(i, own.get());
    }
    return Optional.of(facets);
  }
}
