package org.stadtstand.serve.response;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.response.Response.Origin;

/**
 * Says how long others may keep an answer. An answer about now expires at the end of the day in
 * Berlin at the latest, because tomorrow a deadline may have passed without a release.
 */
@Component
class Freshness {

  private static final String NOBODY = "no-store";
  private static final String ASK_AGAIN = ", max-age=0, must-revalidate";

  private final FreshnessSettings settings;
  private final ReleaseDirectory releases;
  private final Clock clock;

  Freshness(FreshnessSettings settings, ReleaseDirectory releases, Clock clock) {
    this.settings = settings;
    this.releases = releases;
    this.clock = clock;
  }

  /** The value of {@code Cache-Control}. */
  String cacheControl(Response response) {
    Basis basis = response.representation().basis();
    if (basis == null || !response.representation().whole()) {
      return NOBODY;
    }
    String scope =
        response.representation().keeping() == Representation.Keeping.ALL ? "public" : "private";
    if (lasts(basis)) {
      return scope + ", max-age=" + settings.lasting().toSeconds() + ", immutable";
    }
    if (isStale(response)) {
      return scope + ASK_AGAIN;
    }
    long left = Math.max(0, secondsLeft(basis));
    long age = Math.min(settings.now().toSeconds(), left);
    long stale = Math.min(settings.staleWhileRevalidate().toSeconds(), left - age);
    return scope + ", max-age=" + age + ", stale-while-revalidate=" + stale;
  }

  /** The value of {@code Cache-Status} (RFC 9211). */
  String cacheStatus(Response response) {
    Validators validators = response.validators();
    if (validators == null || response.origin() == Origin.TOO_LARGE) {
      return "stadtstand; fwd=miss";
    }
    return switch (response.origin()) {
      case COMPUTED, TOO_LARGE -> "stadtstand; fwd=miss; stored";
      case SHARED -> "stadtstand; fwd=miss; collapsed";
      case KEPT, STALE -> hit(validators, isStale(response));
    };
  }

  private String hit(Validators validators, boolean stale) {
    long left = secondsLeft(validators.basis());
    return "stadtstand; hit; ttl="
        + (stale ? Math.min(0, left) : left)
        + "; detail=\"age="
        + Duration.between(validators.made(), clock.instant()).toSeconds()
        + (stale ? ", stale: the database is away\"" : "\"");
  }

  /** Whether the answer may be out of date; a lasting one never is. */
  boolean isStale(Response response) {
    Basis basis = response.representation().basis();
    return response.origin() == Origin.STALE
        || (releases.away() && response.origin() == Origin.KEPT && basis != null && !lasts(basis));
  }

  /**
   * Seconds for which the answer stays valid if nothing is published; negative once it has expired.
   */
  private long secondsLeft(Basis basis) {
    if (lasts(basis)) {
      return settings.lasting().toSeconds();
    }
    Instant over = basis.today().plusDays(1).atStartOfDay(Present.ZONE).toInstant();
    return Duration.between(clock.instant(), over).toSeconds();
  }

  // An answer that rests on no state, such as introspection, changes with the next version of the
  // program.
  private static boolean lasts(Basis basis) {
    return basis.lasting() && !basis.pins().isEmpty();
  }
}
