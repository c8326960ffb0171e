package org.stadtstand.record.declaration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;

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
    Map<String, Text> values,
    ChangeKind change,
    boolean accountable,
    @Nullable String quotedIf) {

  private static final Set<String> BOOKKEEPING = Set.of("source", "ordinal", "position");

  static ColumnLabels of(String name, Column.Kind kind) {
    boolean text = Set.of(Column.Kind.TEXT, Column.Kind.UNIT, Column.Kind.LIST).contains(kind);
    return new ColumnLabels(
        new Text(name.replace('_', ' '), null),
        Map.of(),
        text ? ChangeKind.REWORDED : ChangeKind.CHANGED,
        !text && !BOOKKEEPING.contains(name),
        null);
  }

  static Map<String, Text> words(Class<? extends Enum<?>> values) {
    Map<String, Text> words = new LinkedHashMap<>();
    Arrays.stream(values.getEnumConstants())
        .forEach(value -> words.put(value.name(), words(value)));
    return words;
  }

  private static Text words(Enum<?> value) {
    return value instanceof LabelledChoice labelled
        ? labelled.text()
        : new Text(value.name(), value.name());
  }

  ColumnLabels called(String de, String en) {
    return new ColumnLabels(new Text(de, en), values, change, accountable, quotedIf);
  }

  ColumnLabels with(Map<String, Text> values) {
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
