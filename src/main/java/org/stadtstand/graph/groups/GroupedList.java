package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.record.cache.ResultCache;

/**
 * All groups of a list with the figures that were asked for, in no order.
 *
 * @param rows how many rows were grouped, each once
 */
record GroupedList(List<Row> groups, int rows) implements ResultCache.Weighed {

  static final GroupedList EMPTY = new GroupedList(List.of(), 0);

  /**
   * What is known of a group.
   *
   * @param found its keys as the database has them; empty if no row has them
   */
  record Row(List<GroupKey> keys, Map<AskedFigure, @Nullable Object> figures, List<String> found) {

    int count() {
      return figures.get(AskedFigure.count(Map.of())) instanceof Integer count ? count : 0;
    }

    @Nullable Object figure(AskedFigure figure) {
      return figures.get(figure);
    }
  }

  /** The same with groups that no row is in. */
  GroupedList and(List<GroupKey> keys) {
    List<Row> all = new ArrayList<>(groups);
    keys.forEach(key -> all.add(new Row(List.of(key), Map.of(), List.of())));
    return new GroupedList(all, rows);
  }

  int counted() {
    return groups.stream().mapToInt(Row::count).sum();
  }

  @Override
  public int weight() {
    return 1 + groups.size();
  }
}
