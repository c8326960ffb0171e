package org.stadtstand.record.listing;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.RecordCache;
import org.stadtstand.record.time.Ref;

/** Records by number: cached ones, and the rest read together and cached. */
@Component
public class KeptRecords {

  private final RecordReader reader;
  private final RecordCache cache;
  private final Map<String, CacheRegion<Ref, ?>> shelves = new ConcurrentHashMap<>();

  KeptRecords(RecordReader reader, RecordCache cache) {
    this.reader = reader;
    this.cache = cache;
  }

  /** The cache region for records of the type. */
  public <T> CacheRegion<Ref, T> shelf(ListedType<T> type) {
    @SuppressWarnings("unchecked")
    CacheRegion<Ref, T> shelf =
        (CacheRegion<Ref, T>)
            shelves.computeIfAbsent(
                type.typeName(), name -> new CacheRegion<Ref, T>(cache, name, 1));
    return shelf;
  }

  /** The record if it is cached. */
  <T> @Nullable T find(ListedType<T> type, Ref ref) {
    CacheRegion<Ref, T> shelf = shelf(type);
    Object found = shelf.find(ref);
    return found == null ? null : shelf.value(found);
  }

  /** The records that were published at their pins; others are missing from the map. */
  public <T> Map<Ref, T> byRef(ListedType<T> type, Collection<Ref> refs) {
    return shelf(type).all(refs, unknown -> reader.byRef(type, unknown));
  }
}
