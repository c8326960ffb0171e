package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Mistakes visible in document and variables refuse the whole question before anything is read. */
@ServerTest
class ArgumentChecksIT {

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  @Test
  void everyMistakeIsReportedAtOnce() {
    statements.forget();
    JsonNode answer =
        questions.ask(
            """
            query ($size: Int, $day: Moment!) {
              targets(first: $size) { totalCount nodes { key } }
              projects(knownAt: $day) {
                nodes {
                  key
                  history(after: "nonsense") { nodes { key } }
                  asKnown(at: "2031-01-01") { key }
                }
              }
              changes(first: 5, filter: {subject: {eq: "inf-1"}}) { nodes { key } }
              compare(from: {day: "2031-01-01"}) { nodes { key } }
              node(id: "nonsense") { id }
            }
            """,
            Map.of("size", 201, "day", "2031-01-01"));
    assertThat(codes(answer))
        .containsExactly(
            "BAD_PAGE",
            "FUTURE_MOMENT",
            "BAD_CURSOR",
            "FUTURE_MOMENT",
            "BAD_FILTER",
            "FUTURE_MOMENT",
            "BAD_ID");
    assertThat(answer.has("data")).isFalse();
    assertThat(answer.get("errors"))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.get("locations")).isNotEmpty());
    assertThat(statements.statements()).as("statements prepared").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ targets { nodes { projects(first: 201) { nodes { key } } } } }",
        "{ targets { ...more } } fragment more on TargetConnection"
            + " { nodes { observations(last: -1) { totalCount } } }",
        "{ targets { nodes { ... on Target { observations(first: 1, last: 1) { totalCount } } } }"
            + " }",
        "{ statusHistory(after: \"MQ\") { nodes { key } } }",
        "{ changes(after: \"YzEf\") { nodes { key } } }"
      })
  void aMistakeBelowTheRootIsFoundWithoutReading(String document) {
    // The first time, the sizes of lists are looked up for the price.
    questions.ask(document);
    statements.forget();
    JsonNode answer = questions.ask(document);
    assertThat(codes(answer)).hasSize(1).first().asString().startsWith("BAD_");
    assertThat(answer.has("data")).isFalse();
    assertThat(statements.statements()).isEmpty();
  }

  @Test
  void whatNamesNoVariableIsJudgedEachTimeTheDocumentIsAsked() {
    String document =
        """
        query ($size: Int) {
          targets(first: $size) { nodes { key
            projects(first: 5, filter: {leadUnit: {eq: "%s"}}) { nodes { key } }
            observations(first: %d) { totalCount } } }
        }
        """;
    for (int size = 1; size <= 3; size++) {
      JsonNode right = questions.ask(document.formatted("hauptamt", 200), Map.of("size", size));
      assertThat(right.at("/data/targets/nodes")).hasSize(size);
      JsonNode wrong = questions.ask(document.formatted("hauptamt", 201), Map.of("size", size));
      assertThat(codes(wrong)).containsExactly("BAD_PAGE");
      JsonNode unknown = questions.ask(document.formatted("no-such", 200), Map.of("size", size));
      assertThat(unknown.at("/extensions/dataset/0/warnings").toString())
          .as("a key that does not exist, asked %d times", size)
          .contains("no-such");
    }
  }

  @Test
  void whatIsSkippedIsNotJudged() {
    String document =
        "query ($with: Boolean!) { targets { totalCount }"
            + " projects(first: 201) @include(if: $with) { totalCount } }";
    assertThat(questions.ask(document, Map.of("with", false)).has("errors")).isFalse();
    assertThat(codes(questions.ask(document, Map.of("with", true)))).containsExactly("BAD_PAGE");
  }

  @Test
  void theSameDocumentIsJudgedAnewForOtherVariables() {
    String document = "query ($size: Int) { targets(first: $size) { totalCount } }";
    assertThat(questions.ask(document, Map.of("size", 1)).has("errors")).isFalse();
    assertThat(codes(questions.ask(document, Map.of("size", 500)))).containsExactly("BAD_PAGE");
    assertThat(questions.ask(document, Map.of("size", 2)).has("errors")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ compare(from: {release: null}) { nodes { key } } }",
        "{ changes(since: {release: 1, newest: true}) { nodes { key } } }",
        "query ($release: Int) { changes(since: {release: $release}) { nodes { key } } }"
      })
  void exactlyOneFieldNamesAState(String document) {
    assertThat(codes(questions.ask(document))).containsExactly("VALIDATION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query ($v: UnitScope) { orgUnits { nodes { projects(within: $v) { totalCount } } } }"
            + " | within",
        "query ($v: Interval) { serviceSelections { nodes"
            + " { progress(from: \"2025-01-01\", every: $v) { on } } } } | every",
        "query ($v: OrderDirection) { targets(orderBy: [{field: KEY, direction: $v}])"
            + " { totalCount } } | orderBy.direction",
        "query ($v: NullsOrder) { targets(orderBy: {field: KEY, nulls: $v}) { totalCount } }"
            + " | orderBy.nulls",
        "query ($v: TargetOrderField = KEY) { targets(orderBy: {field: $v}) { totalCount } }"
            + " | orderBy.field",
        "query ($v: String = \"inf-1\") { target(key: $v) { key } } | key",
        "query ($v: [ID!] = []) { nodes(ids: $v) { id } } | ids",
        "query ($v: StateInput = {release: 1}) { compare(from: $v) { counts { type } } } | from",
        "query ($v: Moment = \"2025-01-01\") { targets { nodes { asKnown(at: $v) { key } } } }"
            + " | at",
        "query ($v: String = \"x\") { targets(filter: {not: {key: {in: [$v]}}}) { totalCount } }"
            + " | filter.not.key.in",
        "query ($v: Boolean = true) { targets { totalCount @include(if: $v) } } | @include",
        "query ($v: Boolean = true) { targets @skip(if: $v) { totalCount } } | @skip",
        "query ($v: UnitScope) { ...f } fragment f on Query { orgUnits"
            + " { nodes { ... on OrgUnit { projects(within: $v) { totalCount } } } } } | within"
      })
  void aNullWhereAValueMustStandIsRefusedByName(String document, String place) {
    JsonNode answer = questions.ask(document, Collections.singletonMap("v", null));
    assertThat(codes(answer)).containsExactly("VALIDATION");
    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo("\"" + place + "\" must not be null, but the variable \"v\" is.");
    assertThat(questions.ask(document).has("errors")).as("the default without it").isFalse();
  }

  @Test
  void aNullWhereNoneIsNeededIsNoMistake() {
    Map<String, @Nullable Object> none = Collections.singletonMap("v", null);
    for (String document :
        List.of(
            "query ($v: Int) { targets(first: $v) { totalCount } }",
            "query ($v: Date) { serviceSelections(municipality: \"musterstadt\") { nodes"
                + " { progress(from: \"2025-01-01\", to: $v) { on } } } }",
            "query ($v: [TargetOrder!]) { targets(orderBy: $v) { totalCount } }")) {
      assertThat(questions.ask(document, none).has("errors")).as(document).isFalse();
    }
  }

  @Test
  void oneFailingRootDoesNotEmptyTheOthers() {
    JsonNode answer =
        questions.ask(
            "{ nowhere: projects(municipality: \"nowhere\") { totalCount }"
                + " here: targets { totalCount } }");
    assertThat(answer.at("/data/nowhere").isNull()).isTrue();
    assertThat(answer.at("/data/here/totalCount").asInt()).isPositive();
    assertThat(codes(answer)).containsExactly("UNKNOWN_MUNICIPALITY");
    assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("nowhere");
    assertThat(answer.at("/extensions").has("permanentLink")).isFalse();
  }

  @Test
  void anIdThatNamesNothingIsNullAtItsPlace() {
    String id = questions.data("{ target(key: \"inf-1\") { id } }").at("/target/id").asString();
    JsonNode answer =
        questions.ask(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            Map.of("ids", List.of(id, "nonsense", id)));
    assertThat(answer.at("/data/nodes/0/id").asString()).isEqualTo(id);
    assertThat(answer.at("/data/nodes/1").isNull()).isTrue();
    assertThat(answer.at("/data/nodes/2/id").asString()).isEqualTo(id);
    assertThat(codes(answer)).containsExactly("BAD_ID");
    assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"nodes\",1]");
  }

  private static List<String> codes(JsonNode answer) {
    return StreamSupport.stream(answer.path("errors").spliterator(), false)
        .map(error -> error.at("/extensions/code").asString())
        .toList();
  }
}
