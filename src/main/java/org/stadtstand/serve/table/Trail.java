package org.stadtstand.serve.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * Where one is in what is selected, on the way to a column.
 *
 * @param level of nested lists
 * @param keys from an element of the level
 * @param joined whether a list that does not become rows was passed: its values share a cell
 */
record Trail(
    int level, List<String> keys, List<String> names, List<String> titles, boolean joined) {

  Trail(int level, List<String> keys, List<String> names, List<String> titles) {
    this(level, keys, names, titles, false);
  }

  /** Inside the rows: a column there is not called after the list. */
  static Trail rows() {
    return new Trail(1, List.of(), List.of(), List.of());
  }

  Trail to(Selected child, Words words, @Nullable Language language) {
    boolean plumbing = child.isPlumbing();
    return new Trail(
        level,
        Found.with(keys, child.key()),
        plumbing ? names : Found.with(names, child.key()),
        plumbing ? titles : Found.with(titles, words.title(child, language)),
        joined);
  }

  Trail level(int level) {
    return new Trail(level, List.of(), names, titles, joined);
  }

  Trail joined(boolean list) {
    return new Trail(level, keys, names, titles, joined || list);
  }

  String name() {
    return String.join(".", names);
  }

  String title() {
    return String.join(": ", titles);
  }
}
