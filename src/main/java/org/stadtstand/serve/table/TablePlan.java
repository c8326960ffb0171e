package org.stadtstand.serve.table;

import java.util.List;
import java.util.Optional;

/**
 * How an answer becomes a table.
 *
 * @param levels the lists from the outermost to the one whose elements are the rows; empty if the
 *     whole answer is one row
 * @param columns of each row
 */
public record TablePlan(SelectedField root, List<ListLevel> levels, List<TableColumn> columns) {

  /** The list whose elements are read one by one. */
  public SelectedField rows() {
    SelectedField selected = root;
    for (String key : levels.getFirst().path()) {
      selected =
          selected.children().stream()
              .filter(child -> child.key().equals(key))
              .findFirst()
              .orElseThrow();
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
