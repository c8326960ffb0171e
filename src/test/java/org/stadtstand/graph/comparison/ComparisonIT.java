package org.stadtstand.graph.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Two states beside each other over the API: the net effect, paged, counted, and mistakes. */
@ServerTest
class ComparisonIT {

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
            "from: 3, to: 5, filter: {type: {eq: PROJECT_STATUS_CHANGE}}",
            "counts { added withdrawn changed } nodes { key }");
    JsonNode into =
        compare(
            "from: 3, to: 4, filter: {type: {eq: PROJECT_STATUS_CHANGE}}",
            "counts { added withdrawn changed } nodes { key }");
    assertThat(into.get("nodes")).isNotEmpty();
    assertThat(over.get("nodes").size()).isLessThan(into.get("nodes").size());
  }

  @Test
  void daysMeanTheReleasesThatWereKnownThen() {
    String fields = "from { number } to { number } counts { type added withdrawn changed }";
    JsonNode byDay = compare("from: \"2022-07-01\", to: \"2023-07-01\"", fields);
    JsonNode byNumber =
        compare(
            "from: %d, to: %d"
                .formatted(byDay.at("/from/number").asInt(), byDay.at("/to/number").asInt()),
            fields);
    assertThat(byNumber).isEqualTo(byDay);
    assertThat(byDay.get("counts")).isNotEmpty();
  }

  @Test
  void beforeTheFirstReleaseEverythingIsNew() {
    JsonNode first =
        compare(
            "from: \"2000-01-01\", to: 1, filter: {type: {eq: PROJECT}, kind: {in: [WITHDRAWN,"
                + " CHANGED]}}",
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
            "from: 1, to: 9, filter: {type: {eq: PROJECT}, kind: {eq: CHANGED}}, first: 200",
            "nodes { name before { id } after { id } fields { field fieldLabel(lang: EN) before"
                + " beforeLabel after afterLabel(lang: EN) } }");
    assertThat(moved.get("nodes"))
        .allSatisfy(node -> assertThat(node.get("before")).isNotEqualTo(node.get("after")))
        .allSatisfy(node -> assertThat(node.get("name").asString()).startsWith("Projekt „"));
    assertThat(moved.findValuesAsString("field")).contains("planned_end", "lead_unit");
    assertThat(moved.findValuesAsString("fieldLabel")).contains("planned end", "lead unit");
  }

  @Test
  void aStateEqualsItself() {
    JsonNode same =
        compare("from: 4, to: 4", "counts { added } nodes { key } pageInfo { hasNextPage }");
    assertThat(same.get("counts")).isEmpty();
    assertThat(same.get("nodes")).isEmpty();
    assertThat(same.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: 5, to: 4|BAD_ARGUMENT",
        "from: \"2024-01-01\", to: 1|BAD_ARGUMENT",
        "from: 99|UNKNOWN_RELEASE",
        "from: 0|UNKNOWN_RELEASE",
        "from: 1, to: 10000|UNKNOWN_RELEASE",
        "from: \"2099-01-01\"|FUTURE_MOMENT",
        "from: \"yesterday\"|VALIDATION",
        "from: 1.5|VALIDATION",
        "to: 4|VALIDATION",
        "from: 1, after: \"nonsense\"|BAD_CURSOR",
        "from: 1, first: 201|BAD_PAGE",
        "from: 1, filter: {colour: {eq: RED}}|VALIDATION",
      })
  void mistakesAreToldWithACode(String arguments, String code) {
    assertThat(questions.code("{ compare(" + DEMO + arguments + ") { nodes { key } } }"))
        .isEqualTo(code);
  }

  @Test
  void aCursorOfOtherStatesIsRefused() {
    String cursor =
        compare("from: 1, to: 2, first: 1", "pageInfo { endCursor }")
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
                  "{ compare(%sfrom: 1, to: 3, after: \"%s\") { nodes { key } } }"
                      .formatted(DEMO, other)))
          .isEqualTo("CURSOR_OF_OTHER_LIST");
    }
  }
}
