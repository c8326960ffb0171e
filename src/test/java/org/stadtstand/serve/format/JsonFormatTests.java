package org.stadtstand.serve.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;

/** The status of an answer, by both editions of GraphQL over HTTP and both media types. */
class JsonFormatTests {

  private static final Basis BASIS = new Basis(Set.of(), true, Map.of(), false, LocalDate.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "application/graphql-response+json, false, 200, 200, 400, 400, 503",
    "application/graphql-response+json, true,  200, 294, 422, 400, 503",
    "application/json,                  false, 200, 200, 200, 200, 503",
    "application/json,                  true,  200, 200, 200, 200, 503",
  })
  void theEditionSaysTheStatus(
      String type, boolean edition2026, int whole, int partly, int invalid, int syntax, int away) {
    JsonFormat json = new JsonFormat(type, type.equals(JsonFormat.TYPE), edition2026);
    assertThat(finished(json, result().data(Map.of("a", 1))).status()).isEqualTo(whole);
    assertThat(
            finished(json, result().data(Map.of("a", 1)).addError(error(ErrorCode.TIMEOUT)))
                .status())
        .isEqualTo(partly);
    assertThat(json.refuse(error(ErrorCode.VALIDATION)).status()).isEqualTo(invalid);
    assertThat(json.refuse(error(ErrorCode.SYNTAX)).status()).isEqualTo(syntax);
    Representation later = json.refuse(error(ErrorCode.UNAVAILABLE));
    assertThat(later.status()).isEqualTo(away);
    assertThat(later.headers()).containsEntry("Retry-After", "30");
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_FILTER, 400, ",
    "UNKNOWN_MUNICIPALITY, 404, ",
    "INTERNAL, 500, ",
    "TIMEOUT, 503, ",
    "UNAVAILABLE, 503, 30",
  })
  void nothingAnsweredIsARefusalInEveryForm(
      ErrorCode code, int status, @Nullable String retryAfter) {
    Map<String, @Nullable Object> roots = new HashMap<>();
    roots.put("a", null);
    for (String type : List.of(JsonFormat.TYPE, JsonFormat.RESPONSE_TYPE)) {
      JsonFormat json = new JsonFormat(type, type.equals(JsonFormat.TYPE), false);
      Representation refused = finished(json, result().data(roots).addError(error(code)));
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.headers().get("Retry-After")).isEqualTo(retryAfter);
      assertThat(refused.content())
          .isInstanceOfSatisfying(
              Representation.Bytes.class,
              bytes -> assertThat(new String(bytes.bytes(), UTF_8)).doesNotContain("\"data\""));
    }
  }

  @Test
  void onlyAWholeAnswerMayBeKept() {
    JsonFormat json = new JsonFormat(JsonFormat.RESPONSE_TYPE, false, true);
    assertThat(finished(json, result().data(Map.of("a", 1))).whole()).isTrue();
    assertThat(
            finished(json, result().data(Map.of("a", 1)).addError(error(ErrorCode.TIMEOUT)))
                .whole())
        .isFalse();
  }

  private static Representation finished(JsonFormat json, ExecutionResult.Builder<?> result) {
    Question question = Question.now("{ a }");
    return json.write(new Inquiry(question, asked -> new Answer(result.build(), BASIS)));
  }

  private static ExecutionResult.Builder<?> result() {
    return ExecutionResult.newExecutionResult();
  }

  private static GraphQLError error(ErrorCode code) {
    return GraphQLError.newError()
        .message("No.")
        .extensions(Map.of("code", code.name(), "hint", "Do otherwise."))
        .build();
  }
}
