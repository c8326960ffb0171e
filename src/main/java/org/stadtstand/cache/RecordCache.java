package org.stadtstand.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records, pages and counts by a key that holds the pin. Nothing is ever invalidated: a new release
 * or a new day has new keys, and what nobody asks for any more makes room.
 */
@Component
public class RecordCache {

  private final Cache<Object, Object> cache;

  RecordCache(CacheSettings settings) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(settings.records())
            .weigher((Object key, Object value) -> weight(value))
            .build();
  }

  public @Nullable Object find(Object key) {
    return cache.getIfPresent(key);
  }

  public void keep(Object key, Object value) {
    cache.put(key, value);
  }

  /** Forgets everything; for measurements and tests of the cold state. */
  public void clear() {
    cache.invalidateAll();
  }

  private static int weight(Object value) {
    return value instanceof Weighed weighed ? weighed.weight() : 1;
  }

  /** A cached value that holds several records. */
  public interface Weighed {

    Collection<?> records();

    default int weight() {
      return 1 + records().size();
    }
  }
}
