package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every mistake a caller can make is answered with its code, a sentence and a hint. */
@ServerTest
class BadQuestionsIT {

  @Autowired private Questions questions;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets { nodes { key }                                                 | SYNTAX",
        "                                                                          | SYNTAX",
        "{ nothing }                                                               | VALIDATION",
        "{ targets(filter: {nope: {eq: 1}}) { totalCount } }                       | BAD_FILTER",
        "{ targets(filter: {outcome: {eq: WON}}) { totalCount } }                  | VALIDATION",
        "{ targets(on: \"yesterday\") { totalCount } }                             | VALIDATION",
        "{ targets(knownAt: \"2025-02-30\") { totalCount } }                       | VALIDATION",
        "{ targets(on: \"2025-02-30\") { totalCount } }                            | VALIDATION",
        "{ target(key: \"inf-1\", on: \"2023-02-29\") { key } }                   | VALIDATION",
        "{ dataset(on: \"+10000-01-01\") { day } }                                | VALIDATION",
        "{ dataset(on: \"0000-01-01\") { day } }                                  | VALIDATION",
        "{ dataset(knownAt: \"+10000-01-01T00:00:00Z\") { day } }                 | VALIDATION",
        "{ dataset(knownAt: \"0001-01-01T00:00:00+18:00\") { day } }              | VALIDATION",
        "{ dataset(knownAt: \"2025-02-29T10:00:00Z\") { day } }                   | VALIDATION",
        "{ dataset(knownAt: \"2025-02-28T24:00:00Z\") { day } }                   | VALIDATION",
        "{ targets(filter: {dueOn: {eq: \"2025-09-31\"}}) { totalCount } }        | VALIDATION",
        "{ targets(filter: {dueOn: {within: \"2025-02-30\"}}) { totalCount } }    | BAD_FILTER",
        "{ targets(filter: {dueOn: {within: \"0000\"}}) { totalCount } }          | BAD_FILTER",
        "{ changes(filter: {subject: {in: null}}) { nodes { key } } }             | BAD_FILTER",
        "{ compare(from: {release: 1}, filter: {kind: {in: null}}) { nodes { key } } } |"
            + " BAD_FILTER",
        "{ targets(filter: {dueOn: {within: \"2025-13\"}}) { totalCount } }        | BAD_FILTER",
        "{ targets(filter: {dueOn: {eq: null}}) { totalCount } }                   | BAD_FILTER",
        "{ claims(filter: {subject: {eq: \"inf-1\"}}) { totalCount } }             | BAD_FILTER",
        "{ claims(filter: {subject: {eq: \"nope:inf-1\"}}) { totalCount } }        | BAD_FILTER",
        "{ targets(first: 201) { nodes { key } } }                                 | BAD_PAGE",
        "{ targets(first: -1) { nodes { key } } }                                  | BAD_PAGE",
        "{ targets(first: 1, last: 1) { nodes { key } } }                          | BAD_PAGE",
        "{ targets { nodes { projects(first: 201) { nodes { key } } } } }          | BAD_PAGE",
        "{ targets(after: \"ä\") { nodes { key } } }                               | BAD_CURSOR",
        "{ targets(after: \"MQ\") { nodes { key } } }                              | BAD_CURSOR",
        "{ targets(knownAt: \"2030-01-01\") { totalCount } }                       | FUTURE_MOMENT",
        "{ targets { nodes { asKnown(at: \"2030-01-01\") { key } } } }             | FUTURE_MOMENT",
        "{ targets(municipality: \"koeln\") { totalCount } }                       |"
            + " UNKNOWN_MUNICIPALITY",
        "{ target(municipality: \"ALL\", key: \"inf-1\") { key } }                 | BAD_ARGUMENT",
        "{ service { name } }                                                      | BAD_ARGUMENT",
        "{ service(key: \"a\", leika: \"99115005104000\") { name } }               | BAD_ARGUMENT",
        "{ node(id: \"nonsense\") { id } }                                         | BAD_ID"
      })
  void isRefusedWithItsCode(String document, String code) {
    assertThat(questions.code(document == null ? "" : document)).isEqualTo(code);
  }

  @Test
  void refusesACursorOfAnotherOrder() {
    String cursor =
        questions
            .data("{ targets(first: 1) { pageInfo { endCursor } } }")
            .at("/targets/pageInfo/endCursor")
            .asString();
    assertThat(
            questions.code(
                "{ targets(after: \"%s\", orderBy: [{field: WORDING}]) { nodes { key } } }"
                    .formatted(cursor)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(questions.code("{ projects(after: \"%s\") { nodes { key } } }".formatted(cursor)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  @Test
  void refusesWhatIsTooLarge() {
    String deep = "{ focusAreas { nodes " + "{ targets { nodes { focusArea ".repeat(9) + "{ key }";
    assertThat(questions.code(deep + " } } }".repeat(9) + " } }")).isEqualTo("TOO_DEEP");
    assertThat(questions.code("{ targets { nodes { " + repeated("a%d: key ", 101) + "} } }"))
        .isEqualTo("TOO_MANY_ALIASES");
    assertThat(questions.code("{ targets { nodes { " + "key ".repeat(1001) + "} } }"))
        .isEqualTo("TOO_MANY_FIELDS");
    assertThat(questions.code("{ targets { totalCount " + "@skip(if: false) ".repeat(11) + "} }"))
        .isEqualTo("TOO_MANY_DIRECTIVES");
    assertThat(questions.code("{ targets { totalCount } } #" + "x".repeat(50_000)))
        .isEqualTo("DOCUMENT_TOO_LARGE");
    assertThat(
            questions.code(
                "{ projects(municipality: \"musterstadt\", first: 200) { nodes { focusArea {"
                    + " projects(first: 200) { nodes { focusArea { projects(first: 200) { nodes {"
                    + " key } } } } } } } } }"))
        .isEqualTo("TOO_EXPENSIVE");
  }

  @Test
  void tellsANullOnceWhereverItMustNotBe() {
    var errors =
        questions
            .ask(
                "{ a: project(key: null) { key } b: project(key: null) { key @skip(if: null) }"
                    + " search(text: null) { totalCount } }")
            .at("/errors");
    assertThat(errors).hasSize(4);
    assertThat(errors.valueStream().map(error -> error.get("locations")).distinct()).hasSize(4);
  }

  @Test
  void letsTheUsualIntrospectionPass() {
    String introspection = graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY;
    assertThat(questions.ask(introspection).has("errors")).isFalse();
  }

  @Test
  void aPageOfNoRowsIsAPage() {
    for (String list : List.of("projects", "changes", "statusHistory", "claims", "releases")) {
      var page =
          questions.data(
              "{ %s(municipality: \"musterstadt\", first: 0) { nodes { __typename } edges { cursor } pageInfo { hasNextPage endCursor } } }"
                  .formatted(list));
      assertThat(page.at("/" + list + "/nodes").size()).as(list).isZero();
      assertThat(page.at("/" + list + "/pageInfo/hasNextPage").asBoolean()).as(list).isTrue();
    }
    String cursor =
        questions
            .data("{ changes(municipality: \"musterstadt\", first: 0) { pageInfo { endCursor } } }")
            .at("/changes/pageInfo/endCursor")
            .asString();
    String first = "{ changes(municipality: \"musterstadt\", first: 3%s) { nodes { id } } }";
    assertThat(questions.data(first.formatted(", after: \"" + cursor + "\"")))
        .as("nothing is passed over")
        .isEqualTo(questions.data(first.formatted("")));
  }

  @Test
  void refusesLargeVariables() {
    var answer =
        questions.ask(
            "query($keys: [String!]) { targets(filter: {key: {in: $keys}}) { totalCount } }",
            Map.of("keys", java.util.Collections.nCopies(20_000, "abcdefgh")));
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("VARIABLES_TOO_LARGE");
  }

  @Test
  void whatIsNotThereIsNullAndNoError() {
    assertThat(questions.data("{ target(key: \"nope\") { key } }").at("/target").isNull()).isTrue();
    assertThat(
            questions
                .data("{ service(leika: \"99999999999999\") { key } }")
                .at("/service")
                .isNull())
        .isTrue();
  }

  private static String repeated(String form, int times) {
    return IntStream.range(0, times).mapToObj(form::formatted).collect(Collectors.joining());
  }
}
