package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The municipality and the state of its record that a field was asked for; null means default. */
public record StateRequest(
    @Nullable String municipality, @Nullable KnownAt knownAt, @Nullable LocalDate on) {

  private static final String ALL = "ALL";

  boolean isOfAll() {
    return ALL.equals(municipality);
  }

  /** Whether no state other than the current one was requested. */
  boolean isPlainlyNow() {
    return knownAt == null && on == null;
  }

  /** Names the state in cursors. */
  @Override
  public String toString() {
    return municipality
        + (knownAt == null ? "" : " known at " + knownAt)
        + (on == null ? "" : " on " + on);
  }

  public StateRequest of(@Nullable String municipality) {
    return new StateRequest(municipality, knownAt, on);
  }
}
