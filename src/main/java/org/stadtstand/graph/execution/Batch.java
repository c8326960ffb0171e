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
import org.stadtstand.ground.sql.Trace;
import org.stadtstand.record.cache.CacheRegion;

/**
 * Reads values by key: those in memory immediately, the others together, one batch per level of the
 * answer. A loader is created only when the first key misses, because the engine would otherwise
 * create every loader for every request.
 */
public final class Batch<K, V> {

  private final Object name;
  private final Function<K, @Nullable Object> known;
  private final Function<Collection<K>, Map<K, V>> read;

  /**
   * @param name identifies the field and its arguments
   * @param known the value or null if memory says so, otherwise {@link SynchronousFetcher#ABSENT}
   * @param read reads what is not known
   */
  public Batch(
      Object name, Function<K, @Nullable Object> known, Function<Collection<K>, Map<K, V>> read) {
    this.name = name;
    this.known = known;
    this.read = read;
  }

  /** A batch of values that are cached once they were read. */
  public static <K, V> Batch<K, V> cached(
      Object name, CacheRegion<K, V> region, Function<Collection<K>, Map<K, V>> read) {
    return new Batch<>(
        name,
        key -> {
          Object found = region.find(key);
          return found == null ? SynchronousFetcher.ABSENT : region.value(found);
        },
        keys -> region.all(keys, read::apply));
  }

  /** The value, null if there is none, or a future of either. */
  public @Nullable Object get(K key, Supplier<DataFetchingEnvironment> environment) {
    Object found = known.apply(key);
    return found == SynchronousFetcher.ABSENT ? later(key, environment.get()) : found;
  }

  /** The value or null if memory says so, otherwise {@link SynchronousFetcher#ABSENT}. */
  @Nullable Object kept(K key) {
    return known.apply(key);
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
  @SuppressWarnings("unchecked")
  public @Nullable V now(K key, DataFetchingEnvironment environment) {
    Object found = known.apply(key);
    return found == SynchronousFetcher.ABSENT
        ? hand(environment).all(this, List.of(key)).get(key)
        : (V) found;
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

  Map<K, V> all(Collection<K> keys) {
    return Trace.step(Trace.Step.BATCH, this::words, () -> read.apply(keys));
  }

  /** What is read, without the arguments with which, because those are the caller's. */
  private String words() {
    return switch (name) {
      case Named named -> named.words();
      case String words -> words;
      default -> "batch";
    };
  }

  /** A name that holds arguments, too. */
  public interface Named {
    String words();
  }
}
