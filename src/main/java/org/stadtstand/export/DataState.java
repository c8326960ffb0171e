package org.stadtstand.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Asked;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Place;
import org.stadtstand.history.Present;
import org.stadtstand.history.Release;

/**
 * The published state that a file below {@code /data} shows.
 *
 * @param release null before the first one
 * @param fixed whether the address names the release, so that the file never changes
 */
record DataState(Place place, @Nullable Release release, boolean fixed) {

  static DataState of(Present present, @Nullable String municipality, @Nullable Integer number) {
    Pin pin = present.pin(new Asked(municipality, null, null));
    if (number != null) {
      pin = present.pinned(pin.place().key(), number, present.today());
    }
    return new DataState(pin.place(), present.release(pin.release()).orElse(null), number != null);
  }

  /** The release's id; 0 before the first one. */
  int id() {
    return release == null ? 0 : release.id();
  }

  int number() {
    return release == null ? 0 : release.number();
  }

  /** When it became what it is. */
  @Nullable Instant changed() {
    return release == null ? null : release.publishedAt().toInstant();
  }
}
