package org.stadtstand.graph.changes;

import static org.stadtstand.graph.steps.ValueWords.FROM;
import static org.stadtstand.graph.steps.ValueWords.TO;
import static org.stadtstand.ground.text.Language.DE;

import java.util.Locale;
import java.util.regex.Pattern;
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

  /** The last word begins with a capital, but for what stands in parentheses. */
  private static final Pattern NOUN_LAST = Pattern.compile("(?:.* )?\\p{Lu}\\S*(?: \\(.*\\))?");

  private final ValueWords words;
  private final RowTransition step;
  private final int release;
  private final RowValues row;
  private final String name;

  private Sentence(ValueWords words, RowTransition step, @Nullable Column changed) {
    this.words = words;
    this.step = step;
    this.row = step.row();
    this.release = step.state();
    this.name = words.named(row, step.key(), release, changed);
  }

  static String of(RecordChange change, ValueWords words) {
    Column column = change.column();
    Sentence sentence = new Sentence(words, change.step(), column);
    return ended(column == null ? sentence.whole(change.kind()) : sentence.field(change, column));
  }

  /** Of the rows of two states: what happened in between, and why, is not known. */
  public static String ofDifference(RowTransition step, ValueWords words) {
    Sentence sentence = new Sentence(words, step, null);
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
      return words.pick(
          ", zusammen mit dem zugehörigen Eintrag", ", together with the record it belongs to");
    }
    return withdrawal.reason() == null
        ? ""
        : words.pick(". Grund: ", ". Reason: ") + withdrawal.reason();
  }

  private String field(RecordChange change, Column column) {
    String text = name + ": " + moved(column, change.kind());
    if (change.explained() == ExplanationStatus.UNEXPLAINED) {
      return text + words.pick(" – ohne Erläuterung", " – without explanation");
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
    String label = column.label(words.language());
    String before = before(column);
    String after = after(column);
    if (!isThing(column)) {
      return label + ": " + stated(before, after, kind);
    }
    String from = kind == ChangeKind.DATE_MOVED ? dated(step.before(), column, FROM) : null;
    String to = kind == ChangeKind.DATE_MOVED ? dated(step.after(), column, TO) : null;
    return from == null || to == null
        ? label + " " + moved(before, after, kind)
        : label + words.pick(" verschoben ", " moved ") + from + " " + to;
  }

  private @Nullable String dated(@Nullable RowValues row, Column column, String how) {
    return row == null ? null : words.dated(row, column, how);
  }

  /**
   * Whether a sentence can say of the column's name that it has changed, as of a German noun
   * (“geplantes Ende”); “vollständig” and “erledigt am” are said of the row.
   */
  private static boolean isThing(Column column) {
    return column.kind() != Column.Kind.BOOLEAN && NOUN_LAST.matcher(column.label(DE)).matches();
  }

  private String stated(@Nullable String before, @Nullable String after, ChangeKind kind) {
    if (before == null) {
      return after + words.pick(" (neu angegeben)", " (now given)");
    }
    if (after == null) {
      return words.pick("nicht mehr angegeben, zuvor ", "no longer given, was ") + before;
    }
    return kind == ChangeKind.CORRECTED
        ? words
            .pick("%s statt %s (berichtigt)", "%s instead of %s (corrected)")
            .formatted(after, before)
        : words.pick("jetzt %s, zuvor %s", "now %s, was %s").formatted(after, before);
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
      case RESPONSIBILITY_MOVED ->
          words.pick("gewechselt von %s zu %s", "passed from %s to %s").formatted(before, after);
      default ->
          words.pick("geändert von %s auf %s", "changed from %s to %s").formatted(before, after);
    };
  }
}
