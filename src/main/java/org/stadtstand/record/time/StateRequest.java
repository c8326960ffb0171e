package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * The municipality and the state of its record that a field was asked for; null means default.
 *
 * @param onItsDay whether the record is read as of the last day of which it says anything
 */
public record StateRequest(
    @Nullable String municipality,
    @Nullable KnownAt knownAt,
    @Nullable LocalDate on,
    boolean onItsDay) {

  /** Names every municipality that is not invented. */
  public static final String ALL = "ALL";

  public StateRequest {
    if (on != null && onItsDay) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "asOf: RECORD and on: %s name two days.".formatted(on),
          "Leave one of them out.");
    }
  }

  /** The state as of today, or as of the day of {@code knownAt}. */
  public StateRequest(@Nullable String municipality, @Nullable KnownAt knownAt) {
    this(municipality, knownAt, null, false);
  }

  boolean isOfAll() {
    return ALL.equals(municipality);
  }

  /** Whether no state other than the current one was requested. */
  boolean isPlainlyNow() {
    return knownAt == null && on == null && !onItsDay;
  }

  /** Names the state in cursors. */
  @Override
  public String toString() {
    return municipality
        + (knownAt == null ? "" : " known at " + knownAt)
        + (on == null ? "" : " on " + on)
        + (onItsDay ? " on the record's own day" : "");
  }

  public StateRequest of(@Nullable String municipality) {
    return new StateRequest(municipality, knownAt, on, onItsDay);
  }
}
