package org.stadtstand.city.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** The steps planned on the way to a target: as they were delivered, and no others. */
@ServerTest
class TargetPathIT {

  private static final String PATH = "path { key dueOn dueOnPrecision value citation }";
  private static final String FIBRE =
      "{ target(municipality: \"musterstadt\", key: \"demo-ziel-glasfaser-100\"%s) {%s} }";

  @Autowired private Questions questions;

  private JsonNode target(String arguments, String selection) {
    return questions.data(FIBRE.formatted(arguments, selection)).get("target");
  }

  @Test
  void theStepsStandByDayWithTheirSource() {
    assertThat(target("", PATH).get("path"))
        .extracting(
            step -> step.get("dueOn").asString(),
            step -> step.get("dueOnPrecision").asString(),
            step -> step.get("value").asInt())
        .containsExactly(
            tuple("2026-12-31", "YEAR", 56),
            tuple("2027-12-31", "YEAR", 67),
            tuple("2028-12-31", "YEAR", 79),
            tuple("2029-12-31", "YEAR", 90),
            tuple("2030-12-31", "DAY", 100));
    assertThat(target("", PATH).get("path"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.get("citation").asString()).contains("Musterstadt"));
  }

  @Test
  void beforeTheyWereDeliveredThereWereNone() {
    assertThat(target(", knownAt: \"2025-12-30\"", PATH).get("path")).isEmpty();
    JsonNode then =
        target("", "path { key } asKnown(at: \"2025-12-30\") { path { key } baselineValue }");
    assertThat(then.get("path")).hasSize(5);
    assertThat(then.at("/asKnown/path")).isEmpty();
    assertThat(then.at("/asKnown/baselineValue").asInt()).isEqualTo(11);
  }

  @Test
  void noStepIsWorkedOutForATargetWithoutAPlan() {
    JsonNode targets =
        questions.data("{ targets(municipality: \"duesseldorf\") { nodes { key path { key } } } }");
    assertThat(targets.at("/targets/nodes"))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(target.get("path")).isEmpty());
  }

  @Test
  void targetsAreFoundByTheirPlan() {
    String filtered =
        "{ targets(municipality: \"musterstadt\", filter: {path: {%s: {value: {gte: 90}}}})"
            + " { totalCount nodes { key } } }";
    JsonNode planned = questions.data(filtered.formatted("some"));
    assertThat(planned.at("/targets/nodes"))
        .extracting(target -> target.get("key").asString())
        .containsExactly("demo-ziel-glasfaser-100");
    JsonNode others = questions.data(filtered.formatted("none"));
    assertThat(others.at("/targets/totalCount").asInt()).isGreaterThan(1);
    assertThat(others.at("/targets/nodes"))
        .extracting(target -> target.get("key").asString())
        .isNotEmpty()
        .doesNotContain("demo-ziel-glasfaser-100");
  }

  @Test
  void aStepLeadsToItsTargetAndIsToldAsNew() {
    String id = target("", "path { id }").at("/path/0/id").asString();
    JsonNode step =
        questions.data(
            "{ node(id: \"%s\") { ... on TargetStep { key value target { key } } } }"
                .formatted(id));
    assertThat(step.at("/node/value").asInt()).isEqualTo(56);
    assertThat(step.at("/node/target/key").asString()).isEqualTo("demo-ziel-glasfaser-100");
    JsonNode changes =
        questions.data(
            "{ changes(municipality: \"musterstadt\", filter: {type: {eq: TARGET_STEP}})"
                + " { nodes { kind sentence(lang: DE) } } }");
    assertThat(changes.at("/changes/nodes"))
        .extracting(change -> change.get("kind").asString())
        .containsOnly("CREATED")
        .hasSize(5);
    assertThat(changes.at("/changes/nodes"))
        .extracting(change -> change.get("sentence").asString())
        .anySatisfy(sentence -> assertThat(sentence).contains("56 bis 2026"));
  }
}
