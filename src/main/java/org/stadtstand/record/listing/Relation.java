package org.stadtstand.record.listing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type that belong to a record of another. One declaration provides a nested
 * connection, its batch, its count, and a filter with some, none and every. Each room declares one
 * instance, compared by identity.
 */
public final class Relation<T> {

  /** A link by which each child has one parent, in a column of its own or of a join. */
  private static final Pattern ONE_PARENT = Pattern.compile("(\\{\\w+}\\.\\w+) = \\{p}");

  private final String parentType;
  private final String field;
  private final ListedType<T> child;
  private final Map<String, String> joins;
  private final Link link;
  private final Use use;

  private Relation(
      String parentType,
      String field,
      ListedType<T> child,
      Map<String, String> joins,
      Link link,
      Use use) {
    this.parentType = parentType;
    this.field = field;
    this.child = child;
    this.joins = joins;
    this.link = link;
    this.use = use;
  }

  /**
   * @param field the connection's name on the parent
   * @param link SQL that relates a child {@code {t}} to the parent {@code {p}}; built from the
   *     connection's own arguments, which a filter does not have
   */
  public static <T> Relation<T> of(
      String parentType,
      String field,
      ListedType<T> child,
      Function<Map<String, Object>, String> link) {
    return new Relation<>(
        parentType, field, child, child.joins(), new Link(link, null), Use.CONNECTION);
  }

  public static <T> Relation<T> of(
      String parentType, String field, ListedType<T> child, String link) {
    return of(parentType, field, child, arguments -> link);
  }

  /**
   * The same through a table of pairs, each of which is published at most once. The table is
   * joined: with a sub-select per child, a filter would look at every child of the city for each
   * parent.
   *
   * @param child the pair's column for the child
   * @param parent the pair's column for the parent
   */
  public static <T> Relation<T> through(
      String parentType,
      String field,
      ListedType<T> type,
      String pairs,
      String child,
      String parent) {
    Map<String, String> joins = new LinkedHashMap<>(type.joins());
    joins.put(
        pairs,
        """
        join %1$s {%1$s} on {%1$s}.%2$s = {t}.record
          and {%1$s}.since <= pin.release and {%1$s}.until > pin.release\
        """
            .formatted(pairs, child));
    String link = "{%s}.%s = {p}".formatted(pairs, parent);
    return new Relation<>(
        parentType,
        field,
        type,
        Collections.unmodifiableMap(joins),
        new Link(arguments -> link, new Pairs(pairs, child, parent)),
        Use.CONNECTION);
  }

  /** The same without paging: for what is short by nature. */
  public Relation<T> whole() {
    return using(new Use(false, use.filters()));
  }

  /** The same, but parents cannot be filtered by it. */
  public Relation<T> unfiltered() {
    return using(new Use(use.paged(), false));
  }

  private Relation<T> using(Use use) {
    return new Relation<>(parentType, field, child, joins, link, use);
  }

  public String parentType() {
    return parentType;
  }

  public String field() {
    return field;
  }

  public ListedType<T> child() {
    return child;
  }

  public boolean paged() {
    return use.paged();
  }

  /** Whether a record can be related to several parents. */
  public boolean isShared() {
    return joins != child.joins();
  }

  public boolean filters() {
    return use.filters();
  }

  /** The table through which it leads; null if the child has a column for its parent. */
  @Nullable Pairs pairs() {
    return link.pairs();
  }

  Map<String, String> joins() {
    return joins;
  }

  /** The column with a child's parent; null if it is related in another way. */
  @Nullable String parent(Map<String, Object> arguments) {
    Matcher column = ONE_PARENT.matcher(link.sql().apply(arguments));
    return column.matches() ? column.group(1) : null;
  }

  String link(Map<String, Object> arguments, Scope child, String parent) {
    return child.sql(link.sql().apply(arguments).replace("{p}", parent));
  }

  @Override
  public String toString() {
    return parentType + "." + field;
  }

  /**
   * How a child is related to its parent.
   *
   * @param sql by the list's own arguments
   */
  private record Link(Function<Map<String, Object>, String> sql, @Nullable Pairs pairs) {}

  /**
   * A table of pairs.
   *
   * @param child its column for the child
   * @param parent its column for the parent
   */
  record Pairs(String table, String child, String parent) {}

  /** How a relation is offered: whether its list is paged, and whether it filters parents. */
  private record Use(boolean paged, boolean filters) {
    static final Use CONNECTION = new Use(true, true);
  }
}
