package org.stadtstand.serve.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * A column of a table.
 *
 * @param name dotted: {@code focusArea.name}
 * @param field of the schema, whatever the caller calls it: {@code name}
 * @param title the heading: the name, or the words if they are requested
 * @param words the name in words
 * @param level of nested lists at which its value stands; 0 is the whole answer
 * @param path the keys that lead from an element of that level to the value
 */
public record TableColumn(
    String name,
    String field,
    String title,
    Text words,
    int level,
    List<String> path,
    CellKind kind) {

  /** The same with its words as heading, if they are asked for in a language. */
  TableColumn headed(@Nullable Language language) {
    return language == null
        ? this
        : new TableColumn(name, field, words.in(language), words, level, path, kind);
  }
}
