package org.stadtstand.graph.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.search.RankedHits.Position;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.search.SearchResult.Hit;
import org.stadtstand.record.search.SearchResult.Rank;

/**
 * A page of what was found. Its records are read when they are selected; the counts need none.
 *
 * @param types the numbers of the types to list; null for all
 * @param begun the cursor of the list, without a place
 * @param ahead the hits of the page, and one more if there is one
 */
record SearchPage(
    SearchResult result,
    @Nullable Set<Integer> types,
    RecordTypes known,
    Page page,
    Cursor begun,
    RecordSearch search,
    Supplier<List<Hit>> ahead) {

  private static final int VALUES = 4;

  private static Position position(Cursor cursor) {
    List<String> values = cursor.values();
    if (values.size() != VALUES) {
      throw Cursor.malformed();
    }
    try {
      return new Position(
          Integer.parseInt(values.get(0)),
          Integer.parseInt(values.get(1)),
          values.get(2),
          values.get(3));
    } catch (NumberFormatException e) {
      throw Cursor.malformed();
    }
  }

  record Edge(String cursor, SearchHit node) {}

  static void check(@Nullable Cursor after) {
    if (after != null) {
      position(after);
    }
  }

  /** With the hits still to be put in order. */
  static SearchPage of(
      SearchResult result,
      @Nullable Set<Integer> types,
      RecordTypes known,
      Page page,
      Cursor begun,
      RecordSearch search) {
    List<Rank> ranks =
        result.ranks().stream()
            .filter(rank -> types == null || types.contains(rank.type()))
            .toList();
    Cursor after = page.after();
    Position before = after == null ? null : position(after);
    return new SearchPage(
        result,
        types,
        known,
        page,
        begun,
        search,
        SingletonSupplier.of(() -> search.hits(ranks, before, page.size() + 1)));
  }

  private List<Hit> shown() {
    return ahead.get().stream().limit(page.size()).toList();
  }

  private String cursor(Hit hit) {
    return begun
        .at(
            List.of(
                String.valueOf(hit.score()),
                String.valueOf(hit.type()),
                hit.pin().place().key(),
                hit.key()))
        .encode();
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
        page.after() != null,
        ahead.get().size() > shown.size(),
        shown.isEmpty() ? null : cursor(shown.getFirst()),
        shown.isEmpty() ? null : cursor(shown.getLast()));
  }

  int totalCount() {
    return result.count(types);
  }

  boolean totalIsLess() {
    return result.more();
  }

  @Nullable String corrected() {
    return result.corrected();
  }

  List<SearchCount> counts() {
    return result.ranks().stream()
        .map(Rank::type)
        .distinct()
        .sorted()
        .map(type -> new SearchCount(known.get(type), result.count(Set.of(type))))
        .sorted(Comparator.comparingInt((SearchCount count) -> -count.count()))
        .toList();
  }
}
