package org.stadtstand.record.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which municipality and which state of its record a field was asked for; null means default. */
public record Asked(
    @Nullable String municipality, @Nullable KnownAt knownAt, @Nullable LocalDate on) {

  private static final String ALL = "ALL";

  boolean isOfAll() {
    return ALL.equals(municipality);
  }

  /** Whether no other state was asked for than that of now. */
  boolean isPlainlyNow() {
    return knownAt == null && on == null;
  }

  public Asked of(@Nullable String municipality) {
    return new Asked(municipality, knownAt, on);
  }
}
