package org.stadtstand.record.cache;

import org.springframework.util.unit.DataSize;

/** Caches for tests of rooms above this one. */
public final class Caches {

  private Caches() {}

  public static ResultCache ofResults(long units) {
    return new ResultCache(
        new CacheSettings(DataSize.ofBytes(units * ResultCache.UNIT), DataSize.ofBytes(0)));
  }

  /** How many results are kept. */
  public static long size(ResultCache results) {
    results.settle();
    return results.size();
  }

  /** Whether nothing at all is kept, neither results nor answers. */
  public static boolean areEmpty(ResultCache results, AnswerCache answers) {
    return results.size() == 0 && answers.weight() == 0;
  }
}
