package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which municipality and which state of its record a field was asked for; null means default. */
public record StateRequest(
    @Nullable String municipality, @Nullable KnownAt knownAt, @Nullable LocalDate on) {

  private static final String ALL = "ALL";

  boolean isOfAll() {
    return ALL.equals(municipality);
  }

  /** Whether no other state was asked for than that of now. */
  boolean isPlainlyNow() {
    return knownAt == null && on == null;
  }

  public StateRequest of(@Nullable String municipality) {
    return new StateRequest(municipality, knownAt, on);
  }
}
