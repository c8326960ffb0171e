package org.stadtstand.graph.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Two states compared over the API: the net effect, paged, counted, and clear about mistakes. */
@ServerTest
class StateComparisonIT {

  private static final String DEMO = "municipality: \"musterstadt\", ";

  @Autowired private Questions questions;

  private JsonNode compare(String arguments, String fields) {
    return questions
        .data("{ compare(" + DEMO + arguments + ") { " + fields + " } }")
        .get("compare");
  }

  @Test
  void aRevocationComparedOverTheRevokedReleaseLeavesNoDifference() {
    JsonNode over =
        compare(
            "from: {release: 3}, to: {release: 5}, filter: {type: {eq: PROJECT_STATUS_CHANGE}}",
            "counts { added withdrawn changed } nodes { key }");
    JsonNode into =
        compare(
            "from: {release: 3}, to: {release: 4}, filter: {type: {eq: PROJECT_STATUS_CHANGE}}",
            "counts { added withdrawn changed } nodes { key }");
    assertThat(into.get("nodes")).isNotEmpty();
    assertThat(over.get("nodes").size()).isLessThan(into.get("nodes").size());
  }

  @Test
  void daysMeanTheReleasesThatWereKnownThen() {
    String fields = "from { number } to { number } counts { type added withdrawn changed }";
    JsonNode byDay = compare("from: {day: \"2022-07-01\"}, to: {day: \"2023-07-01\"}", fields);
    JsonNode byNumber =
        compare(
            "from: {release: %d}, to: {release: %d}"
                .formatted(byDay.at("/from/number").asInt(), byDay.at("/to/number").asInt()),
            fields);
    assertThat(byNumber).isEqualTo(byDay);
    assertThat(byDay.get("counts")).isNotEmpty();
  }

  @Test
  void beforeTheFirstReleaseEverythingIsNew() {
    JsonNode first =
        compare(
            "from: {day: \"2000-01-01\"}, to: {release: 1}, filter: {type: {eq: PROJECT}, kind:"
                + " {in: [WITHDRAWN, CHANGED]}}",
            "from { number } to { number } counts { added withdrawn changed } nodes { key }");
    assertThat(first.get("from").isNull()).isTrue();
    assertThat(first.get("nodes")).isEmpty();
    assertThat(first.at("/counts/0/added").asInt())
        .isEqualTo(
            questions
                .data(
                    "{ projects("
                        + DEMO
                        + "knownAt: \"2021-12-31\") { totalCount } release("
                        + DEMO
                        + "number: 1) { knownFrom } }")
                .at("/projects/totalCount")
                .asInt());
  }

  @Test
  void aFieldIsSaidAsDeliveredAndInWords() {
    JsonNode moved =
        compare(
            "from: {release: 1}, to: {release: 9}, filter: {type: {eq: PROJECT}, kind: {eq:"
                + " CHANGED}}, first: 200",
            "nodes { name before { id } after { id } fields { field fieldLabel(lang: EN) before"
                + " beforeLabel after afterLabel(lang: EN) } }");
    assertThat(moved.get("nodes"))
        .isNotEmpty()
        .allSatisfy(
            node -> {
              assertThat(node.get("before")).isNotEqualTo(node.get("after"));
              assertThat(node.get("name").asString()).startsWith("Projekt „");
            });
    assertThat(moved.findValuesAsString("field")).contains("planned_end", "lead_unit");
    assertThat(moved.findValuesAsString("fieldLabel")).contains("planned end", "lead unit");
  }

  @Test
  void aStateEqualsItself() {
    JsonNode same =
        compare(
            "from: {release: 4}, to: {release: 4}",
            "counts { added } nodes { key } pageInfo { hasNextPage }");
    assertThat(same.get("counts")).isEmpty();
    assertThat(same.get("nodes")).isEmpty();
    assertThat(same.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: {release: 5}, to: {release: 4}|BAD_ARGUMENT",
        "from: {day: \"2024-01-01\"}, to: {release: 1}|BAD_ARGUMENT",
        "from: {release: 99}|UNKNOWN_RELEASE",
        "from: {release: 0}|UNKNOWN_RELEASE",
        "from: {release: 1}, to: {release: 10000}|UNKNOWN_RELEASE",
        "from: {day: \"2099-01-01\"}|FUTURE_MOMENT",
        "from: {day: \"yesterday\"}|VALIDATION",
        "from: {release: 1.5}|VALIDATION",
        "from: {}|VALIDATION",
        "from: {release: 1, newest: true}|VALIDATION",
        "from: {newest: false}|BAD_ARGUMENT",
        "from: {moment: \"2025-13-01T00:00:00Z\"}|VALIDATION",
        "from: {day: \"2025-09-31\"}|VALIDATION",
        "to: {release: 4}|VALIDATION",
        "from: {release: 1}, after: \"nonsense\"|BAD_CURSOR",
        "from: {release: 1}, first: 201|BAD_PAGE",
        "from: {release: 1}, filter: {colour: {eq: RED}}|BAD_FILTER",
      })
  void mistakesAreToldWithACode(String arguments, String code) {
    assertThat(questions.code("{ compare(" + DEMO + arguments + ") { nodes { key } } }"))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from: {release: 1}",
        "from: {day: \"2025-01-01\"}",
        "from: {release: 1}, to: {newest: true}",
        "from: {decision: \"x\"}"
      })
  void allMunicipalitiesHaveNoStateInCommon(String states) {
    String document = "{ compare(municipality: \"ALL\", " + states + ") { nodes { key } } }";
    assertThat(questions.code(document)).isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void aCursorOfOtherStatesIsRefused() {
    String cursor =
        compare("from: {release: 1}, to: {release: 2}, first: 1", "pageInfo { endCursor }")
            .at("/pageInfo/endCursor")
            .asString();
    String feed =
        questions
            .data("{ changes(" + DEMO + "first: 1) { pageInfo { endCursor } } }")
            .at("/changes/pageInfo/endCursor")
            .asString();
    for (String other : List.of(cursor, feed)) {
      assertThat(
              questions.code(
                  "{ compare(%sfrom: {release: 1}, to: {release: 3}, after: \"%s\") { nodes { key } } }"
                      .formatted(DEMO, other)))
          .isEqualTo("CURSOR_OF_OTHER_LIST");
    }
  }
}
