package org.stadtstand.record.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Records are kept within the memory they may take. */
class ResultCacheTests {

  private record LongQuestion(int number, int weight) implements ResultCache.Weighed {}

  @Test
  void keepsWhatItWasGiven() {
    ResultCache cache =
        new ResultCache(
            new CacheSettings(DataSize.ofBytes(100 * ResultCache.UNIT), DataSize.ofBytes(0)));
    cache.keep("key", "value");
    assertThat(cache.find("key")).isEqualTo("value");
    assertThat(cache.find("other")).isNull();
  }

  @Test
  void keepsNothingWhenItMayNot() {
    ResultCache cache =
        new ResultCache(new CacheSettings(DataSize.ofBytes(0), DataSize.ofBytes(0)));
    cache.keep("key", "value");
    cache.settle();
    assertThat(cache.find("key")).isNull();
  }

  @Test
  void whatIsAskedAgainIsKnown() {
    ResultCache cache = Caches.ofResults(1000);
    assertThat(cache.isAskedAgain("key")).isFalse();
    assertThat(cache.isAskedAgain("other")).isFalse();
    assertThat(cache.isAskedAgain("key")).isTrue();
    cache.clear();
    assertThat(cache.isAskedAgain("key")).isFalse();
  }

  @Test
  void whatWasAskedLongAgoIsForgotten() {
    ResultCache cache = Caches.ofResults(100);
    cache.isAskedAgain(0);
    for (int other = 1; other <= 10_000; other++) {
      cache.isAskedAgain(other);
    }
    assertThat(cache.isAskedAgain(0)).isFalse();
  }

  @Test
  void aQuestionOfManyRecordsIsKnownAgain() {
    ResultCache cache = Caches.ofResults(1 << 16);
    for (int record = 0; record < 1000; record++) {
      cache.isAskedAgain(record);
    }
    assertThat(IntStream.range(0, 1000).filter(cache::isAskedAgain).count()).isGreaterThan(950);
  }

  @Test
  void longQuestionsTakeTheRoomTheyNeed() {
    ResultCache cache =
        new ResultCache(
            new CacheSettings(DataSize.ofBytes(1000 * ResultCache.UNIT), DataSize.ofBytes(0)));
    for (int number = 0; number < 500; number++) {
      cache.keep(new LongQuestion(number, 400), 1);
    }
    cache.settle();
    long kept =
        IntStream.range(0, 500)
            .filter(number -> cache.find(new LongQuestion(number, 400)) != null)
            .count();
    assertThat(kept).isBetween(1L, 2L);
  }
}
