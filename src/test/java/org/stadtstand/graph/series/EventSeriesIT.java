package org.stadtstand.graph.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.columns.ColumnCache;
import tools.jackson.databind.JsonNode;

/** Series of what happened grow: each day has what had happened by then, however it is counted. */
@ServerTest
class EventSeriesIT {

  private static final String SERIES =
      "{ %1$s(%2$s) { series(from: \"2022-03-10\", to: \"2025-11-05\", every: YEAR%3$s) { on listed"
          + " %4$s } } }";
  private static final String LIST =
      "{ x: %1$s(%2$s, %3$s: \"%4$s\") { %5$s } all: %1$s(municipality: \"musterstadt\", %3$s:"
          + " \"%4$s\") { totalCount } }";

  @Autowired private Questions questions;
  @Autowired private ColumnCache columns;

  /** What is counted by columns in memory, no statement counts. */
  @BeforeEach
  void forgetColumns() {
    columns.settle();
    columns.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "statusChanges, source, SOURCE",
    "scheduleRevisions, source, SOURCE",
    "costs, source, SOURCE",
    "observations, source, SOURCE",
    "assessments, source, SOURCE",
    "usage, source, SOURCE",
    "statusHistory, effectiveOn, EVENT_KIND"
  })
  void everyDayHasWhatHadHappened(String list, String known, String key) {
    String city = "municipality: \"musterstadt\"";
    String all = "{%s: {isNull: false}}".formatted(known);
    for (String filter : List.of("", ", filter: {}", ", filter: " + all)) {
      for (String figures :
          List.of(
              "count",
              "count percent(filter: " + all + ")",
              "count groups(by: [{field: " + key + "}], first: 3) { rowCount nodes { count } }")) {
        showsEachDay(list, city + filter, figures, "on", "");
        showsEachDay(list, city + filter, figures, "knownAt", ", axis: KNOWN");
      }
    }
  }

  private void showsEachDay(
      String list, String arguments, String figures, String day, String axis) {
    JsonNode answer = questions.ask(SERIES.formatted(list, arguments, axis, figures));
    assertThat(answer.path("errors")).as(arguments).isEmpty();
    JsonNode series = answer.at("/data/" + list + "/series");
    assertThat(series.size()).isEqualTo(5);
    for (JsonNode point : series) {
      JsonNode own =
          questions.data(LIST.formatted(list, arguments, day, point.get("on").asString(), figures));
      assertThat(point.get("listed")).as(point + arguments).isEqualTo(own.at("/all/totalCount"));
      own.get("x")
          .properties()
          .forEach(
              figure ->
                  assertThat(point.get(figure.getKey()))
                      .as(list + arguments + point)
                      .isEqualTo(figure.getValue()));
    }
  }
}
