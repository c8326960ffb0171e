package org.stadtstand.graph.changes;

import java.util.List;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.record.cache.ResultCache.Weighed;

/**
 * One page of the feed, with what its rows refer to. It has an end cursor even if it is empty, so
 * that an up-to-date client can keep polling from there.
 */
record ChangePage(List<Edge> edges, PageInfo pageInfo) implements Weighed {

  private static final int WEIGHT_OF_A_CHANGE = 4;

  List<TitledChange> nodes() {
    return edges.stream().map(Edge::node).toList();
  }

  @Override
  public int weight() {
    return 1 + WEIGHT_OF_A_CHANGE * edges.size();
  }

  record Edge(String cursor, TitledChange node) {}
}
