package org.stadtstand.serve.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * A position in the selection, on the way to a column.
 *
 * @param level of nested lists
 * @param keys from an element of the level
 * @param joined whether the path passed a list that does not become rows, so that its values share
 *     a cell
 */
record ColumnPath(
    int level, List<String> keys, List<String> names, List<Text> titles, boolean joined) {

  ColumnPath(int level, List<String> keys, List<String> names, List<Text> titles) {
    this(level, keys, names, titles, false);
  }

  /** The start of a path inside the rows; columns there are not prefixed with the list's name. */
  static ColumnPath rows() {
    return new ColumnPath(1, List.of(), List.of(), List.of());
  }

  ColumnPath to(SelectedField child, SelectedField in, ColumnWords words) {
    boolean plumbing = child.isPlumbing();
    Text title = titles.isEmpty() ? words.first(child, in) : words.title(child, in);
    return new ColumnPath(
        level,
        ListField.with(keys, child.key()),
        plumbing ? names : ListField.with(names, child.key()),
        plumbing ? titles : with(titles, title),
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

  /** The same in words. */
  Text title() {
    return new Text(title(Language.DE), title(Language.EN));
  }

  private String title(Language language) {
    return titles.stream().map(title -> title.in(language)).collect(Collectors.joining(": "));
  }

  private static List<Text> with(List<Text> titles, Text title) {
    return Stream.concat(titles.stream(), Stream.of(title)).toList();
  }
}
