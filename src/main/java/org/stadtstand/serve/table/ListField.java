package org.stadtstand.serve.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects found in the selection.
 *
 * @param name the names of the fields on the way to it
 * @param keys the keys on the way to it, including its own
 * @param connection whether it holds the rows of a connection
 */
record ListField(SelectedField list, String name, List<String> keys, boolean connection) {

  /** The lists of values that are reached without passing through another one. */
  static List<ListField> in(SelectedField root) {
    List<ListField> found = new ArrayList<>();
    collect(root, List.of(), List.of(), found);
    return found;
  }

  private static void collect(
      SelectedField in, List<String> keys, List<String> names, List<ListField> found) {
    for (SelectedField child : in.children()) {
      List<String> path = with(keys, child.key());
      List<String> named = child.isPlumbing() ? names : with(names, child.key());
      if (child.leaves() == 0) {
        // Of such a list only where its pages end is asked for: it has no cell.
        continue;
      }
      if (child.isList()) {
        found.add(
            new ListField(
                child, String.join(".", named), path, in.isConnection() && child.isOfPage()));
      } else {
        collect(child, path, named, found);
      }
    }
  }

  /** The list that a dotted name denotes or begins with; null if there is none. */
  static @Nullable ListField named(List<ListField> lists, String name) {
    for (ListField list : lists) {
      if (name.equals(list.name) || name.startsWith(list.name + ".")) {
        return list;
      }
    }
    return null;
  }

  static List<String> with(List<String> list, String last) {
    List<String> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
