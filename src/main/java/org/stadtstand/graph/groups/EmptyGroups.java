package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.AskedFigure;

/**
 * The groups that no row is in, where a question wants them too: a histogram has each of its
 * classes, and a line each of its months.
 *
 * @param keys of each step of the grouping
 * @param figures what is asked of each group
 */
record EmptyGroups(List<GroupKeys> keys, Set<AskedFigure> figures) {

  /** The groups with those that are missing; of two columns, for each value of the other one. */
  List<GroupedList.Row> and(List<GroupedList.Row> rows) {
    if (keys.stream().noneMatch(key -> key.step().empty())) {
      return rows;
    }
    Set<List<GroupKey>> all = new LinkedHashSet<>();
    rows.forEach(row -> all.add(row.keys()));
    if (rows.isEmpty() && keys.size() == 1) {
      keys.getFirst().all(Set.of()).forEach(key -> all.add(List.of(key)));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).step().empty()) {
        all.addAll(completed(all, i));
        GroupReader.refuseMore(all.size());
      }
    }
    rows.forEach(row -> all.remove(row.keys()));
    List<GroupedList.Row> completed = new ArrayList<>(rows);
    all.forEach(missing -> completed.add(new GroupedList.Row(missing, ofNothing(), List.of())));
    return completed;
  }

  private Set<List<GroupKey>> completed(Set<List<GroupKey>> found, int step) {
    Set<GroupKey> own = new LinkedHashSet<>();
    found.forEach(group -> own.add(group.get(step)));
    List<GroupKey> values = keys.get(step).all(own);
    Set<List<GroupKey>> more = new LinkedHashSet<>();
    for (List<GroupKey> group : found) {
      for (GroupKey value : values) {
        List<GroupKey> other = new ArrayList<>(group);
        other.set(step, value);
        more.add(List.copyOf(other));
      }
      GroupReader.refuseMore(more.size());
    }
    return more;
  }

  private Map<AskedFigure, @Nullable Object> ofNothing() {
    Map<AskedFigure, @Nullable Object> none = new HashMap<>();
    figures.forEach(figure -> none.put(figure, figure.ofNothing()));
    return none;
  }
}
