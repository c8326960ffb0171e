package org.stadtstand.record.listing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.text.Language;

/**
 * The arguments of a list: the filter as it came, order, page, and extra ones such as {@code
 * within}. They are checked on construction and serve as a key of batches and caches.
 *
 * @param state whose records, in which state asked for, as its cursors name it; empty for a list
 *     that is never continued, or whose parent has the state
 */
public record ListArguments(
    Map<String, Object> filter,
    List<OrderTerm> order,
    Page page,
    Map<String, Object> others,
    String state) {

  /** The language of a list among its other arguments, if it is not German. */
  public static final String LANGUAGE = "lang";

  private static final int DIGITS = 16;

  public ListArguments(
      Map<String, Object> filter, List<OrderTerm> order, Page page, Map<String, Object> others) {
    this(filter, order, page, others, "");
  }

  /** As many as a page holds of those that a filter lets through. */
  public static ListArguments largest(Map<String, Object> filter) {
    return new ListArguments(filter, List.of(), Page.LARGEST, Map.of());
  }

  /** The same list without its page, for counting. */
  public ListArguments whole() {
    return new ListArguments(filter, List.of(), Page.first(0), others);
  }

  /** The filter of the rows of which it is unknown whether they fit this one. */
  public static Map<String, Object> undecided(Map<String, Object> filter) {
    return Map.of(WhereClause.UNDECIDED, filter);
  }

  public ListArguments filtered(Map<String, Object> filter) {
    return new ListArguments(filter, order, page, others, state);
  }

  /** Whether all of a list is asked for, from its beginning or end and in its own order. */
  boolean isPlain() {
    return filter.isEmpty() && order.isEmpty() && page.cursor() == null;
  }

  /** The list in a state; a cursor made in another is refused. */
  public ListArguments in(String state) {
    page.checkedIn(state);
    return new ListArguments(filter, order, page, others, state);
  }

  /** The language in which texts are compared. */
  Language language() {
    return others.get(LANGUAGE) instanceof Language language ? language : Language.DE;
  }

  /** The same for all filters and arguments that were written alike; empty if there are none. */
  public String filterDigest() {
    String written = written(filter) + written(others);
    return written.isEmpty() ? "" : Sha256.hex(written).substring(0, DIGITS);
  }

  /** In one order of names; a null is as good as nothing. */
  private static String written(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, String> parts = new TreeMap<>();
        map.forEach(
            (name, part) -> {
              if (part != null) {
                parts.put(String.valueOf(name), written(part));
              }
            });
        yield parts.isEmpty() ? "" : parts.toString();
      }
      case List<?> list -> list.stream().map(ListArguments::written).toList().toString();
      case null, default -> String.valueOf(value);
    };
  }

  /** One of the fields a list is ordered by. */
  public record OrderTerm(String field, boolean descending, boolean nullsFirst) {

    static OrderTerm ascending(String field) {
      return new OrderTerm(field, false, false);
    }

    OrderTerm reversed() {
      return new OrderTerm(field, !descending, !nullsFirst);
    }

    @Override
    public String toString() {
      return field + (descending ? "-" : "+") + (nullsFirst ? "^" : "");
    }
  }
}
