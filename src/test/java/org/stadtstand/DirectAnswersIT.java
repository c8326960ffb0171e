package org.stadtstand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.request.Question;

/** Direct answers are the same as those of the engine working field by field. */
@ServerTest
class DirectAnswersIT {

  @Autowired private GraphQlSource source;
  @Autowired private List<DataFetcherExceptionResolver> faults;
  @Autowired private ReleaseDirectory releases;
  @Autowired private ResultCache cache;
  @Autowired private Sheets sheets;

  static java.util.stream.IntStream seeds() {
    return java.util.stream.IntStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyQuestionIsAnsweredAlike(int seed) {
    RandomQuestion question = new RandomQuestion(source.schema(), seed);
    String document = question.text();
    cache.clear();
    if (seed % 3 == 0) {
      sheets.clear();
    }
    ExecutionResult cold = ask(source.graphQl(), document);
    ExecutionResult warm = ask(source.graphQl(), document);
    ExecutionResult fieldByField = ask(fieldByField(), document);
    assertThat(fieldByField.getErrors()).as(document).isEmpty();
    assertThat(told(cold)).as(document).isEqualTo(told(fieldByField));
    assertThat(told(warm)).as(document).isEqualTo(told(fieldByField));
    for (int other = 0; other < 3; other++) {
      Map<String, Object> values = question.values();
      assertThat(told(ask(source.graphQl(), document, values)))
          .as("%s with %s", document, values)
          .isEqualTo(told(ask(fieldByField(), document, values)));
    }
  }

  @Test
  void whatARecordAnswersIsKeptWhicheverListItStandsIn() {
    String document =
        """
        query ($first: Int!, $on: Date, $lang: Language! = DE) {
          projects(municipality: "musterstadt", first: $first, on: $on) { nodes { ...P } }
        }
        fragment P on Project { key title services(first: 2) { nodes { key name(lang: $lang) } } }
        """;
    Object inAListOfThree = firstProject(document, Map.of("first", 3));

    assertThat(firstProject(document, Map.of("first", 2))).isSameAs(inAListOfThree);
    assertThat(firstProject(document, Map.of("first", 3, "lang", "EN")))
        .as("asked for other words")
        .isNotSameAs(inAListOfThree);
    assertThat(firstProject(document, Map.of("first", 3, "on", "2025-01-01")))
        .as("on another day")
        .isNotSameAs(inAListOfThree);
    assertThat(firstProject(document, Map.of("first", 4, "lang", "DE"))).isSameAs(inAListOfThree);
  }

  private Object firstProject(String document, Map<String, Object> values) {
    Map<String, Map<String, List<Object>>> data = ask(source.graphQl(), document, values).getData();
    return requireNonNull(requireNonNull(data.get("projects")).get("nodes")).getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The same field twice: the engine merges the two.
        "{ projects(municipality: \"musterstadt\", first: 3) { nodes { focusArea { key }"
            + " focusArea { name } services(first: 2) { nodes { key } nodes { name } } } } }",
        // No fields of an object.
        "query ($no: Boolean = false) { projects(municipality: \"musterstadt\", first: 3) { nodes {"
            + " key focusArea { key @include(if: $no) name @skip(if: true) } } } }",
        // The same fragment on two types.
        "{ projects(municipality: \"musterstadt\", first: 3) { nodes { leadUnit { ...U }"
            + " history(last: 2) { nodes { ... on ResponsibilityChange { unit { ...U } } } } } }"
            + " } fragment U on OrgUnit { key name parent { key } }"
      })
  void documentsOfUnusualShapeAreAnsweredAlike(String document) {
    ExecutionResult fieldByField = ask(fieldByField(), document);
    assertThat(fieldByField.getErrors()).isEmpty();
    assertThat(told(ask(source.graphQl(), document))).isEqualTo(told(fieldByField));
    assertThat(told(ask(source.graphQl(), document))).isEqualTo(told(fieldByField));
  }

  @Test
  void mistakesBelowADirectAnswerAreReportedAtTheirPlace() {
    String document =
        "{ serviceSelections(municipality: \"musterstadt\") { nodes { key"
            + " progress(from: \"2025-01-01\", to: \"2024-12-31\") { on } } } }";
    ExecutionResult answer = ask(source.graphQl(), document);
    assertThat(answer.getErrors())
        .extracting(GraphQLError::getPath)
        .contains(List.of("serviceSelections", "nodes", 0, "progress"));
    assertThat(told(answer)).isEqualTo(told(ask(fieldByField(), document)));
  }

  private GraphQL fieldByField() {
    return source
        .graphQl()
        .transform(
            engine ->
                engine.queryExecutionStrategy(
                    new AsyncExecutionStrategy(
                        DataFetcherExceptionResolver.createExceptionHandler(faults))));
  }

  private ExecutionResult ask(GraphQL engine, String document) {
    return ask(engine, document, Map.of());
  }

  private ExecutionResult ask(GraphQL engine, String document, Map<String, Object> values) {
    return engine.execute(
        ExecutionInput.newExecutionInput(document)
            .variables(values)
            .graphQLContext(
                Map.of(
                    BasisRecorder.class,
                    new BasisRecorder(releases.present()),
                    Question.class,
                    Question.now(document)))
            .build());
  }

  private static List<Object> told(ExecutionResult result) {
    Object data = result.getData();
    return List.of(
        data == null ? "nothing" : data,
        result.getErrors().stream()
            .map(error -> List.of(error.getMessage(), String.valueOf(error.getPath())))
            .toList());
  }
}
