package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.CacheRegion;

/**
 * Reads values by key: cached ones immediately, the others together, one batch per level of the
 * answer. A loader is created only when the first key misses, because the engine would otherwise
 * create every loader for every request.
 */
public final class Batch<K, V> {

  private final Object name;
  private final CacheRegion<K, V> shelf;
  private final Function<Collection<K>, Map<K, V>> read;

  /**
   * @param name identifies the field and its arguments
   * @param read reads what the cache region does not hold
   */
  public Batch(Object name, CacheRegion<K, V> shelf, Function<Collection<K>, Map<K, V>> read) {
    this.name = name;
    this.shelf = shelf;
    this.read = read;
  }

  /** The value, null if there is none, or a future of either. */
  public @Nullable Object get(K key, Supplier<DataFetchingEnvironment> environment) {
    Object found = shelf.find(key);
    return found == null ? later(key, environment.get()) : shelf.value(found);
  }

  /** The value or null if the cache knows it, otherwise {@link SynchronousFetcher#ABSENT}. */
  @Nullable Object kept(K key) {
    Object found = shelf.find(key);
    return found == null ? SynchronousFetcher.ABSENT : shelf.value(found);
  }

  /** The value or its future, mapped. */
  public @Nullable Object map(
      K key, DataFetchingEnvironment environment, Function<V, @Nullable Object> change) {
    return changed(get(key, () -> environment), change);
  }

  /** A value or its future, mapped. */
  public static <V> @Nullable Object changed(
      @Nullable Object value, Function<V, @Nullable Object> change) {
    if (value instanceof CompletableFuture<?> future) {
      return future.thenApply(loaded -> changed(loaded, change));
    }
    @SuppressWarnings("unchecked")
    V known = (V) value;
    return known == null ? null : change.apply(known);
  }

  /** The value, read immediately and alone, where no other key of the level can be waited for. */
  public @Nullable V now(K key, DataFetchingEnvironment environment) {
    Object found = shelf.find(key);
    return found == null ? hand(environment).all(this, List.of(key)).get(key) : shelf.value(found);
  }

  private CompletableFuture<V> later(K key, DataFetchingEnvironment environment) {
    String loaderName = name.toString();
    environment.getDataLoaderRegistry().computeIfAbsent(loaderName, made -> loader(environment));
    DataLoader<K, V> loader = environment.getDataLoader(loaderName);
    if (loader == null) {
      throw new IllegalStateException("The loader " + loaderName + " has not been registered");
    }
    return loader.load(key);
  }

  private DataLoader<K, V> loader(DataFetchingEnvironment environment) {
    PendingReads hand = hand(environment);
    return DataLoaderFactory.newMappedDataLoader(
        keys -> CompletableFuture.completedFuture(hand.all(this, keys)));
  }

  private static PendingReads hand(DataFetchingEnvironment environment) {
    return PendingReads.of(environment.getGraphQlContext());
  }

  Object name() {
    return name;
  }

  /** The values of the keys; reads only those that are not cached. */
  Map<K, V> all(Collection<K> keys) {
    return shelf.all(keys, read::apply);
  }
}
