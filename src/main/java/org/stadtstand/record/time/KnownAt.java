package org.stadtstand.record.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** A day, meaning its end in Berlin, or a moment. */
public record KnownAt(LocalDate day, @Nullable Instant instant) {

  @Override
  public String toString() {
    return String.valueOf(instant == null ? day : instant);
  }

  public static KnownAt of(LocalDate day) {
    return new KnownAt(day, null);
  }

  public static KnownAt of(OffsetDateTime moment) {
    Instant instant = moment.toInstant();
    return new KnownAt(LocalDate.ofInstant(instant, Present.ZONE), instant);
  }

  /** Rejects a day after today, and a moment after now. */
  public void refuseFuture(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Present.ZONE);
    if (day.isAfter(today) || (instant != null && instant.isAfter(now))) {
      throw new ApiError(
          ErrorCode.FUTURE_MOMENT,
          "The state lies in the future, and nobody knows yet what will be published.",
          "Use a day up to today; for a deadline ahead use the argument on.");
    }
  }

  /** The moment up to which releases count; for a day that is not over yet, now. */
  Instant end(Instant now) {
    refuseFuture(now);
    if (instant != null) {
      return instant;
    }
    return day.equals(LocalDate.ofInstant(now, Present.ZONE))
        ? now
        : day.plusDays(1).atStartOfDay(Present.ZONE).toInstant();
  }
}
