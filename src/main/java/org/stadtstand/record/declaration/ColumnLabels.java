package org.stadtstand.record.declaration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;

/**
 * What a column means to readers: its name and its values in words, the kind of change it causes,
 * and whether the publisher must explain that change.
 *
 * @param values the words for each value of a choice
 * @param accountable whether a change without an explanation is reported as unexplained. This holds
 *     for values, dates and references, not for texts: spelling and summaries do not count
 * @param quotedIf the column that says whether a text is what somebody said, word for word; null if
 *     the text is not about what was said
 */
record ColumnLabels(
    Text label,
    Map<String, Words> values,
    ChangeKind change,
    boolean accountable,
    @Nullable String quotedIf) {

  private static final Set<String> BOOKKEEPING = Set.of("source", "ordinal", "position");

  static ColumnLabels of(String name, Column.Kind kind) {
    boolean text = Set.of(Column.Kind.TEXT, Column.Kind.LIST).contains(kind);
    return new ColumnLabels(
        new Text(name.replace('_', ' '), null),
        Map.of(),
        text ? ChangeKind.REWORDED : ChangeKind.CHANGED,
        !text && !BOOKKEEPING.contains(name),
        null);
  }

  /**
   * The words for a value.
   *
   * @param label as they stand alone
   * @param phrase in the middle of a phrase
   */
  record Words(Text label, Text phrase) {

    static Words of(Text words) {
      return new Words(words, words);
    }
  }

  static Map<String, Words> words(Class<? extends Enum<?>> values) {
    Map<String, Words> words = new LinkedHashMap<>();
    Arrays.stream(values.getEnumConstants())
        .forEach(value -> words.put(value.name(), words(value)));
    return words;
  }

  /** How a text can have been translated; what says that it was not is no value of a column. */
  static Map<String, Words> ofTranslations() {
    Map<String, Words> words = words(Translation.class);
    words.keySet().retainAll(Set.of(Translation.HUMAN.name(), Translation.MACHINE.name()));
    return words;
  }

  private static Words words(Enum<?> value) {
    return value instanceof LabelledChoice labelled
        ? new Words(labelled.text(), labelled.phrase())
        : Words.of(new Text(value.name(), value.name()));
  }

  /** A choice's value; any other is its own words. */
  Words value(String value) {
    Words words = values.get(value);
    return words == null ? Words.of(new Text(value, value)) : words;
  }

  ColumnLabels called(String de, String en) {
    return new ColumnLabels(new Text(de, en), values, change, accountable, quotedIf);
  }

  ColumnLabels with(Map<String, Words> values) {
    return new ColumnLabels(label, values, change, accountable, quotedIf);
  }

  ColumnLabels tells(ChangeKind change) {
    return new ColumnLabels(label, values, change, true, quotedIf);
  }

  ColumnLabels quotedIf(String column) {
    return new ColumnLabels(label, values, change, accountable, column);
  }

  ColumnLabels free() {
    return new ColumnLabels(label, values, change, false, quotedIf);
  }
}
