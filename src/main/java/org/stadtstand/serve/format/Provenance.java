package org.stadtstand.serve.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;

/** An answer's publisher, release and terms of use, as columns beside its own. */
final class Provenance {

  private Provenance() {}

  /**
   * Names and values of these columns; values that differ between states are joined. The rest of a
   * description needs a sheet of its own.
   */
  static Map<String, String> columns(Answer answer) {
    List<StateDescription> datasets = answer.datasets();
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
    columns.put("dataset.permanentLink", Objects.requireNonNullElse(answer.permanentLink(), ""));
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
