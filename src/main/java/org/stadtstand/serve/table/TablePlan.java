package org.stadtstand.serve.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an answer becomes a table.
 *
 * @param levels the lists from the outermost to the one whose elements are the rows; empty if the
 *     whole answer is one row
 * @param columns of each row
 * @param sheet what the table is called among those of its answer; null if it is the only one
 */
public record TablePlan(
    SelectedField root, List<ListLevel> levels, List<TableColumn> columns, @Nullable String sheet) {

  public TablePlan {
    columns = TableColumn.toldApart(columns);
  }

  /** The list whose elements are read one by one. */
  public SelectedField rows() {
    return list(1);
  }

  /** The list of a level, counted from 1; at 0 the whole answer. */
  SelectedField list(int level) {
    SelectedField selected = root;
    for (ListLevel each : levels.subList(0, level)) {
      for (String key : each.path()) {
        selected = selected.child(key).orElseThrow();
      }
    }
    return selected;
  }

  /** Whether the rows are those of a page: records or groups, and not the values of one record. */
  public boolean ofPages() {
    return !levels.isEmpty() && levels.getLast().connection();
  }

  /** The list that can be followed to its end. */
  Optional<ListLevel> followed() {
    return levels.isEmpty() || !levels.getFirst().connection()
        ? Optional.empty()
        : Optional.of(levels.getFirst());
  }
}
