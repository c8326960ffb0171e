package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A server with direct answers turned off gives the documented answers, too. */
@SpringBootTest(properties = "execution.direct=false")
@Import({FixedDay.class, Questions.class})
@DirtiesContext
class EngineAloneIT {

  private static final ObjectMapper JSON = JsonMapper.shared();

  @Autowired private GraphQlSource source;
  @Autowired private Questions questions;

  static List<Example> examples() {
    return Example.all();
  }

  @Test
  void theEngineExecutesByItself() {
    assertThat(source.graphQl().getQueryStrategy().getClass().getSimpleName())
        .isEqualTo("CheckedStrategy");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAnsweredAsDocumented(Example example) {
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> variables = JSON.readValue(example.variables(), Map.class);
    JsonNode answer = questions.ask(example.query(), variables);
    // Compared as text, because numbers that were parsed differ in class from computed ones.
    assertThat(answer.get("data").toString()).isEqualTo(JSON.readTree(example.answer()).toString());
  }
}
