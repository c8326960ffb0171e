package org.stadtstand.serve.pages;

import java.util.Map;

/**
 * An order that a list can have.
 *
 * @param name in the address
 * @param field of the list's order
 */
record PageOrder(String name, String field, boolean descending, String de, String en) {

  Map<String, String> argument() {
    return Map.of("field", field, "direction", descending ? "DESC" : "ASC");
  }
}
