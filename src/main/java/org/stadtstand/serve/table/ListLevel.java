package org.stadtstand.serve.table;

import java.util.List;

/**
 * A list whose elements become rows.
 *
 * @param name as {@code explode} calls it
 * @param path the keys that lead to the list from an element of the level above
 * @param connection whether it is a page of a list that can be followed
 */
record ListLevel(String name, List<String> path, boolean connection) {

  /** The keys that lead to the connection that the list belongs to. */
  List<String> connectionPath() {
    return path.subList(0, path.size() - 1);
  }
}
