package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.Withdrawal;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.time.Release;

/**
 * Turns a row transition into changes: their kinds, and whether they are explained. A value where
 * there was none is new, not changed; a mere spelling change is not a rewording.
 */
final class ChangeClassifier {

  private ChangeClassifier() {}

  /** The changes of a transition in the order of the feed. */
  static List<RecordChange> changes(RowTransition step, Release release, List<Reason> reasons) {
    if (!step.isChange()) {
      return List.of(whole(step, release));
    }
    List<RecordChange> changes = new ArrayList<>();
    step.differing().stream()
        .sorted(Comparator.comparing(Column::name))
        .forEach(column -> changes.add(field(step, release, column, reasons)));
    return changes;
  }

  private static RecordChange whole(RowTransition step, Release release) {
    if (step.after() == null) {
      return new RecordChange(
          step, release, null, ChangeKind.WITHDRAWN, withdrawn(step.withdrawal()), null);
    }
    ChangeKind kind = step.returned() ? ChangeKind.RELISTED : step.type().told().created();
    return new RecordChange(step, release, null, kind, ExplanationStatus.NOT_NEEDED, null);
  }

  private static ExplanationStatus withdrawn(@Nullable Withdrawal withdrawal) {
    return switch (withdrawal == null ? Withdrawal.Kind.UNEXPLAINED : withdrawal.kind()) {
      case EXPLAINED -> ExplanationStatus.EXPLAINED;
      case UNEXPLAINED -> ExplanationStatus.UNEXPLAINED;
      case WITH_SUBJECT -> ExplanationStatus.NOT_NEEDED;
    };
  }

  private static RecordChange field(
      RowTransition step, Release release, Column column, List<Reason> reasons) {
    Reason reason = reason(step, column, reasons);
    ExplanationStatus explained = ExplanationStatus.NOT_NEEDED;
    if (reason != null || release.revokes() != null) {
      explained = ExplanationStatus.EXPLAINED;
    } else if (column.accountable() && isRewritten(step, column)) {
      explained = ExplanationStatus.UNEXPLAINED;
    }
    boolean corrected = reason != null && reason.correction();
    return new RecordChange(
        step,
        release,
        column,
        corrected ? ChangeKind.CORRECTED : column.change(),
        explained,
        reason);
  }

  /** The last event that led to the value; otherwise any that mentions the column. */
  private static @Nullable Reason reason(RowTransition step, Column column, List<Reason> reasons) {
    List<Reason> speaking =
        reasons.stream().filter(reason -> reason.explains(column.name())).toList();
    String became = step.after() == null ? null : step.after().plain(column);
    return speaking.stream()
        .filter(reason -> !reason.correction() && Objects.equals(reason.value(), became))
        .findFirst()
        .orElse(speaking.isEmpty() ? null : speaking.getFirst());
  }

  private static boolean isRewritten(RowTransition step, Column column) {
    String before = step.before() == null ? null : step.before().get(column);
    String after = step.after() == null ? null : step.after().get(column);
    return before != null
        && !(column.kind() == Column.Kind.TEXT && SortKey.sameLetters(before, after));
  }
}
