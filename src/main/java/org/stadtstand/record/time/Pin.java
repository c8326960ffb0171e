package org.stadtstand.record.time;

import java.time.LocalDate;

/**
 * The state at which one municipality is read: what was published up to a release, as of a day.
 * Every statement carries it; there is no shortcut for "now", because two statements could then see
 * two releases.
 *
 * @param release the release's id; 0 before the first one, when the record is empty
 * @param number the release's number, 0 before the first one
 * @param plain whether only "now" was requested; only then does an id identify the thing itself
 */
public record Pin(MunicipalityRef place, int release, int number, LocalDate day, boolean plain) {

  /** Covers only what distinguishes pins: it is computed for every record looked up. */
  @Override
  public int hashCode() {
    return 31 * (31 * release + place.id()) + day.hashCode();
  }

  public Pin on(LocalDate day) {
    return day.equals(this.day) ? this : new Pin(place, release, number, day, false);
  }
}
