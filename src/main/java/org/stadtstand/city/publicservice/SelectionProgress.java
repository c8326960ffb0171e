package org.stadtstand.city.publicservice;

import java.time.LocalDate;

/** The counts of a selection on a day: how many services it had, and how far they were. */
record SelectionProgress(LocalDate on, int members, int online, int endToEnd, int unassessed) {

  SelectionProgress on(LocalDate day) {
    return new SelectionProgress(day, members, online, endToEnd, unassessed);
  }
}
