package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Whoever adds groups up is told what must not be added. */
@ServerTest
class GroupNoticesIT {

  private static final String OVERLAP =
      "Zeilen mit mehreren Werten stehen in mehreren Gruppen: Alle Gruppen zusammen zählen 1 mehr"
          + " als die Liste.";

  @Autowired private Questions questions;

  @ParameterizedTest
  @CsvSource({"TARGETS, true", "STATUS, false"})
  void rowsInSeveralGroupsAreSaid(String column, boolean overlap) {
    String groups = "projects { groups(by: [{field: %s}]) { overlap nodes { count } } }";
    assertThat(warnings("duesseldorf", "{ " + groups.formatted(column) + " }").contains(OVERLAP))
        .isEqualTo(overlap);
  }

  @Test
  void groupsThatAreNotListedAreCounted() {
    String groups =
        "{ projects(municipality: \"musterstadt\") { groups(by: [{field: STATUS}], first: 2%s)"
            + " { totalCount nodes { count } } } }";
    assertThat(warnings("musterstadt", groups.formatted("")))
        .contains("Nicht alle Gruppen sind gezeigt; weitere auf anderen Seiten: 7.");
    assertThat(
            warnings(
                "musterstadt", groups.formatted(", having: [{figure: COUNT, number: {gt: 60}}]")))
        .contains("Gruppen, für die die Bedingung nicht gilt, sind ausgelassen: 7.")
        .noneMatch(warning -> warning.contains("weitere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by: [{field: SERVICE}] | true",
        "by: [{field: CHANNEL}] | false",
        "by: [{field: SERVICE}, {field: CHANNEL}] | false"
      })
  void aSumOfTotalsAndTheirPartsIsSaid(String by, boolean doubled) {
    String sums =
        "{ usage(municipality: \"musterstadt\"%s) { groups(first: 200, %s) { nodes { %s } } } }";
    String sum = "aggregates { count { sum } }";
    assertThat(doubled(sums.formatted("", by, sum))).isEqualTo(doubled);
    assertThat(doubled(sums.formatted("", by, "aggregates { count { max } }"))).isFalse();
    assertThat(doubled(sums.formatted(", filter: {channel: {eq: ONLINE}}", by, sum))).isFalse();
    String one = "aggregates(filter: {channel: {eq: ALL}}) { count { sum } }";
    assertThat(doubled(sums.formatted("", by, one))).isFalse();
  }

  private boolean doubled(String document) {
    return warnings("musterstadt", document).stream()
        .anyMatch(
            warning ->
                warning.equals(
                    "Summen zählen doppelt: Zeilen mit „Zugangsweg: Alle Wege“ enthalten die"
                        + " übrigen. Nach „Zugangsweg“ gruppieren oder filtern."));
  }

  private List<String> warnings(String city, String document) {
    JsonNode answer = questions.ask(document);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    List<String> warnings = new ArrayList<>();
    for (JsonNode state : answer.at("/extensions/dataset")) {
      if (state.path("municipality").asString("").equals(city)) {
        state.at("/warnings").forEach(warning -> warnings.add(warning.asString()));
      }
    }
    return warnings;
  }
}
