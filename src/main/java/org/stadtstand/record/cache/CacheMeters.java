package org.stadtstand.record.cache;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.OptionalLong;

/**
 * What a cache tells whoever watches the server, under Micrometer's names ({@code cache.gets},
 * {@code cache.evictions}), and how much of its limit it uses. The cache must record statistics;
 * otherwise all its counters stay at zero.
 */
public final class CacheMeters {

  private static final String NAME = "cache";

  private CacheMeters() {}

  /**
   * @param name the value of the tag {@code cache}
   */
  public static void bind(MeterRegistry registry, String name, Cache<?, ?> cache) {
    CaffeineCacheMetrics.monitor(registry, cache, name);
    Gauge.builder("stadtstand.cache.used", cache, CacheMeters::used)
        .description("Share of the cache's limit that is in use, 0 to 1")
        .tag(NAME, name)
        .register(registry);
  }

  private static double used(Cache<?, ?> cache) {
    return cache
        .policy()
        .eviction()
        .map(limit -> share(limit.weightedSize(), cache.estimatedSize(), limit.getMaximum()))
        .orElse(0.0);
  }

  private static double share(OptionalLong weight, long entries, long most) {
    return most == 0 ? 0 : (double) weight.orElse(entries) / most;
  }
}
