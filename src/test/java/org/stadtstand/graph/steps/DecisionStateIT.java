package org.stadtstand.graph.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;

/** A decision names a moment: the last day that it can have been taken, and the answer says so. */
@ServerTest
class DecisionStateIT {

  private static final String STRATEGY = "adig-2024-04-digitalstrategie";
  private static final String FEED =
      "{ changes(since: {%s}, first: 200) { nodes { id sentence } pageInfo { hasNextPage } } }";
  private static final String COMPARED =
      "{ compare(from: {%s}) { from { number } to { number } nodes { kind name sentence fields {"
          + " fieldLabel } } } }";

  @Autowired private Questions questions;

  private static String named(String decision) {
    return "decision: \"" + decision + "\"";
  }

  @ParameterizedTest
  @CsvSource({
    "adig-2024-04-digitalstrategie, 2024-04-16, 16. April 2024",
    "rat-2016-11-digitale-strategie, 2016-11-30, 30. November 2016",
    "rat-2019-05-23-smart-city, 2019-05-23, 23. Mai 2019"
  })
  void changesBeginAfterItsLastPossibleDay(String decision, String day, String words) {
    JsonNode answer = questions.ask(FEED.formatted(named(decision)));
    assertThat(answer.get("data"))
        .isEqualTo(questions.data(FEED.formatted("day: \"" + day + "\"")));
    assertThat(answer.at("/data/changes/nodes")).isNotEmpty();
    assertThat(answer.at("/extensions/dataset").toString()).contains("bis zum Ende des " + words);
  }

  @Test
  void aDayThatIsNotKnownIsSaidAsItIsKnown() {
    assertThat(
            questions
                .ask(FEED.formatted(named("rat-2016-11-digitale-strategie")))
                .at("/extensions/dataset")
                .toString())
        .contains("nicht genau bekannt (November 2016)");
    assertThat(
            questions
                .ask(FEED.formatted(named("rat-2019-05-23-smart-city")))
                .at("/extensions/dataset")
                .toString())
        .doesNotContain("nicht genau bekannt");
  }

  @Test
  void statesAreComparedWithTheDayOfADecision() {
    JsonNode compared = questions.data(COMPARED.formatted(named(STRATEGY)));
    assertThat(compared).isEqualTo(questions.data(COMPARED.formatted("day: \"2024-04-16\"")));
    assertThat(compared.at("/compare/nodes")).isNotEmpty();
    JsonNode since = questions.data(FEED.formatted("release: 1"));
    String cursor = since.at("/changes/nodes/0/id").asString();
    assertThat(
            questions.code(
                "{ changes(since: {%s}, after: \"%s\") { nodes { key } } }"
                    .formatted(named(STRATEGY), cursor)))
        .isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void aDifferenceIsASentence() {
    JsonNode nodes =
        questions
            .data(
                "{ compare(municipality: \"musterstadt\", from: {release: 7}, to: {release: 8},"
                    + " filter: {type: {eq: PROJECT}}, first: 200) { nodes { kind name sentence"
                    + " english: sentence(lang: EN) fields { fieldLabel } } } }")
            .at("/compare/nodes");
    assertThat(nodes)
        .isNotEmpty()
        .extracting(node -> node.get("kind").asString())
        .contains("ADDED", "WITHDRAWN", "CHANGED");
    for (JsonNode node : nodes) {
      String sentence = node.get("sentence").asString();
      assertThat(sentence).contains(node.get("name").asString()).endsWith(".");
      node.get("fields")
          .forEach(field -> assertThat(sentence).contains(field.get("fieldLabel").asString()));
      assertThat(sentence)
          .startsWith(
              switch (node.get("kind").asString()) {
                case "ADDED" -> "Neu aufgenommen: Projekt „";
                case "WITHDRAWN" -> "Nicht mehr enthalten: Projekt „";
                default -> "Projekt „";
              })
          .doesNotContain("Erläuterung", "zurückgenommen");
      assertThat(node.get("english").asString()).contains("roject “");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decision: \"nobody-decided\" | BAD_ARGUMENT",
        "decision: \"\" | BAD_ARGUMENT",
        "decision: null | VALIDATION",
        "decision: \"adig-2024-04-digitalstrategie\", day: \"2025-01-01\" | VALIDATION",
        "decision: \"adig-2024-04-digitalstrategie\", release: 2 | VALIDATION",
        "release: 2, day: \"2025-01-01\" | VALIDATION"
      })
  void whatNamesNoStateIsRefused(String state, String code) {
    assertThat(questions.code(FEED.formatted(state))).isEqualTo(code);
    assertThat(questions.code(COMPARED.formatted(state))).isEqualTo(code);
  }

  @Test
  void ofAllMunicipalitiesItCouldBeAnyOnes() {
    assertThat(
            questions.code(
                "{ changes(municipality: \"ALL\", since: {%s}) { nodes { key } } }"
                    .formatted(named(STRATEGY))))
        .isEqualTo("BAD_ARGUMENT");
    assertThat(
            questions.code(
                "{ changes(municipality: \"musterstadt\", since: {%s}) { nodes { key } } }"
                    .formatted(named(STRATEGY))))
        .isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void aVariableNamesItAsWell() {
    String document = "query($s: StateInput) { changes(since: $s, first: 1) { nodes { id } } }";
    assertThat(questions.ask(document, Map.of("s", Map.of("decision", STRATEGY))).get("data"))
        .isEqualTo(questions.ask(document, Map.of("s", Map.of("day", "2024-04-16"))).get("data"));
    assertThat(
            questions
                .ask(document, Map.of("s", Map.of("decision", "no", "release", 1)))
                .has("errors"))
        .isTrue();
  }

  @Test
  void inAnEarlierStateItIsNotKnownYet() {
    Question asked =
        Question.now(FEED.formatted(named("adig-2026-01-haushalt")))
            .at(new StateName("duesseldorf", 1, LocalDate.of(2024, 4, 17)));
    JsonNode answer = questions.ask(asked);
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_ARGUMENT");
  }
}
