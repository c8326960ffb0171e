package org.stadtstand.record.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Finished answers are kept within the memory they may take. */
class AnswerCacheTests {

  private static final int KILOBYTE = 1024;

  private final AnswerCache cache = cache(DataSize.ofKilobytes(800));

  @Test
  void keepsWhatItWasGiven() {
    assertThat(cache.keep("a", "answer", KILOBYTE)).isTrue();
    assertThat(cache.find("a")).isEqualTo("answer");
    assertThat(cache.find("b")).isNull();
  }

  @Test
  void holdsNoMoreThanItMayHoweverMuchIsAsked() {
    Random sizes = new Random(1);
    IntStream.range(0, 100_000)
        .parallel()
        .forEach(n -> cache.keep(n, "answer", 1 + sizes.nextInt(90 * KILOBYTE)));
    assertThat(cache.weight()).isBetween(400L * KILOBYTE, 800L * KILOBYTE);
  }

  @Test
  void aGiantPushesNobodyOutAndEndsWhatWasKeptBefore() {
    cache.keep("a", "answer", KILOBYTE);
    cache.keep("b", "small", KILOBYTE);
    assertThat(cache.keep("b", "giant", 101 * KILOBYTE)).isFalse();
    assertThat(cache.find("b")).isNull();
    assertThat(cache.find("a")).isEqualTo("answer");
  }

  @Test
  void ofNoSizeItKeepsNothing() {
    AnswerCache none = cache(DataSize.ofBytes(0));
    assertThat(none.keep("a", "answer", 1)).isFalse();
    assertThat(none.find("a")).isNull();
  }

  private static AnswerCache cache(DataSize size) {
    return new AnswerCache(new CacheSettings(DataSize.ofBytes(0), size));
  }
}
