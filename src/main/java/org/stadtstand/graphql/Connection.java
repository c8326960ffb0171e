package org.stadtstand.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stadtstand.listing.ListArguments;
import org.stadtstand.listing.Slice;

/**
 * A list that was asked for and not read yet: its page is read when nodes, edges or pageInfo are
 * selected, and counted only when a count is.
 */
public final class Connection<K, T> {

  private final K key;
  private final ListArguments arguments;
  private final Function<ListArguments, Batch<K, Slice<T>>> pages;
  private final Function<ListArguments, Batch<K, Integer>> counts;
  private @Nullable Batch<K, Slice<T>> page;

  Connection(
      K key,
      ListArguments arguments,
      Function<ListArguments, Batch<K, Slice<T>>> pages,
      Function<ListArguments, Batch<K, Integer>> counts) {
    this.key = key;
    this.arguments = arguments;
    this.pages = pages;
    this.counts = counts;
  }

  @Nullable Object nodes(DataFetchingEnvironment environment) {
    return page().map(key, environment, Slice::nodes);
  }

  @Nullable Object edges(DataFetchingEnvironment environment) {
    return page().map(key, environment, Connection::edges);
  }

  @Nullable Object pageInfo(DataFetchingEnvironment environment) {
    return page()
        .map(
            key,
            environment,
            slice ->
                new PageInfo(
                    slice.hasPrevious(), slice.hasNext(), slice.startCursor(), slice.endCursor()));
  }

  @Nullable Object totalCount(DataFetchingEnvironment environment) {
    return counts.apply(arguments).get(key, environment);
  }

  /** What is made of the rows of the page: at once, or a future of it. */
  public @Nullable Object rows(
      DataFetchingEnvironment environment, Function<List<T>, @Nullable Object> change) {
    return page().map(key, environment, slice -> change.apply(slice.nodes()));
  }

  /** How many records the same list would have with another filter. */
  public @Nullable Object countWith(
      UnaryOperator<Map<String, Object>> filter, DataFetchingEnvironment environment) {
    return counts
        .apply(
            new ListArguments(
                filter.apply(arguments.filter()),
                arguments.order(),
                arguments.page(),
                arguments.others()))
        .get(key, environment);
  }

  private Batch<K, Slice<T>> page() {
    if (page == null) {
      page = pages.apply(arguments);
    }
    return page;
  }

  private static List<Edge> edges(Slice<?> slice) {
    List<Edge> edges = new ArrayList<>(slice.nodes().size());
    for (int i = 0; i < slice.nodes().size(); i++) {
      edges.add(new Edge(slice.cursors().get(i), slice.nodes().get(i)));
    }
    return edges;
  }

  record Edge(String cursor, Object node) {}

  record PageInfo(
      boolean hasPreviousPage,
      boolean hasNextPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}
}
