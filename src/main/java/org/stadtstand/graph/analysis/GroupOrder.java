package org.stadtstand.graph.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One step of sorting groups.
 *
 * @param key which of the keys; -1 if by a figure
 */
record GroupOrder(int key, @Nullable AskedFigure figure, boolean descending, boolean absentFirst) {

  static GroupOrder of(Map<String, Object> asked, GroupColumns columns, List<GroupStep> steps) {
    boolean descending = "DESC".equals(asked.get("direction"));
    boolean first = "FIRST".equals(asked.get("nulls"));
    if (asked.get("figure") != null) {
      return new GroupOrder(-1, GroupFigure.of(asked, columns), descending, first);
    }
    Object field = asked.get("field");
    int key =
        IntStream.range(0, steps.size())
            .filter(i -> steps.get(i).column().constant().equals(field))
            .findFirst()
            .orElseThrow(
                () ->
                    GroupStep.bad(
                        field == null
                            ? "A step of the order names neither a key nor a figure."
                            : "The groups have no key " + field + " to be sorted by.",
                        "Sort by a column in by, or by a figure."));
    return new GroupOrder(key, null, descending, first);
  }
}
