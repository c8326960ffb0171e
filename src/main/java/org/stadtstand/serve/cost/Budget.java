package org.stadtstand.serve.cost;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A caller's remaining budget as one request sees it. It is reported in header fields only, because
 * in the body it would make every answer different.
 */
public final class Budget {

  /** The price of a cached answer, in units. */
  public static final long KEPT = 1;

  private final String policy;
  private final long units;
  private final Duration period;
  private final @Nullable Bucket bucket;
  private @Nullable ConsumptionProbe last;

  Budget(String policy, long units, Duration period, @Nullable Bucket bucket) {
    this.policy = policy;
    this.units = units;
    this.period = period;
    this.bucket = bucket;
  }

  /**
   * Charges the price, or refuses a caller who has recently asked for too much. No price exceeds
   * the whole budget, so that every question can be paid for.
   */
  public void pay(long price) {
    if (bucket == null || price <= 0) {
      return;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(price, units));
    last = probe;
    if (!probe.isConsumed()) {
      throw new ApiError(
          ErrorCode.TOO_MANY_REQUESTS,
          "More was asked for than the %d units of cost that every caller has in %d seconds."
              .formatted(units, period.toSeconds()),
          "Wait for the seconds in Retry-After. Prefer: explain tells what a question costs, and"
              + " an answer that is still cached costs 1.");
    }
  }

  /** The header fields that report the budget; none if there is no limit. */
  public Map<String, String> fields() {
    ConsumptionProbe probe = last;
    if (probe == null) {
      return Map.of();
    }
    String allowed = "\"%s\";q=%d;w=%d".formatted(policy, units, period.toSeconds());
    String left = "\"%s\";r=%d;t=%d".formatted(policy, probe.getRemainingTokens(), seconds(probe));
    return probe.isConsumed()
        ? Map.of("RateLimit-Policy", allowed, "RateLimit", left)
        : Map.of(
            "RateLimit-Policy",
            allowed,
            "RateLimit",
            left,
            "Retry-After",
            String.valueOf(seconds(probe)));
  }

  /** Seconds until a refused price can be paid, or else until the budget is full again. */
  private static long seconds(ConsumptionProbe probe) {
    long nanos =
        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
    return Math.ceilDiv(nanos, 1_000_000_000L);
  }
}
