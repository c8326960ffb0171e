package org.stadtstand.serve.hook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a receiver wants to be left alone, in seconds or until a moment (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** Whoever says more, by mistake or not, would hear nothing for good. */
  static final Duration MOST = Duration.ofDays(1);

  /** More digits are more than a day in any case. */
  private static final int DIGITS = 9;

  private RetryAfter() {}

  /**
   * A day at most; zero if nothing was said, or nothing that can be read, or the moment is over.
   */
  static Duration pause(@Nullable String said, Instant now) {
    String text = said == null ? "" : said.strip();
    Duration pause =
        text.matches("[0-9]+")
            ? text.length() > DIGITS ? MOST : Duration.ofSeconds(Long.parseLong(text))
            : until(text, now);
    return pause.isNegative() ? Duration.ZERO : pause.compareTo(MOST) > 0 ? MOST : pause;
  }

  private static Duration until(String text, Instant now) {
    try {
      Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(now, moment);
    } catch (DateTimeParseException notUnderstood) {
      // The pauses of the settings hold, as for a receiver that says nothing.
      return Duration.ZERO;
    }
  }
}
