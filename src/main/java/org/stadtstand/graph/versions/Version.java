package org.stadtstand.graph.versions;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.changes.TitledChange;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/**
 * A state in which a record was published.
 *
 * @param type the number of the record's type
 * @param from the first release that it was in
 * @param until the first release that it was not in any more; null if it still holds
 * @param gone whether no other state followed at once
 */
record Version(int type, int record, Release from, @Nullable Release until, boolean gone) {

  /** The record as of the day that the first of its releases stands for. */
  Ref node() {
    return new Ref(record, ShownStates.of(from));
  }

  RecordAtRelease begun() {
    return new RecordAtRelease(from.id(), type, record);
  }

  /** Where the record was withdrawn; null if another state followed, or nothing yet. */
  @Nullable RecordAtRelease ended() {
    return until == null || !gone ? null : new RecordAtRelease(until.id(), type, record);
  }

  /** Where several fields changed in different ways, no one kind says it. */
  static ChangeKind kind(Collection<TitledChange> changes) {
    List<ChangeKind> kinds = changes.stream().map(TitledChange::kind).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst() : ChangeKind.CHANGED;
  }
}
