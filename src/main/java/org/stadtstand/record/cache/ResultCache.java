package org.stadtstand.record.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.RecordRedacted;

/**
 * What was worked out of records, under keys that include the pin: counts and figures, pages of the
 * feed and of comparisons, the numbers of the records on a page, and what single records answered.
 * Nothing is invalidated to be right: a new release or a new day has new keys, and entries that are
 * no longer used are evicted.
 */
@Component
public class ResultCache implements MeterBinder {

  /** The measure of weights, in bytes of heap. */
  public static final int UNIT = 500;

  private static final int CHARACTERS_OF_A_UNIT = 250;
  private static final int CHARACTERS_OF_A_VALUE = 16;

  private final Cache<Object, Object> cache;
  private final long room;

  /** Of keys that were asked for, each until another takes its place. */
  private final int[] hashes;

  /** Of the heap, whatever the settings say: answers need room, too. */
  private static final int SHARE = 4;

  ResultCache(CacheSettings settings) {
    long most = Runtime.getRuntime().maxMemory() / SHARE;
    this.room = Math.min(settings.results().toBytes(), most) / UNIT;
    this.hashes = new int[Math.toIntExact(Math.max(1, Long.highestOneBit(room)))];
    this.cache =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(room)
            .weigher(ResultCache::weight)
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "results", cache);
  }

  public boolean keepsAnything() {
    return room > 0;
  }

  public @Nullable Object find(Object key) {
    return cache.getIfPresent(key);
  }

  /**
   * Whether this was asked about the key before, not long ago. What nobody asks for again costs
   * more to keep than to work out of what is in memory, and displaces what is asked for. A key may
   * be taken for another, and is then kept in vain.
   */
  boolean isAskedAgain(Object key) {
    int hash = 0x9E3779B9 * key.hashCode();
    int place = hash >>> (Integer.numberOfLeadingZeros(hashes.length) + 1) & hashes.length - 1;
    boolean again = hashes[place] == hash;
    hashes[place] = hash;
    return again;
  }

  /** An entry over the limit by itself would displace others before being evicted. */
  public void keep(Object key, Object value) {
    if (weight(key, value) <= room) {
      cache.put(key, value);
    }
  }

  /** Nothing finds it any more, but a memory that still holds a name has not forgotten it. */
  @EventListener
  void on(RecordRedacted redacted) {
    clear();
  }

  /** Clears the cache, for measurements and tests of the cold state. */
  public void clear() {
    cache.invalidateAll();
    Arrays.fill(hashes, 0);
  }

  /** How many results there are. */
  long size() {
    return cache.estimatedSize();
  }

  /** Evicts now what the cache would otherwise evict soon. */
  void settle() {
    cache.cleanUp();
  }

  /** The size that a question's arguments add to a key, beyond the first unit. */
  public static int roomOf(@Nullable Object argument) {
    return characters(argument) / CHARACTERS_OF_A_UNIT;
  }

  private static int characters(@Nullable Object argument) {
    return switch (argument) {
      case Map<?, ?> terms ->
          terms.entrySet().stream()
              .mapToInt(term -> characters(term.getKey()) + characters(term.getValue()))
              .sum();
      case Collection<?> values -> values.stream().mapToInt(ResultCache::characters).sum();
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
   * A key or value larger than one unit: a page, or a question with a long filter. If it counted as
   * one, someone could send a million of those and fill the memory with keys.
   */
  public interface Weighed {

    /** In units. */
    int weight();
  }
}
