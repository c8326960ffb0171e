package org.stadtstand.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.jspecify.annotations.Nullable;
import org.stadtstand.cache.RecordCache;
import org.stadtstand.listing.Deadline;

/**
 * Reads values by key: those the cache holds at once, the others together, one statement for a
 * level of the answer. A loader is made when the first key misses, because the engine would
 * otherwise make every loader for every request.
 */
final class Batch<K, V> {

  private static final Object MISSING = new Object();
  private static final int CHARACTERS_OF_A_RECORD = 250;

  private final Object identity;
  private final String name;
  private final RecordCache cache;
  private final Function<Collection<K>, Map<K, V>> read;

  Batch(Object identity, String name, RecordCache cache, Function<Collection<K>, Map<K, V>> read) {
    this.identity = identity;
    this.name = name;
    this.cache = cache;
    this.read = read;
  }

  /** The value, null where there is none, or a future of either. */
  @Nullable Object get(K key, DataFetchingEnvironment environment) {
    Object cached = cache.find(key(key));
    if (cached != null) {
      return cached == MISSING ? null : cached;
    }
    environment.getDataLoaderRegistry().computeIfAbsent(name, ignored -> loader(environment));
    DataLoader<K, V> loader = environment.getDataLoader(name);
    if (loader == null) {
      throw new IllegalStateException("The loader " + name + " has not been registered");
    }
    return loader.load(key);
  }

  /** The value or its future, changed. */
  @Nullable Object map(
      K key, DataFetchingEnvironment environment, Function<V, @Nullable Object> change) {
    Object value = get(key, environment);
    if (value instanceof CompletableFuture<?> future) {
      return future.thenApply(loaded -> changed(loaded, change));
    }
    return changed(value, change);
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object changed(@Nullable Object value, Function<V, @Nullable Object> change) {
    return value == null ? null : change.apply((V) value);
  }

  private DataLoader<K, V> loader(DataFetchingEnvironment environment) {
    Deadline deadline = environment.getGraphQlContext().get(Deadline.class);
    return DataLoaderFactory.newMappedDataLoader(
        keys ->
            CompletableFuture.completedFuture(Deadline.during(deadline, () -> readAndKeep(keys))));
  }

  private Map<K, V> readAndKeep(Collection<K> keys) {
    Map<K, V> read = new HashMap<>(this.read.apply(keys));
    for (K key : keys) {
      V value = read.get(key);
      cache.keep(key(key), value == null ? MISSING : value);
    }
    return read;
  }

  private CacheKey key(K key) {
    return new CacheKey(identity, key, 1 + name.length() / CHARACTERS_OF_A_RECORD);
  }

  /** The name of a batch tells its filter, so its length tells how much the key holds. */
  private record CacheKey(Object batch, Object key, int weight) implements RecordCache.Weighed {}
}
