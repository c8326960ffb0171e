package org.stadtstand.serve.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Asked;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Place;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

/**
 * The published state that a file below {@code /data} shows.
 *
 * @param release null before the first one
 * @param fixed whether the address names the release, so that the file never changes
 */
public record DataState(Place place, @Nullable Release release, boolean fixed) {

  public static DataState of(
      Present present, @Nullable String municipality, @Nullable Integer number) {
    Pin pin = present.pin(new Asked(municipality, null, null));
    if (number != null) {
      pin = present.pinned(pin.place().key(), number, present.today());
    }
    return new DataState(pin.place(), present.release(pin.release()).orElse(null), number != null);
  }

  /** The release's id; 0 before the first one. */
  public int id() {
    return release == null ? 0 : release.id();
  }

  public int number() {
    return release == null ? 0 : release.number();
  }

  /** When it became what it is. */
  public @Nullable Instant changed() {
    return release == null ? null : release.publishedAt().toInstant();
  }
}
