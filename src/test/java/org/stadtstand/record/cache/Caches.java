package org.stadtstand.record.cache;

import org.springframework.util.unit.DataSize;

/** Caches for tests of rooms above this one. */
public final class Caches {

  private Caches() {}

  public static ResultCache ofResults(long units) {
    return new ResultCache(
        new CacheSettings(DataSize.ofBytes(units * ResultCache.UNIT), DataSize.ofBytes(0)));
  }
}
