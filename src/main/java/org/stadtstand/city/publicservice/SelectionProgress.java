package org.stadtstand.city.publicservice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;

/**
 * How far the services of a selection were on the day of its pin: as counted, where its members are
 * in the record, and as was published about it.
 *
 * @param counts null if the record has no members, so that there is nothing to count
 * @param reportedRecord the last observation of the list's target by that day
 */
record SelectionProgress(
    int record, String key, Pin pin, @Nullable Counts counts, @Nullable Integer reportedRecord)
    implements Pinned {

  LocalDate on() {
    return pin.day();
  }

  @Nullable Integer members() {
    return counts == null ? null : counts.members;
  }

  @Nullable Integer online() {
    return counts == null ? null : counts.online;
  }

  @Nullable Integer endToEnd() {
    return counts == null ? null : counts.endToEnd;
  }

  @Nullable Integer unassessed() {
    return counts == null ? null : counts.unassessed;
  }

  @Nullable CountsAbsence countsAbsent() {
    return counts == null ? CountsAbsence.MEMBERS_NOT_RECORDED : null;
  }

  /** How many services there were, and how far they were. */
  record Counts(int members, int online, int endToEnd, int unassessed) {
    static final Counts NONE = new Counts(0, 0, 0, 0);
  }
}
