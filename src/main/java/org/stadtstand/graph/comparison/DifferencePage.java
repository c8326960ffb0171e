package org.stadtstand.graph.comparison;

import java.util.List;
import org.stadtstand.record.cache.ResultCache.Weighed;

/** One page of a comparison. */
record DifferencePage(List<Edge> edges, boolean more) implements Weighed {

  private static final int WEIGHT_OF_A_DIFFERENCE = 4;

  List<Difference> nodes() {
    return edges.stream().map(Edge::node).toList();
  }

  @Override
  public int weight() {
    return 1 + WEIGHT_OF_A_DIFFERENCE * edges.size();
  }

  record Edge(String cursor, Difference node) {}
}
