package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.columns.ColumnCache;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every documented example and compares its answer and number of statements exactly. An
 * example without an answer is filled in and fails once, so that somebody reads it.
 */
@ServerTest
class ExamplesIT {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Autowired private ExecutionGraphQlService graphQl;
  @Autowired private CountedStatements statements;
  @Autowired private ResultCache cache;
  @Autowired private Sheets sheets;
  @Autowired private ColumnCache columns;
  @Autowired private ReleaseDirectory releases;

  static List<Example> examples() {
    return Example.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAnsweredAsDocumented(Example example) {
    // Asked once before counting: what answers say about their state is cached separately.
    answer(example);
    cache.clear();
    sheets.clear();
    columns.clear();
    String answer = answer(example);
    int cold = statements.statements().size();
    releases.present().places().forEach(this::makeSheet);
    String again = answer(example);
    String counted = "Statements: cold " + cold + ", warm " + statements.statements().size();
    if (example.answer().isEmpty()) {
      example.write(answer, counted);
      throw new AssertionError("Read and commit the answer that was written into " + example);
    }
    assertThat(again).isEqualTo(answer);
    assertThat(answer).isEqualTo(example.answer());
    assertThat(counted).isEqualTo(example.statements());
  }

  private void makeSheet(MunicipalityRef place) {
    sheets.at(releases.present().pin(new StateRequest(place.key(), null)), 1_000);
  }

  private String answer(Example example) {
    statements.forget();
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> variables = JSON.readValue(example.variables(), Map.class);
    DefaultExecutionGraphQlRequest request =
        new DefaultExecutionGraphQlRequest(
            example.query(), null, variables, Map.of(), "example", null);
    var response = graphQl.execute(request).block();
    if (response == null) {
      throw new AssertionError("No answer");
    }
    assertThat(response.getErrors()).isEmpty();
    return JSON.writeValueAsString(response.getData()).replace("\r\n", "\n");
  }
}
