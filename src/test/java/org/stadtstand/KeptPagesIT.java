package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.record.cache.Caches;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.sheets.Sheets;
import tools.jackson.databind.JsonNode;

/** Of a page, the numbers of its records are kept; nothing that it says may depend on that. */
@ServerTest
class KeptPagesIT {

  private static final String LIST = "projects(municipality: \"musterstadt\", ";

  @Autowired private Questions questions;
  @Autowired private Sheets sheets;
  @Autowired private ResultCache cache;
  @Autowired private CountedStatements statements;

  @BeforeEach
  void forget() {
    cache.clear();
    sheets.clear();
  }

  @Test
  void askedAgainNothingIsRead() {
    String document =
        "{ %sfirst: 40, filter: {status: {eq: COMPLETED}}) { nodes { key title status targets {"
            + " nodes { key } } } pageInfo { endCursor hasNextPage } } }";
    JsonNode first = questions.data(document.formatted(LIST));
    statements.forget();
    assertThat(questions.data(document.formatted(LIST))).isEqualTo(first);
    assertThat(statements.statements()).isEmpty();
    JsonNode other = questions.data(document.formatted(LIST).replace("first: 40", "first: 39"));
    assertThat(other.at("/projects/nodes")).hasSize(39);
    assertThat(statements.statements()).isNotEmpty();
  }

  @Test
  void whatASheetAnswersIsKeptOnceItIsAskedForAgain() {
    for (String field : List.of("key", "title", "summary", "status", "priority", "id")) {
      questions.data("{ %sfirst: 200) { nodes { %s } } }".formatted(LIST, field));
    }
    cache.clear();
    statements.forget();
    String document = "{ %sfirst: 50) { nodes { key status } } }".formatted(LIST);
    JsonNode first = questions.data(document);
    assertThat(statements.statements()).isEmpty();
    assertThat(Caches.size(cache)).isLessThan(50);
    assertThat(questions.data(document)).isEqualTo(first);
    assertThat(Caches.size(cache)).isGreaterThanOrEqualTo(50);
    assertThat(questions.data(document)).isEqualTo(first);
  }

  @Test
  void anotherStateIsReadAnew() {
    String document = "{ %sfirst: 5, %s) { nodes { key } } }";
    for (String state : new String[] {"on: \"2024-02-29\"", "knownAt: \"2024-03-01\""}) {
      JsonNode first = questions.data(document.formatted(LIST, state));
      statements.forget();
      assertThat(questions.data(document.formatted(LIST, state))).isEqualTo(first);
      assertThat(statements.statements()).as(state).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first: 7",
        "last: 7",
        "first: 1",
        "first: 0",
        "first: 200, filter: {title: {contains: \"a\"}}",
        "first: 6, orderBy: [{field: PLANNED_END, direction: DESC}]",
        "last: 6, orderBy: [{field: TITLE}]",
        "first: 3, filter: {key: {eq: \"nothing\"}}"
      })
  void cursorsAreTheSameWhetherThePageWasKept(String arguments) {
    String whole =
        "{ %s%s) { edges { cursor node { key title } } pageInfo { startCursor endCursor"
            + " hasNextPage hasPreviousPage } } }";
    JsonNode cold = questions.data(whole.formatted(LIST, arguments));
    cache.clear();
    questions.data("{ %s%s) { nodes { key } } }".formatted(LIST, arguments));
    assertThat(questions.data(whole.formatted(LIST, arguments))).isEqualTo(cold);
    if (!cold.at("/projects/edges").isEmpty() && arguments.startsWith("first")) {
      String after = cold.at("/projects/pageInfo/endCursor").asString();
      String next = "{ %s%s, after: \"%s\") { edges { cursor node { key } } } }";
      JsonNode second = questions.data(next.formatted(LIST, arguments, after));
      assertThat(questions.data(next.formatted(LIST, arguments, after))).isEqualTo(second);
      assertThat(second).isNotEqualTo(cold);
    }
  }
}
