package org.stadtstand.graph.schema;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.PendingReads;
import org.stadtstand.graph.execution.SynchronousFetcher;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.Slice;

/**
 * A requested list that has not been read yet: its page is read when nodes, edges or pageInfo are
 * selected, and it is counted only when a count is.
 */
public final class Connection<K, T> {

  private final K key;
  private final ListPlan<K, T> plan;
  private final boolean alone;
  private @Nullable Object page;

  private Connection(K key, ListPlan<K, T> plan, boolean alone) {
    this.key = key;
    this.plan = plan;
    this.alone = alone;
  }

  /** A list that is the only one of its field, with nothing to wait for. */
  static <K, T> Connection<K, T> alone(K key, ListPlan<K, T> plan) {
    return new Connection<>(key, plan, true);
  }

  /** A list that is read together with those of other parents. */
  public static <K, T> Connection<K, T> amongOthers(K key, ListPlan<K, T> plan) {
    return new Connection<>(key, plan, false);
  }

  /** The fields that all lists have. */
  static void wire(SchemaWiring wiring, String node) {
    String typeName = node + "Connection";
    wiring.value("PageInfo", PageInfo.class);
    wiring.value(node + "Edge", Edge.class);
    wiring.direct(typeName, "nodes", ofPage(Slice::nodes, Slice::entries));
    wiring.direct(
        typeName,
        "edges",
        ofPage(slice -> edges(slice, slice.nodes()), slice -> edges(slice, slice.entries())));
    wiring.direct(typeName, "pageInfo", ofPage(Connection::pageInfo, Connection::pageInfo));
    wiring.direct(
        typeName,
        "totalCount",
        DirectFetcher.<Connection<?, ?>>of(
            (list, environment) -> list.count(list.plan.arguments(), environment),
            (arguments, hand) -> list -> ((Connection<?, ?>) list).countAtHand(hand)));
    wiring.<Connection<?, ?>>field(
        typeName,
        "undecidedCount",
        (list, environment) ->
            list.arguments().filter().isEmpty()
                ? 0
                : list.countWith(ListArguments::undecided, environment));
  }

  /** A field that follows from the page that was read. */
  static DirectFetcher ofPage(Function<Slice<?>, @Nullable Object> value) {
    return ofPage(value, value);
  }

  /**
   * The same.
   *
   * @param direct for a direct answer, which reads a record only if it must
   */
  private static DirectFetcher ofPage(
      Function<Slice<?>, @Nullable Object> value, Function<Slice<?>, @Nullable Object> direct) {
    return DirectFetcher.<Connection<?, ?>>of(
        (list, environment) -> list.page(environment, value::apply),
        (arguments, hand) -> list -> ((Connection<?, ?>) list).atHand(hand, direct));
  }

  /** The function's result for the page, or {@link SynchronousFetcher#ABSENT}. */
  @Nullable Object atHand(PendingReads hand, Function<Slice<?>, @Nullable Object> change) {
    if (page == null) {
      Object found = hand.find(plan.pages(), key);
      page = found == SynchronousFetcher.ABSENT ? null : found;
    }
    return page instanceof Slice<?> slice ? change.apply(slice) : SynchronousFetcher.ABSENT;
  }

  private @Nullable Object countAtHand(PendingReads hand) {
    return hand.find(plan.counts().apply(plan.arguments()), key);
  }

  /** Whose list it is: the pins of a list at the root, else the parent. */
  public K key() {
    return key;
  }

  /** The same list in another state, or of another parent. */
  public Connection<K, T> of(K key) {
    return amongOthers(key, plan);
  }

  /** The type or the relation whose records are listed. */
  public Object list() {
    return plan.list();
  }

  public ListArguments arguments() {
    return plan.arguments();
  }

  /** What a later room reads of the list, made once for the lists of all parents. */
  public <V> V ofAll(Object name, Class<V> kind, Supplier<V> make) {
    return kind.cast(plan.more().computeIfAbsent(name, made -> make.get()));
  }

  /** The function's result for the rows of the page: at once, or as a future. */
  public @Nullable Object rows(
      DataFetchingEnvironment environment, Function<List<T>, @Nullable Object> change) {
    return page(environment, slice -> change.apply(slice.nodes()));
  }

  /** How many records the same list would have with another filter. */
  public @Nullable Object countWith(
      UnaryOperator<Map<String, Object>> filter, DataFetchingEnvironment environment) {
    ListArguments arguments = plan.arguments();
    return count(arguments.filtered(filter.apply(arguments.filter())), environment);
  }

  private @Nullable Object count(ListArguments asked, DataFetchingEnvironment environment) {
    Batch<K, Integer> counts = plan.counts().apply(asked);
    return alone ? counts.now(key, environment) : counts.get(key, () -> environment);
  }

  /** Read once, whichever of nodes, edges and pageInfo are selected. */
  private @Nullable Object page(
      DataFetchingEnvironment environment, Function<Slice<T>, @Nullable Object> change) {
    if (page == null) {
      page = alone ? plan.pages().now(key, environment) : plan.pages().get(key, () -> environment);
    }
    return Batch.changed(page, change);
  }

  private static PageInfo pageInfo(Slice<?> slice) {
    return new PageInfo(
        slice.hasPrevious(), slice.hasNext(), slice.startCursor(), slice.endCursor());
  }

  private static List<Edge> edges(Slice<?> slice, List<?> nodes) {
    List<Edge> edges = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      edges.add(new Edge(slice.cursor(i), nodes.get(i)));
    }
    return edges;
  }

  record Edge(String cursor, Object node) {}
}
