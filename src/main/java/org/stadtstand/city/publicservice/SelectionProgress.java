package org.stadtstand.city.publicservice;

import java.time.LocalDate;

/** How far the services of a selection were on a day, and of how many. */
record SelectionProgress(LocalDate on, int members, int online, int endToEnd, int unassessed) {

  SelectionProgress on(LocalDate day) {
    return new SelectionProgress(day, members, online, endToEnd, unassessed);
  }
}
