package org.stadtstand.record.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.RecordRedacted;

/**
 * Finished answers, limited by their size in bytes. Readers must check whether one is still valid:
 * outdated answers stay, because an old answer is better than none.
 */
@Component
public class AnswerCache implements MeterBinder {

  /** A single answer that would displace this fraction of all others is not kept. */
  private static final int LARGEST_PART = 8;

  private final Cache<Object, Kept> cache;
  private final long largest;

  AnswerCache(CacheSettings settings) {
    this.largest = settings.answers().toBytes() / LARGEST_PART;
    this.cache =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.answers().toBytes())
            .weigher((Object key, Kept kept) -> kept.bytes())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "answers", cache);
  }

  public @Nullable Object find(Object key) {
    Kept kept = cache.getIfPresent(key);
    return kept == null ? null : kept.value();
  }

  /** Returns whether it was kept. */
  public boolean keep(Object key, Object value, int bytes) {
    if (bytes > largest) {
      cache.invalidate(key);
      return false;
    }
    cache.put(key, new Kept(value, bytes));
    return true;
  }

  /** An old answer is worse than none if it says what the law withholds. */
  @EventListener
  void on(RecordRedacted redacted) {
    clear();
  }

  /** Clears the cache, for measurements and tests of the cold state. */
  public void clear() {
    cache.invalidateAll();
  }

  /** In bytes, after evicting what exceeds the limit. */
  long weight() {
    cache.cleanUp();
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  private record Kept(Object value, int bytes) {}
}
