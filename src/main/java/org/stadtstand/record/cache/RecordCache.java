package org.stadtstand.record.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records, pages and counts by a key that holds the pin. Nothing is ever invalidated: a new release
 * or a new day has new keys, and what nobody asks for any more makes room.
 */
@Component
public class RecordCache {

  private static final int CHARACTERS_OF_A_RECORD = 250;
  private static final int CHARACTERS_OF_A_VALUE = 16;

  private final Cache<Object, Object> cache;
  private final long room;

  RecordCache(CacheSettings settings) {
    this.room = settings.records();
    this.cache = Caffeine.newBuilder().maximumWeight(room).weigher(RecordCache::weight).build();
  }

  public boolean keepsAnything() {
    return room > 0;
  }

  public @Nullable Object find(Object key) {
    return cache.getIfPresent(key);
  }

  /** What alone is too much would only push others out before it is let go. */
  public void keep(Object key, Object value) {
    if (weight(key, value) <= room) {
      cache.put(key, value);
    }
  }

  /** Forgets everything; for measurements and tests of the cold state. */
  public void clear() {
    cache.invalidateAll();
  }

  /** Does now what the cache otherwise does soon: lets go of what is too much. */
  void settle() {
    cache.cleanUp();
  }

  /** The room that the arguments of a question take in a key, beside the first record's. */
  public static int roomOf(@Nullable Object argument) {
    return characters(argument) / CHARACTERS_OF_A_RECORD;
  }

  private static int characters(@Nullable Object argument) {
    return switch (argument) {
      case Map<?, ?> terms ->
          terms.entrySet().stream()
              .mapToInt(term -> characters(term.getKey()) + characters(term.getValue()))
              .sum();
      case Collection<?> values -> values.stream().mapToInt(RecordCache::characters).sum();
      case CharSequence text -> text.length();
      case null, default -> CHARACTERS_OF_A_VALUE;
    };
  }

  private static int weight(Object key, Object value) {
    return weight(key) + weight(value);
  }

  private static int weight(Object part) {
    return part instanceof Weighed weighed ? weighed.weight() : 1;
  }

  /**
   * A key or value that takes more room than one record: a page, or a question with a long filter,
   * of which somebody could otherwise ask a million and fill the memory with keys.
   */
  public interface Weighed {

    /** In records of about 500 bytes. */
    int weight();
  }
}
