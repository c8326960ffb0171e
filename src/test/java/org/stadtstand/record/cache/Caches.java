package org.stadtstand.record.cache;

import org.springframework.util.unit.DataSize;

/** Caches for tests of rooms above this one. */
public final class Caches {

  private Caches() {}

  public static RecordCache ofRecords(long records) {
    return new RecordCache(new CacheSettings(records, DataSize.ofBytes(0)));
  }
}
