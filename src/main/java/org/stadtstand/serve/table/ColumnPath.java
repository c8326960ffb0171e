package org.stadtstand.serve.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * A position in the selection, on the way to a column.
 *
 * @param level of nested lists
 * @param keys from an element of the level
 * @param joined whether the path passed a list that does not become rows, so that its values share
 *     a cell
 */
record ColumnPath(
    int level, List<String> keys, List<String> names, List<String> titles, boolean joined) {

  ColumnPath(int level, List<String> keys, List<String> names, List<String> titles) {
    this(level, keys, names, titles, false);
  }

  /** The start of a path inside the rows; columns there are not prefixed with the list's name. */
  static ColumnPath rows() {
    return new ColumnPath(1, List.of(), List.of(), List.of());
  }

  ColumnPath to(SelectedField child, ColumnWords words, @Nullable Language language) {
    boolean plumbing = child.isPlumbing();
    return new ColumnPath(
        level,
        ListField.with(keys, child.key()),
        plumbing ? names : ListField.with(names, child.key()),
        plumbing ? titles : ListField.with(titles, words.title(child, language)),
        joined);
  }

  ColumnPath level(int level) {
    return new ColumnPath(level, List.of(), names, titles, joined);
  }

  ColumnPath joined(boolean list) {
    return new ColumnPath(level, keys, names, titles, joined || list);
  }

  String name() {
    return String.join(".", names);
  }

  String title() {
    return String.join(": ", titles);
  }
}
