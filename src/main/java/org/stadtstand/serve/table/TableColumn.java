package org.stadtstand.serve.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** The same columns; words that several of them have are followed by the name of each. */
  static List<TableColumn> toldApart(List<TableColumn> columns) {
    Map<Text, Long> all =
        columns.stream().collect(Collectors.groupingBy(TableColumn::words, Collectors.counting()));
    return columns.stream()
        .map(column -> all.getOrDefault(column.words, 0L) > 1 ? column.named() : column)
        .toList();
  }

  private TableColumn named() {
    String beside = " (" + name + ")";
    Text told = new Text(words.de() + beside, words.in(Language.EN) + beside);
    String heading =
        title.equals(name) ? name : (title.equals(words.de()) ? told.de() : told.in(Language.EN));
    return new TableColumn(name, field, heading, told, level, path, kind);
  }
}
