package org.stadtstand.record.listing;

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

  /**
   * The same by a table of pairs, each of which is published once at most. The table is joined:
   * with a select of its own for each child, a filter would look at every child of the city for
   * each parent.
   *
   * @param child the pair's column of the child
   * @param parent the pair's column of the parent
   */
  public static <T> Relation<T> through(
      String parentType,
      String field,
      ListedType<T> type,
      String pairs,
      String child,
      String parent) {
    type.join(
        pairs,
        """
        join %1$s {%1$s} on {%1$s}.%2$s = {t}.record
          and {%1$s}.since <= pin.release and {%1$s}.until > pin.release\
        """
            .formatted(pairs, child));
    return of(parentType, field, type, "{%s}.%s = {p}".formatted(pairs, parent));
  }

  String link(Map<String, Object> arguments, Scope child, String parent) {
    return child.sql(link.apply(arguments).replace("{p}", parent));
  }
}
