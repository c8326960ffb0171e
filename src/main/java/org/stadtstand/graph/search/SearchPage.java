package org.stadtstand.graph.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.search.SearchResult.Hit;

/**
 * A page of what was found. Its records are read when they are selected; the counts need none.
 *
 * @param types the numbers of the types to list; null for all
 * @param begun the cursor of the list, without a place
 */
record SearchPage(
    SearchResult result,
    @Nullable Set<Integer> types,
    RecordTypes known,
    int size,
    @Nullable Cursor after,
    Cursor begun,
    RecordSearch search) {

  private static final int VALUES = 4;

  private static final Comparator<SortPosition> ORDER =
      Comparator.comparingInt((SortPosition place) -> -place.score())
          .thenComparingInt(SortPosition::type)
          .thenComparing(SortPosition::municipality)
          .thenComparing(SortPosition::key);

  /** Where a hit stands in the list. */
  private record SortPosition(int score, int type, String municipality, String key) {

    static SortPosition of(Hit hit) {
      return new SortPosition(hit.score(), hit.type(), hit.pin().place().key(), hit.key());
    }

    static SortPosition of(Cursor cursor) {
      List<String> values = cursor.values();
      if (values.size() != VALUES) {
        throw Cursor.malformed();
      }
      try {
        return new SortPosition(
            Integer.parseInt(values.get(0)),
            Integer.parseInt(values.get(1)),
            values.get(2),
            values.get(3));
      } catch (NumberFormatException e) {
        throw Cursor.malformed();
      }
    }

    List<String> values() {
      return List.of(String.valueOf(score), String.valueOf(type), municipality, key);
    }
  }

  record Edge(String cursor, SearchHit node) {}

  static void check(@Nullable Cursor after) {
    if (after != null) {
      SortPosition.of(after);
    }
  }

  private List<Hit> listed() {
    return result.hits().stream()
        .filter(hit -> types == null || types.contains(hit.type()))
        .toList();
  }

  private List<Hit> ahead() {
    if (after == null) {
      return listed();
    }
    SortPosition from = SortPosition.of(after);
    return listed().stream().filter(hit -> ORDER.compare(SortPosition.of(hit), from) > 0).toList();
  }

  private List<Hit> shown() {
    return ahead().stream().limit(size).toList();
  }

  private String cursor(Hit hit) {
    return begun.at(SortPosition.of(hit).values()).encode();
  }

  List<SearchHit> nodes() {
    return search.read(shown(), result);
  }

  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (SearchHit node : nodes()) {
      edges.add(new Edge(cursor(node.hit()), node));
    }
    return edges;
  }

  PageInfo pageInfo() {
    List<Hit> shown = shown();
    return new PageInfo(
        after != null,
        ahead().size() > shown.size(),
        shown.isEmpty() ? null : cursor(shown.getFirst()),
        shown.isEmpty() ? null : cursor(shown.getLast()));
  }

  int totalCount() {
    return listed().size();
  }

  boolean totalIsLess() {
    return result.more();
  }

  @Nullable String corrected() {
    return result.corrected();
  }

  List<SearchCount> counts() {
    Map<Integer, Long> byType =
        result.hits().stream()
            .collect(Collectors.groupingBy(Hit::type, TreeMap::new, Collectors.counting()));
    return byType.entrySet().stream()
        .map(of -> new SearchCount(known.get(of.getKey()), of.getValue().intValue()))
        .sorted(Comparator.comparingInt((SearchCount count) -> -count.count()))
        .toList();
  }
}
