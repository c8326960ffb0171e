package org.stadtstand.record.listing;

import java.util.List;
import java.util.Map;

/**
 * The arguments of a list: the filter as it came, order, page, and extra ones such as {@code
 * within}. They are checked on construction and serve as a key of batches and caches.
 */
public record ListArguments(
    Map<String, Object> filter, List<OrderTerm> order, Page page, Map<String, Object> others) {

  /** The same list without its page, for counting. */
  public ListArguments whole() {
    return new ListArguments(filter, List.of(), new Page(0, false, null, null), others);
  }
}
