package org.stadtstand.serve.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stadtstand.serve.answer.Answer;

/** Whose an answer is, from when and on which terms, as its {@code extensions.dataset} says. */
final class Provenance {

  /** What travels in columns; the rest of the description needs a sheet of its own. */
  private static final List<String> IN_COLUMNS =
      List.of(
          "municipality",
          "release",
          "standsFor",
          "day",
          "publisher",
          "standing",
          "licence",
          "licenceUrl",
          "attribution");

  private Provenance() {}

  /** One description for each state that the answer rests on. */
  static List<Map<?, ?>> datasets(Answer answer) {
    Map<?, ?> extensions = Objects.requireNonNullElse(answer.result().getExtensions(), Map.of());
    return extensions.get("dataset") instanceof List<?> list
        ? list.stream()
            .<Map<?, ?>>map(each -> each instanceof Map<?, ?> map ? map : Map.of())
            .toList()
        : List.of();
  }

  /** Names and values of the columns; what differs between states is joined. */
  static Map<String, String> columns(Answer answer) {
    List<Map<?, ?>> datasets = datasets(answer);
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : IN_COLUMNS) {
      columns.put("dataset." + name, joined(datasets, name));
    }
    columns.put("dataset.permanentLink", link(answer));
    return columns;
  }

  /** The address under which the same answer can be had for ever; empty if there is none. */
  static String link(Answer answer) {
    Map<?, ?> extensions = Objects.requireNonNullElse(answer.result().getExtensions(), Map.of());
    return extensions.get("permanentLink") instanceof String link ? link : "";
  }

  static String joined(List<Map<?, ?>> datasets, String name) {
    return datasets.stream()
        .map(dataset -> dataset.get(name))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .distinct()
        .collect(Collectors.joining(" | "));
  }
}
