package org.stadtstand.record.declaration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stadtstand.ground.text.Labelled;
import org.stadtstand.ground.text.Text;

/**
 * What a column means to readers: its name and those of its values in words, what a change of it is
 * called, and whether the publisher owes a word about that change.
 *
 * @param values the words for each value of a choice
 * @param accountable whether a change that nothing explains is told as unexplained. Values, dates
 *     and references are, texts are not: spelling and summaries do not count
 */
record Meaning(Text label, Map<String, Text> values, ChangeKind change, boolean accountable) {

  private static final Set<String> BOOKKEEPING = Set.of("source", "ordinal", "position");

  static Meaning of(String name, Column.Kind kind) {
    boolean text = kind == Column.Kind.TEXT || kind == Column.Kind.LIST;
    return new Meaning(
        new Text(name.replace('_', ' '), null),
        Map.of(),
        text ? ChangeKind.REWORDED : ChangeKind.CHANGED,
        !text && !BOOKKEEPING.contains(name));
  }

  static Map<String, Text> words(Class<? extends Enum<?>> values) {
    Map<String, Text> words = new LinkedHashMap<>();
    Arrays.stream(values.getEnumConstants())
        .forEach(value -> words.put(value.name(), words(value)));
    return words;
  }

  private static Text words(Enum<?> value) {
    return value instanceof Labelled labelled
        ? labelled.text()
        : new Text(value.name(), value.name());
  }

  Meaning called(String de, String en) {
    return new Meaning(new Text(de, en), values, change, accountable);
  }

  Meaning with(Map<String, Text> values) {
    return new Meaning(label, values, change, accountable);
  }

  Meaning tells(ChangeKind change) {
    return new Meaning(label, values, change, true);
  }

  Meaning free() {
    return new Meaning(label, values, change, false);
  }
}
