package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** The course of a selection agrees with counting day by day. */
@ServerTest
class SelectionProgressIT {

  private static final String SELECTION =
      "serviceSelection(municipality: \"musterstadt\", key: \"demo-top-75\"%s)";

  @Autowired private Questions questions;

  private JsonNode progress(String state, String arguments) {
    return questions
        .data(
            "{ found: %s { progress(%s) { on members online endToEnd unassessed } } }"
                .formatted(SELECTION.formatted(state), arguments))
        .at("/found/progress");
  }

  @Test
  void eachPointIsWhatCountingOnThatDayGives() {
    JsonNode points = progress("", "from: \"2021-06-15\", every: QUARTER");
    assertThat(points).hasSize(24);
    for (JsonNode point : points) {
      JsonNode counted =
          questions
              .data(
                  """
                  { found: %s { services { totalCount unassessedCount }
                    online: services(filter: {onlineApplication: {eq: YES}}) { totalCount }
                    through: services(filter: {endToEnd: {eq: YES}}) { totalCount } } }
                  """
                      .formatted(
                          SELECTION.formatted(", on: \"" + point.get("on").asString() + "\"")))
              .get("found");
      assertThat(point.get("members")).isEqualTo(counted.at("/services/totalCount"));
      assertThat(point.get("unassessed")).isEqualTo(counted.at("/services/unassessedCount"));
      assertThat(point.get("online")).isEqualTo(counted.at("/online/totalCount"));
      assertThat(point.get("endToEnd")).isEqualTo(counted.at("/through/totalCount"));
    }
    assertThat(points.get(23).get("endToEnd").asInt()).isEqualTo(20);
  }

  @Test
  void whereNoMemberIsRecordedNothingIsCounted() {
    JsonNode answer =
        questions.ask(
            """
            { serviceSelections(municipality: "duesseldorf") { nodes {
              progress(from: "2024-03-31", to: "2025-12-31", every: YEAR) {
                on members online endToEnd unassessed countsAbsent countsAbsentLabel
                reported { key value observedOn }
              } } } }
            """);
    JsonNode points = answer.at("/data/serviceSelections/nodes/0/progress");
    assertThat(points).hasSize(3);
    for (JsonNode point : points) {
      for (String count : new String[] {"members", "online", "endToEnd", "unassessed"}) {
        assertThat(point.get(count).isNull()).as(count).isTrue();
      }
      assertThat(point.get("countsAbsent").asString()).isEqualTo("MEMBERS_NOT_RECORDED");
      assertThat(point.get("countsAbsentLabel").asString()).isEqualTo("Mitglieder nicht erfasst");
    }
    assertThat(points.get(0).get("reported").isNull()).isTrue();
    assertThat(points.get(1).at("/reported/key").asString()).isEqualTo("srv-1-2024-04");
    assertThat(points.get(2).at("/reported/value").asInt()).isEqualTo(20);
    assertThat(answer.at("/extensions/dataset/0/warnings").toString())
        .contains(
            "Die Mitglieder der Liste „Die 75 meist gefragten Dienstleistungen“ sind nicht"
                + " erfasst");
  }

  @Test
  void whatIsCountedIsNotWarnedOf() {
    String asked =
        "{ %s { progress(from: \"2019-01-01\", every: YEAR) { members countsAbsent } } }"
            .formatted(SELECTION.formatted(""));
    JsonNode answer = questions.ask(asked);
    assertThat(answer.at("/extensions/dataset/0/warnings").toString())
        .doesNotContain("nicht erfasst;");
    for (JsonNode point : answer.at("/data/serviceSelection/progress")) {
      assertThat(point.get("members").isInt()).isTrue();
      assertThat(point.get("countsAbsent").isNull()).isTrue();
    }
  }

  @Test
  void anEarlierStateHasTheCourseThatWasKnownThen() {
    JsonNode then = progress(", knownAt: \"2023-01-31\"", "from: \"2022-01-01\", every: YEAR");
    assertThat(then.get(then.size() - 1).get("on").asString()).isEqualTo("2023-01-31");
    assertThat(then.get(then.size() - 1).get("endToEnd").asInt()).isEqualTo(11);
  }

  @Test
  void daysThatMakeNoSenseAreRefused() {
    String asked = "{ %s { progress(%%s) { on } } }".formatted(SELECTION.formatted(""));
    assertThat(questions.code(asked.formatted("from: \"2025-01-01\", to: \"2024-12-31\"")))
        .isEqualTo("BAD_ARGUMENT");
    assertThat(questions.code(asked.formatted("from: \"2025-01-01\", to: \"2026-11-23\"")))
        .isEqualTo("BAD_ARGUMENT");
    assertThat(questions.code(asked.formatted("from: \"2027-01-01\""))).isEqualTo("BAD_ARGUMENT");
    assertThat(questions.code(asked.formatted("from: \"1900-01-01\""))).isEqualTo("BAD_ARGUMENT");
  }
}
