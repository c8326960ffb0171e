package org.stadtstand.graph.changes;

import java.util.List;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.record.cache.RecordCache.Weighed;

/**
 * One page of the feed, with what its rows refer to. Its end cursor is there even if the page is
 * empty, so that a client that is up to date can go on asking from where it stands.
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

  /** A change with its cursor. */
  record Edge(String cursor, TitledChange node) {}
}
