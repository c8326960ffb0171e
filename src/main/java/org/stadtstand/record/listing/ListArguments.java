package org.stadtstand.record.listing;

import java.util.List;
import java.util.Map;

/**
 * What a list was asked for: filter as it came, order, page, and arguments of its own such as
 * {@code within}. Checked when made; also a key of batches and caches.
 */
public record ListArguments(
    Map<String, Object> filter, List<OrderTerm> order, Page page, Map<String, Object> others) {

  /** The same list without its page: what a count belongs to. */
  public ListArguments whole() {
    return new ListArguments(filter, List.of(), new Page(0, false, null, null), others);
  }
}
