package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A count says of how many rows it does not know whether they belong to it. */
@ServerTest
class UndecidedCountIT {

  @Autowired private Questions questions;

  private JsonNode projects(String city, String filter) {
    return questions
        .data(
            "{ projects(municipality: \"%s\", filter: %s) { totalCount undecidedCount } }"
                .formatted(city, filter))
        .get("projects");
  }

  private int count(String city, String filter) {
    return projects(city, filter).get("totalCount").asInt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void rowsThatFitThatDoNotAndOfWhichNobodyKnowsAreAllRows(String city) {
    JsonNode done = projects(city, "{status: {eq: COMPLETED}}");
    JsonNode others =
        projects(
            city,
            "{status: {in: [IDEA, PLANNED, PRIORITISED, IN_PROGRESS, PILOT, ON_HOLD, CANCELLED,"
                + " MERGED, UNKNOWN]}}");
    assertThat(
            done.get("totalCount").asInt()
                + others.get("totalCount").asInt()
                + done.get("undecidedCount").asInt())
        .isEqualTo(count(city, "{}"));
    assertThat(done.get("undecidedCount")).isEqualTo(others.get("undecidedCount"));
    assertThat(done.get("undecidedCount").asInt())
        .isEqualTo(count(city, "{status: {isNull: true}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leadUnit: {eq: \"demo-amt-haupt\"}",
        "leadUnit: {in: [\"unsinn\"]}",
        "leadUnitWithin: {eq: \"demo-dez-3\"}"
      })
  void aReferenceThatIsMissingDecidesNothing(String condition) {
    int without = count("musterstadt", "{leadUnit: {isNull: true}}");
    for (String filter : new String[] {"{%s}", "{not: {%s}}", "{and: [{%s}]}", "{or: [{%s}]}"}) {
      assertThat(projects("musterstadt", filter.formatted(condition)).get("undecidedCount").asInt())
          .as(filter)
          .isEqualTo(without);
    }
  }

  @Test
  void whatAnotherConditionDecidesIsDecided() {
    assertThat(projects("duesseldorf", "{}").get("undecidedCount").asInt()).isZero();
    assertThat(
            projects("duesseldorf", "{status: {eq: COMPLETED}, key: {in: []}}")
                .get("undecidedCount")
                .asInt())
        .isZero();
    assertThat(
            projects("duesseldorf", "{or: [{status: {eq: COMPLETED}}, {status: {isNull: true}}]}")
                .get("undecidedCount")
                .asInt())
        .isZero();
    assertThat(projects("duesseldorf", "{status: {isNull: false}}").get("undecidedCount").asInt())
        .isZero();
  }

  @Test
  void nestedListsSayItForEachParent() {
    JsonNode areas =
        questions.data(
            """
            { focusAreas(municipality: "musterstadt") { nodes { projects(filter: {overdueDays: {gt: 0}}) {
                totalCount undecidedCount } none: projects(filter: {overdueDays: {isNull: true}}) { totalCount } } } }
            """);
    int all = 0;
    for (JsonNode area : areas.at("/focusAreas/nodes")) {
      assertThat(area.at("/projects/undecidedCount")).isEqualTo(area.at("/none/totalCount"));
      all += area.at("/none/totalCount").asInt();
    }
    assertThat(all).isPositive();
  }
}
