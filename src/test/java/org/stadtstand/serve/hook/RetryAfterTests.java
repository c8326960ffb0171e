package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver says of later is heeded where it can be read, and for a day at most. */
class RetryAfterTests {

  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 5 ', PT5S",
    "0, PT0S",
    "86400, PT24H",
    "86401, PT24H",
    "99999999999999999999999999, PT24H",
    "'Mon, 30 Nov 2026 09:00:30 GMT', PT30S",
    "'Mon, 30 Nov 2026 08:59:00 GMT', PT0S",
    "'Fri, 30 Nov 2096 09:00:00 GMT', PT24H",
    "'Tue, 30 Nov 2026 09:00:30 GMT', PT0S",
    "2026-11-30T10:00:00Z, PT0S",
    "-5, PT0S",
    "1.5, PT0S",
    "soon, PT0S",
    "'', PT0S",
    ", PT0S"
  })
  void isSecondsOrAMoment(@Nullable String said, Duration pause) {
    assertThat(RetryAfter.pause(said, NOW)).isEqualTo(pause);
  }
}
