package org.stadtstand.listing;

import java.util.Map;
import java.util.function.Function;

/**
 * The records of one type that belong to a record of another: declared once, it is a nested
 * connection, its batch, its count, and a filter with some, none and every.
 *
 * @param field the connection's name on the parent
 * @param link SQL that holds for a child {@code {t}} of the parent {@code {p}}; made from the
 *     connection's own arguments, of which a filter has none
 */
public record Relation<T>(
    String parentType,
    String field,
    ListedType<T> child,
    Function<Map<String, Object>, String> link) {

  public static <T> Relation<T> of(
      String parentType, String field, ListedType<T> child, String link) {
    return new Relation<>(parentType, field, child, arguments -> link);
  }

  String link(Map<String, Object> arguments, Scope child, String parent) {
    return child.sql(link.apply(arguments).replace("{p}", parent));
  }
}
