package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.Step;
import org.stadtstand.graph.steps.Withdrawal;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.time.Release;

/**
 * Tells the changes of a step: their kinds, and whether they are explained. What a column had no
 * value for before is new, not changed; another spelling is no other wording.
 */
final class Telling {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Telling() {}

  /** The changes of a step in the order of the feed. */
  static List<Change> changes(Step step, Release release, List<Reason> reasons) {
    if (!step.isChange()) {
      return List.of(whole(step, release));
    }
    List<Change> changes = new ArrayList<>();
    step.differing().stream()
        .sorted(Comparator.comparing(Column::name))
        .forEach(column -> changes.add(field(step, release, column, reasons)));
    return changes;
  }

  private static Change whole(Step step, Release release) {
    if (step.after() == null) {
      return new Change(
          step, release, null, ChangeKind.WITHDRAWN, withdrawn(step.withdrawal()), null);
    }
    ChangeKind kind = step.returned() ? ChangeKind.RELISTED : step.type().told().created();
    return new Change(step, release, null, kind, Explained.NOT_NEEDED, null);
  }

  private static Explained withdrawn(@Nullable Withdrawal withdrawal) {
    return switch (withdrawal == null ? Withdrawal.Kind.UNEXPLAINED : withdrawal.kind()) {
      case EXPLAINED -> Explained.EXPLAINED;
      case UNEXPLAINED -> Explained.UNEXPLAINED;
      case WITH_SUBJECT -> Explained.NOT_NEEDED;
    };
  }

  private static Change field(Step step, Release release, Column column, List<Reason> reasons) {
    Reason reason = reason(step, column, reasons);
    Explained explained = Explained.NOT_NEEDED;
    if (reason != null || release.revokes() != null) {
      explained = Explained.EXPLAINED;
    } else if (column.accountable() && isRewritten(step, column)) {
      explained = Explained.UNEXPLAINED;
    }
    boolean corrected = reason != null && reason.correction();
    return new Change(
        step,
        release,
        column,
        corrected ? ChangeKind.CORRECTED : column.change(),
        explained,
        reason);
  }

  /** The last event that led to the value; else any that speaks of the column. */
  private static @Nullable Reason reason(Step step, Column column, List<Reason> reasons) {
    List<Reason> speaking =
        reasons.stream().filter(reason -> reason.explains(column.name())).toList();
    String became = step.after() == null ? null : step.after().plain(column);
    return speaking.stream()
        .filter(reason -> !reason.correction() && Objects.equals(reason.value(), became))
        .findFirst()
        .orElse(speaking.isEmpty() ? null : speaking.getFirst());
  }

  private static boolean isRewritten(Step step, Column column) {
    String before = step.before() == null ? null : step.before().get(column);
    String after = step.after() == null ? null : step.after().get(column);
    return before != null && !(column.kind() == Column.Kind.TEXT && isSpelling(before, after));
  }

  /** Whether letters and digits are the same, but for case and accents. */
  private static boolean isSpelling(String before, @Nullable String after) {
    return after != null && letters(before).equals(letters(after));
  }

  private static String letters(String text) {
    return NEITHER_LETTER_NOR_DIGIT
        .matcher(SortKey.of(text).toLowerCase(Locale.ROOT))
        .replaceAll("");
  }
}
