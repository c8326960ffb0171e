package org.stadtstand.serve.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** How much one neighbourhood of addresses, and all together, may store in a minute. */
final class Allowance {

  /** All together may store as much as so many neighbourhoods. */
  private static final int TOGETHER = 20;

  private static final int NEIGHBOURHOODS = 10_000;
  private static final String ALL = "";

  private final int perMinute;
  private final Clock clock;
  private final Cache<String, Integer> counts =
      Caffeine.newBuilder().maximumSize(NEIGHBOURHOODS).expireAfterWrite(1, TimeUnit.HOURS).build();
  private long minute;

  Allowance(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Counts one, or refuses. */
  synchronized void take(String address) {
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute) {
      counts.invalidateAll();
      minute = now;
    }
    String neighbourhood = neighbourhood(address);
    if (count(neighbourhood) >= perMinute || count(ALL) >= perMinute * TOGETHER) {
      throw new ApiError(
          ErrorCode.STORE_FULL,
          "More questions were stored in this minute than are allowed.",
          "Try again in a minute; a link can also carry its question, and then stores nothing.");
    }
    counts.put(neighbourhood, count(neighbourhood) + 1);
    counts.put(ALL, count(ALL) + 1);
  }

  private int count(String whose) {
    Integer count = counts.getIfPresent(whose);
    return count == null ? 0 : count;
  }

  /** No address is kept whole: of IPv4 three numbers of four, of IPv6 three groups of eight. */
  private static String neighbourhood(String address) {
    String separator = address.contains(":") ? ":" : "\\.";
    String[] parts = address.split(separator, 4);
    return parts.length < 4 ? address : String.join(".", parts[0], parts[1], parts[2]);
  }
}
