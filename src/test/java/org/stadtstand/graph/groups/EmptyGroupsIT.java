package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Groups that no row is in are listed where a question wants them, and change nothing else. */
@ServerTest
class EmptyGroupsIT {

  private static final String CITY = "municipality: \"musterstadt\"";
  private static final String STATUSES =
      "IDEA PLANNED PRIORITISED IN_PROGRESS PILOT ON_HOLD COMPLETED CANCELLED MERGED UNKNOWN";

  @Autowired private Questions questions;

  @Test
  void aHistogramHasAllItsClasses() {
    JsonNode groups =
        groups("{field: SLIPPAGE_DAYS, edges: [0, 1, 91, 366, 731], empty: true}", "", "label");
    assertThat(counts(groups)).containsExactly(0, 270, 1, 29, 40, 40);
    assertThat(groups.at("/nodes/0/label").asString()).isEqualTo("unter 0");
    assertThat(groups.at("/nodes/0/share").decimalValue()).isZero();
  }

  @Test
  void everyAnswerIsListedAndThoseNeverAssessedAreStillApart() {
    JsonNode groups =
        questions
            .data(
                "{ services { groups(by: [{field: ONLINE_APPLICATION, empty: true}]) { rowCount"
                    + " nodes { keys { onlineApplication onlineApplicationAbsent } count } } } }")
            .at("/services/groups");
    assertThat(groups.get("nodes").valueStream().map(node -> node.at("/keys/onlineApplication")))
        .extracting(JsonNode::asString)
        .startsWith("YES", "PARTLY", "NO", "UNKNOWN");
    assertThat(counts(groups)).containsExactly(4, 0, 0, 0, 43);
    assertThat(groups.at("/nodes/4/keys/onlineApplicationAbsent").asString()).isEqualTo("NO_EVENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"YEAR", "QUARTER", "MONTH"})
  void periodsGoOnWithoutAGapAndCoarserOnesStay(String unit) {
    String by = "{field: PLANNED_END, unit: " + unit + "%s}";
    String keys = "keys { plannedEnd { value coarser from to } }";
    JsonNode all = groups(by.formatted(", empty: true"), "", keys);
    JsonNode found = groups(by.formatted(""), "", keys);
    assertThat(occupied(all)).isEqualTo(occupied(found)).isNotEmpty();
    List<JsonNode> periods =
        all.get("nodes")
            .valueStream()
            .map(node -> node.at("/keys/plannedEnd"))
            .filter(period -> period.isObject() && !period.get("coarser").asBoolean())
            .toList();
    assertThat(periods).hasSizeGreaterThan(5);
    for (int i = 1; i < periods.size(); i++) {
      assertThat(LocalDate.parse(periods.get(i).get("from").asString()))
          .isEqualTo(LocalDate.parse(periods.get(i - 1).get("to").asString()).plusDays(1));
    }
  }

  @Test
  void ofTwoColumnsEachValueOfTheOtherIsCompleted() {
    JsonNode groups =
        groups(
            "{field: FOCUS_AREA}, {field: STATUS, empty: true}",
            "",
            "keys { focusArea { key } status } percent(filter: {overdueDays: {gt: 0}})");
    JsonNode found = groups("{field: FOCUS_AREA}, {field: STATUS}", "", "keys { status }");
    assertThat(occupied(groups)).hasSameSizeAs(occupied(found)).isNotEmpty();
    long areas =
        groups
            .get("nodes")
            .valueStream()
            .map(node -> node.at("/keys/focusArea"))
            .distinct()
            .count();
    long known =
        groups
            .get("nodes")
            .valueStream()
            .filter(node -> node.at("/keys/status").isString())
            .count();
    assertThat(areas).isGreaterThan(2);
    assertThat(known).isEqualTo(areas * STATUSES.split(" ").length);
    assertThat(groups.get("nodes").valueStream().filter(node -> node.get("count").asInt() == 0))
        .isNotEmpty()
        .allMatch(node -> node.get("percent").isNull());
    assertThat(groups.get("overlap").asInt()).isZero();
  }

  @Test
  void whereThereAreNoRowsTheValuesAreStillListed() {
    String none = ", filter: {key: {eq: \"nothing\"}}";
    JsonNode statuses = groups("{field: STATUS, empty: true}", none, "keys { status }");
    assertThat(statuses.get("nodes").valueStream().map(node -> node.at("/keys/status").asString()))
        .containsExactly(STATUSES.split(" "));
    assertThat(counts(statuses)).containsOnly(0);
    assertThat(statuses.at("/nodes/0/share").isNull()).isTrue();
    assertThat(counts(groups("{field: PLANNED_END, empty: true}", none, "label"))).isEmpty();
    assertThat(counts(groups("{field: LEAD_UNIT}, {field: STATUS, empty: true}", none, "label")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{field: LEAD_UNIT, empty: true} | LEAD_UNIT has no list of values",
        "{field: PARTNERS, empty: true} | PARTNERS has no list of values",
        "{field: SLIPPAGE_DAYS, empty: true} | SLIPPAGE_DAYS has no list of values",
        "{field: SLIPPAGE_DAYS, edges: [], empty: true} | SLIPPAGE_DAYS has no list of values"
      })
  void whatHasNoListOfValuesIsRefused(String by, String says) {
    JsonNode error =
        questions.ask("{ projects { groups(by: [" + by + "]) { totalCount } } }").at("/errors/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_GROUP");
    assertThat(error.get("message").asString()).startsWith(says);
    assertThat(error.at("/extensions/hint").asString()).contains("edges");
  }

  private JsonNode groups(String by, String filter, String selected) {
    return questions
        .data(
            "{ projects(%s%s) { groups(by: [%s], first: 200) { overlap nodes { count share %s } } } }"
                .formatted(CITY, filter, by, selected))
        .at("/projects/groups");
  }

  private static List<Integer> counts(JsonNode groups) {
    List<Integer> counts = new ArrayList<>();
    groups.get("nodes").forEach(node -> counts.add(node.get("count").asInt()));
    return counts;
  }

  private static List<JsonNode> occupied(JsonNode groups) {
    return groups.get("nodes").valueStream().filter(node -> node.get("count").asInt() > 0).toList();
  }
}
