package org.stadtstand.graph.groups;

import java.util.List;
import org.stadtstand.record.cache.ResultCache;

/** The values of each facet of a list, in no order. */
record FacetedList(List<GroupedList> facets) implements ResultCache.Weighed {

  @Override
  public int weight() {
    return facets.stream().mapToInt(GroupedList::weight).sum();
  }
}
