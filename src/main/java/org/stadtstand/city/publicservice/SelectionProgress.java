package org.stadtstand.city.publicservice;

import java.time.LocalDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;

/**
 * The counts of a selection on the day of its pin: how many services it had, and how far they were.
 */
record SelectionProgress(
    int record, String key, Pin pin, int members, int online, int endToEnd, int unassessed)
    implements Pinned {

  LocalDate on() {
    return pin.day();
  }

  SelectionProgress on(LocalDate day) {
    return new SelectionProgress(record, key, pin.on(day), members, online, endToEnd, unassessed);
  }
}
