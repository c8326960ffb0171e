package org.stadtstand.record.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cached values of one kind, by key. Keys known to have no value are cached, too.
 *
 * @param <K> a key that includes the state in which the value was read
 */
public final class CacheRegion<K, V> {

  /** Cached for a key without a value. */
  private static final Object NONE = new Object();

  private final ResultCache cache;
  private final Object name;
  private final int hash;
  private final int weight;

  /**
   * @param name what the values are; regions of equal names are the same region
   * @param weight the size of a key, including its name, in records
   */
  public CacheRegion(ResultCache cache, Object name, int weight) {
    this.cache = cache;
    this.name = name;
    // Computed once: a name may contain a whole filter, and every look-up needs its hash.
    this.hash = name.hashCode();
    this.weight = weight;
  }

  /** The entry for the key, to be read with {@link #value}; null if nothing is known about it. */
  public @Nullable Object find(K key) {
    return cache.find(new Key(this, key));
  }

  @SuppressWarnings("unchecked")
  public @Nullable V value(Object found) {
    return found == NONE ? null : (V) found;
  }

  /** Whether the key was asked about here before, so that it pays to keep its value. */
  public boolean isAskedAgain(K key) {
    return cache.isAskedAgain(new Key(this, key));
  }

  public void keep(K key, V value) {
    cache.keep(new Key(this, key), value);
  }

  /** The existing values: cached ones, and the rest read now. */
  public Map<K, V> all(Collection<K> keys, Function<List<K>, Map<K, V>> read) {
    Map<K, V> all = HashMap.newHashMap(keys.size());
    List<K> unknown = new ArrayList<>();
    for (K key : keys) {
      Object found = find(key);
      if (found == null) {
        unknown.add(key);
      } else if (found != NONE) {
        all.put(key, Objects.requireNonNull(value(found)));
      }
    }
    if (!unknown.isEmpty()) {
      Map<K, V> fresh = read.apply(unknown);
      unknown.forEach(key -> cache.keep(new Key(this, key), kept(fresh.get(key))));
      all.putAll(fresh);
    }
    return all;
  }

  private static Object kept(@Nullable Object value) {
    return value == null ? NONE : value;
  }

  private static final class Key implements ResultCache.Weighed {

    private final CacheRegion<?, ?> shelf;
    private final Object key;

    Key(CacheRegion<?, ?> shelf, Object key) {
      this.shelf = shelf;
      this.key = key;
    }

    @Override
    public int weight() {
      return shelf.weight + (key instanceof ResultCache.Weighed own ? own.weight() : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && key.equals(that.key)
          && (shelf == that.shelf || shelf.name.equals(that.shelf.name));
    }

    @Override
    public int hashCode() {
      return 31 * shelf.hash + key.hashCode();
    }
  }
}
