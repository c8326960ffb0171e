package org.stadtstand.serve.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.table.SelectedField;

/** A place in an answer: the fields that lead to it, without those that only hold others. */
record AnswerPlace(List<String> keys, List<String> types, List<String> fields) {

  static final AnswerPlace ROOT = new AnswerPlace(List.of(), List.of(), List.of());

  AnswerPlace below(SelectedField field) {
    return field.isPlumbing()
        ? this
        : new AnswerPlace(
            with(keys, field.key()), with(types, field.parentType()), with(fields, field.field()));
  }

  private static List<String> with(List<String> all, String last) {
    List<String> longer = new ArrayList<>(all);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** What the fields are called, from the outermost on; those that were renamed, as they were. */
  String words(FieldWords words, Language language) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Optional<String> known =
          keys.get(i).equals(fields.get(i))
              ? words
                  .of(types.get(i), fields.get(i))
                  .map(text -> FieldWords.heading(text).in(language))
              : Optional.empty();
      said.add(known.orElse(keys.get(i)));
    }
    return String.join(" › ", said);
  }
}
