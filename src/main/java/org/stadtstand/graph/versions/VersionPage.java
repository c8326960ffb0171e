package org.stadtstand.graph.versions;

import java.util.List;
import org.stadtstand.graph.schema.PageInfo;

/** One page of a record's versions. */
record VersionPage(List<Edge> edges, PageInfo pageInfo, int totalCount) {

  record Edge(String cursor, Version version) {}

  /**
   * @param versions all of them, oldest first
   */
  static VersionPage of(VersionRequest asked, List<Version> versions) {
    List<Version> all = asked.newestFirst() ? versions.reversed() : versions;
    List<Version> between = all.stream().filter(asked::holds).toList();
    int size = Math.min(asked.page().size(), between.size());
    int start = asked.page().backward() ? between.size() - size : 0;
    List<Version> shown = between.subList(start, start + size);
    List<Edge> edges =
        shown.stream().map(version -> new Edge(asked.cursor(version), version)).toList();
    return new VersionPage(edges, pageInfo(all, edges), all.size());
  }

  private static PageInfo pageInfo(List<Version> all, List<Edge> edges) {
    return edges.isEmpty()
        ? new PageInfo(false, false, null, null)
        : new PageInfo(
            !edges.getFirst().version().equals(all.getFirst()),
            !edges.getLast().version().equals(all.getLast()),
            edges.getFirst().cursor(),
            edges.getLast().cursor());
  }
}
