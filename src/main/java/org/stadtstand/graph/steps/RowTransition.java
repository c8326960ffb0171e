package org.stadtstand.graph.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * What a release did to one record: the row it ended and the row it began, either of which may be
 * missing.
 *
 * @param earlier the state to which the previous row belongs
 * @param returned whether a new row belongs to a record that had been withdrawn before
 * @param withdrawal why the row ended, if nothing replaced it
 */
public record RowTransition(
    RecordAtRelease spot,
    int earlier,
    String key,
    @Nullable RowValues before,
    @Nullable RowValues after,
    boolean returned,
    @Nullable Withdrawal withdrawal) {

  public RecordType type() {
    return row().type();
  }

  /** The newer of the rows. */
  public RowValues row() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /** The state to which the newer of the rows belongs. */
  public int state() {
    return after == null ? earlier : spot.release();
  }

  public StepKind kind() {
    if (after == null) {
      return StepKind.WITHDRAWN;
    }
    if (before != null) {
      return StepKind.CHANGED;
    }
    return returned ? StepKind.RELISTED : StepKind.ADDED;
  }

  public boolean isChange() {
    return before != null && after != null;
  }

  /** The columns in which the rows differ; none if there is only one row. */
  public List<Column> differing() {
    List<Column> differing = new ArrayList<>();
    if (before != null && after != null) {
      for (Column column : type().columns()) {
        if (!Objects.equals(before.get(column), after.get(column))) {
          differing.add(column);
        }
      }
    }
    return differing;
  }
}
