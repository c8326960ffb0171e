package org.stadtstand.graph.changes;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.graph.steps.Withdrawal;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;

/** A change, or the difference of two states, as one plain sentence, ready to paste. */
public final class Sentence {

  private final ValueWords words;
  private final RowTransition step;
  private final int release;
  private final RowValues row;
  private final String name;

  private Sentence(ValueWords words, RowTransition step) {
    this.words = words;
    this.step = step;
    this.row = step.row();
    this.release = step.state();
    this.name = words.named(row, step.key(), release);
  }

  static String of(RecordChange change, ValueWords words) {
    Sentence sentence = new Sentence(words, change.step());
    Column column = change.column();
    return ended(column == null ? sentence.whole(change.kind()) : sentence.field(change, column));
  }

  /** Of the rows of two states: what happened in between, and why, is not known. */
  public static String ofDifference(RowTransition step, ValueWords words) {
    Sentence sentence = new Sentence(words, step);
    if (step.after() == null) {
      return ended(words.pick("nicht mehr enthalten: ", "no longer there: ") + sentence.name);
    }
    return ended(
        step.before() == null
            ? sentence.whole(ChangeKind.CREATED)
            : sentence.name
                + ": "
                + step.differing().stream()
                    .map(column -> sentence.moved(column, column.change()))
                    .collect(Collectors.joining("; ")));
  }

  private static String ended(String text) {
    String end = text.matches("(?s).*[.!?][“”]?") ? "" : ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + end;
  }

  private String whole(ChangeKind kind) {
    if (kind == ChangeKind.WITHDRAWN) {
      return words.pick("zurückgezogen: ", "withdrawn: ") + name + why();
    }
    if (kind == ChangeKind.RELISTED) {
      return words.pick("wieder aufgenommen: ", "listed again: ") + name;
    }
    Text sentence = row.type().told().sentence();
    if (sentence == null) {
      return words.pick("neu aufgenommen: ", "added: ") + name;
    }
    return about() + words.filled(sentence, row, release);
  }

  private String about() {
    return row.type()
        .concerned()
        .map(row::target)
        .map(target -> words.quoted(words.titles().of(target, release, words.language())) + ": ")
        .orElse("");
  }

  private String why() {
    Withdrawal withdrawal = step.withdrawal();
    if (withdrawal == null || withdrawal.kind() == Withdrawal.Kind.UNEXPLAINED) {
      return words.pick(", ohne Erläuterung", ", without explanation");
    }
    if (withdrawal.kind() == Withdrawal.Kind.WITH_SUBJECT) {
      return words.pick(", mit dem, wozu es gehört", ", with what it belongs to");
    }
    return withdrawal.reason() == null
        ? ""
        : words.pick(". Grund: ", ". Reason: ") + withdrawal.reason();
  }

  private String field(RecordChange change, Column column) {
    String text = name + ": " + moved(column, change.kind());
    if (change.explained() == ExplanationStatus.UNEXPLAINED) {
      return text + words.pick(" – ohne Erläuterung geändert", " – changed without explanation");
    }
    return change.reason() == null && change.release().revokes() != null
        ? text
            + words.pick(" – ein früherer Stand wird zurückgenommen", " – a release is taken back")
        : text;
  }

  private @Nullable String before(Column column) {
    RowValues before = step.before();
    return before == null ? null : shown(column, words.value(before, column, step.earlier()));
  }

  private @Nullable String after(Column column) {
    return shown(column, words.value(row, column, release));
  }

  private @Nullable String shown(Column column, @Nullable String value) {
    boolean quoted =
        switch (column.kind()) {
          case TEXT -> column.quotedIf() == null;
          case CHOICE, REFERENCE, LIST, UNIT -> true;
          case DATE, PARTIAL_DATE, DECIMAL, INTEGER, BOOLEAN -> false;
        };
    return value == null || !quoted ? value : words.quoted(value);
  }

  private String moved(Column column, ChangeKind kind) {
    return column.label(words.language()) + " " + moved(before(column), after(column), kind);
  }

  private String moved(@Nullable String before, @Nullable String after, ChangeKind kind) {
    if (before == null) {
      return words.pick("neu angegeben: ", "now given: ") + after;
    }
    if (after == null) {
      return words.pick("nicht mehr angegeben, zuvor ", "no longer given, was ") + before;
    }
    return switch (kind) {
      case CORRECTED ->
          words
              .pick("berichtigt: %s statt %s", "corrected: %s instead of %s")
              .formatted(after, before);
      case DATE_MOVED ->
          words.pick("verschoben von %s auf %s", "moved from %s to %s").formatted(before, after);
      case RESPONSIBILITY_MOVED ->
          words.pick("gewechselt von %s zu %s", "passed from %s to %s").formatted(before, after);
      default ->
          words.pick("geändert von %s auf %s", "changed from %s to %s").formatted(before, after);
    };
  }
}
