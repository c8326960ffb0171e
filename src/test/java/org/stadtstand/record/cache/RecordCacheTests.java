package org.stadtstand.record.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Records are kept within the memory they may take. */
class RecordCacheTests {

  private record LongQuestion(int number, int weight) implements RecordCache.Weighed {}

  @Test
  void keepsWhatItWasGiven() {
    RecordCache cache = new RecordCache(new CacheSettings(100, DataSize.ofBytes(0)));
    cache.keep("key", "value");
    assertThat(cache.find("key")).isEqualTo("value");
    assertThat(cache.find("other")).isNull();
  }

  @Test
  void keepsNothingWhenItMayNot() {
    RecordCache cache = new RecordCache(new CacheSettings(0, DataSize.ofBytes(0)));
    cache.keep("key", "value");
    cache.settle();
    assertThat(cache.find("key")).isNull();
  }

  @Test
  void longQuestionsTakeTheRoomTheyNeed() {
    RecordCache cache = new RecordCache(new CacheSettings(1000, DataSize.ofBytes(0)));
    for (int number = 0; number < 500; number++) {
      cache.keep(new LongQuestion(number, 400), 1);
    }
    cache.settle();
    long kept =
        java.util.stream.IntStream.range(0, 500)
            .filter(number -> cache.find(new LongQuestion(number, 400)) != null)
            .count();
    assertThat(kept).isBetween(1L, 2L);
  }
}
