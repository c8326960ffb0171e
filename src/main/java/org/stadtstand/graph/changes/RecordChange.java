package org.stadtstand.graph.changes;

import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.time.Release;

/**
 * One change as the feed reports it: of a whole record, or of one of its columns.
 *
 * @param column null if the whole record came, went or came back
 * @param reason what explains it; null if nothing does
 */
record RecordChange(
    RowTransition step,
    Release release,
    @Nullable Column column,
    ChangeKind kind,
    ExplanationStatus explained,
    @Nullable Reason reason) {

  Position position() {
    RecordAtRelease spot = step.spot();
    return new Position(spot.release(), spot.type(), spot.record(), field() == null ? "" : field());
  }

  @Nullable String field() {
    return column == null ? null : column.name();
  }

  @Nullable String before() {
    return column == null || step.before() == null ? null : step.before().written(column);
  }

  @Nullable String after() {
    return column == null || step.after() == null ? null : step.after().written(column);
  }

  boolean isWithdrawal() {
    return step.after() == null;
  }
}
