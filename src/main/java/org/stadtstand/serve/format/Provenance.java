package org.stadtstand.serve.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.table.FileOptions;

/**
 * An answer's publisher, release and terms of use, as columns beside its own. Invented data say so
 * in each row, because rows are copied without their file.
 */
final class Provenance {

  private static final Set<String> MARK = Set.of("dataset.municipality", "dataset.standing");

  private Provenance() {}

  /**
   * Names and values of these columns; values that differ between states are joined. All of them
   * are written where they are wanted, the mark of invented data always.
   */
  static Map<String, String> columns(Answer answer, FileOptions options, FileOrigin origin) {
    List<StateDescription> datasets = answer.datasets();
    if (!options.meta() && datasets.stream().noneMatch(StateDescription::demo)) {
      return Map.of();
    }
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("dataset.municipality", joined(datasets, StateDescription::municipality));
    columns.put("dataset.release", joined(datasets, StateDescription::release));
    columns.put("dataset.standsFor", joined(datasets, StateDescription::standsFor));
    columns.put("dataset.day", joined(datasets, StateDescription::day));
    columns.put("dataset.publisher", joined(datasets, StateDescription::publisher));
    columns.put("dataset.standing", joined(datasets, StateDescription::standing));
    columns.put("dataset.licence", joined(datasets, StateDescription::licence));
    columns.put("dataset.licenceUrl", joined(datasets, StateDescription::licenceUrl));
    columns.put("dataset.attribution", joined(datasets, StateDescription::attribution));
    columns.put("dataset.permanentLink", Objects.requireNonNullElse(origin.link(answer), ""));
    if (!options.meta()) {
      columns.keySet().retainAll(MARK);
    }
    return columns;
  }

  static String joined(
      List<StateDescription> datasets, Function<StateDescription, @Nullable String> member) {
    return datasets.stream()
        .map(member)
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining(" | "));
  }
}
