package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * An answer that is not one table as several: one for each of its lists, and one for the values
 * that stand beside them. Lists inside a row stand in its cell, an element after the other.
 */
final class AnswerLists {

  private final Language language;
  private final Map<String, String> single = new LinkedHashMap<>();
  private final List<AnswerTable> tables = new ArrayList<>();

  private AnswerLists(Language language) {
    this.language = language;
  }

  static List<AnswerTable> of(@Nullable Object data, Language language) {
    AnswerLists lists = new AnswerLists(language);
    lists.walk("", data);
    List<AnswerTable> all = new ArrayList<>();
    if (!lists.single.isEmpty() || lists.tables.isEmpty()) {
      List<String> heads = List.of(language.pick("Feld", "Field"), language.pick("Wert", "Value"));
      List<List<String>> rows =
          lists.single.entrySet().stream()
              .map(each -> List.of(each.getKey(), each.getValue()))
              .toList();
      all.add(AnswerTable.of("", heads, rows, language));
    }
    all.addAll(lists.tables);
    return all;
  }

  private void walk(String path, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> members ->
          members.forEach((name, inner) -> walk(joined(path, String.valueOf(name)), inner));
      case List<?> elements -> tables.add(table(path, elements));
      case null -> single.put(path, "");
      default -> single.put(path, value.toString());
    }
  }

  private AnswerTable table(String path, List<?> elements) {
    List<Map<String, String>> rows = elements.stream().map(AnswerLists::row).toList();
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    List<String> heads = List.copyOf(columns);
    List<List<String>> cells =
        rows.stream()
            .map(row -> heads.stream().map(head -> row.getOrDefault(head, "")).toList())
            .toList();
    return AnswerTable.of(path, heads, cells, language);
  }

  private static Map<String, String> row(@Nullable Object element) {
    Map<String, String> row = new LinkedHashMap<>();
    cells("", element, row);
    return row;
  }

  private static void cells(String path, @Nullable Object value, Map<String, String> row) {
    switch (value) {
      case Map<?, ?> members ->
          members.forEach((name, inner) -> cells(joined(path, String.valueOf(name)), inner, row));
      case List<?> elements ->
          row.put(
              path,
              elements.stream()
                  .map(element -> String.join(", ", row(element).values()))
                  .collect(Collectors.joining("; ")));
      case null -> row.put(path, "");
      default -> row.put(path, value.toString());
    }
  }

  /** What only holds the elements of a list is no part of its name. */
  private static String joined(String path, String name) {
    if (name.equals("nodes") || name.equals("edges") || name.equals("node")) {
      return path;
    }
    return path.isEmpty() ? name : path + " › " + name;
  }
}
