package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import tools.jackson.databind.json.JsonMapper;

/** Malformed input is refused with a code, quickly, and without revealing anything internal. */
@ServerTest
class BadInputIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                       | BAD_JSON",
        "``                                                      | BAD_JSON",
        "{\"query\": \"{ __typename }\"} {}                      | BAD_JSON",
        "{\"query\": \"{ __typename }\", \"query\": \"{ a }\"}   | BAD_JSON",
        "{'query': '{ __typename }'}                             | BAD_JSON",
        "{\"query\": NaN}                                        | BAD_JSON",
        "{\"query\": \"\\u0000\"}                                | BAD_JSON",
        "{\"query\": \"\\ud800\"}                                | BAD_JSON",
        "{\"query\": \"a\", \"variables\": {\"\\udc00\": 1}}     | BAD_JSON",
        "{\"query\": \"a\", \"variables\": {\"a\": 1e999999999}} | BAD_JSON",
        "null                                                    | BAD_REQUEST",
        "5                                                       | BAD_REQUEST",
        "true                                                    | BAD_REQUEST",
        "\"{ __typename }\"                                      | BAD_REQUEST",
        "[]                                                      | BAD_REQUEST",
        "[{\"query\": \"{ __typename }\"}]                       | BAD_REQUEST",
        "{}                                                      | BAD_REQUEST",
        "{\"query\": null}                                       | BAD_REQUEST"
      })
  void aBodyThatIsNoQuestionIsRefused(String body, String code) {
    ReceivedResponse asked =
        ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.code()).isEqualTo(code);
    assertThat(asked.json().at("/errors/0/extensions/hint").asString()).isNotEmpty();
  }

  static Stream<String> wrongTypes() {
    return Stream.of("query", "operationName", "variables", "extensions")
        .flatMap(
            name ->
                Stream.of("5", "true", "[]", name.endsWith("s") ? "\"x\"" : "{}")
                    .map(
                        value ->
                            name.equals("query")
                                ? "{\"query\": " + value + "}"
                                : "{\"query\": \"{ __typename }\", \""
                                    + name
                                    + "\": "
                                    + value
                                    + "}"));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void everyParameterHasItsType(String body) {
    ReceivedResponse asked =
        ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.code()).isEqualTo("BAD_REQUEST");
  }

  @Test
  void whatStandsBesideTheParametersIsPassedOver() {
    String body = "{\"query\": \"{ __typename }\", \"id\": [5], \"operationName\": \"\"}";
    assertThat(
            ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON)
                .response()
                .body())
        .startsWith("{\"data\":{\"__typename\":\"Query\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charset=utf-8", "charset=\"utf-8\"", "charset=UTF8", "charset=\"UTF-8\""})
  void everySpellingOfUtf8IsUtf8(String charset) {
    String type = "application/json; " + charset;
    ReceivedResponse asked =
        ReceivedResponse.post(
            port, ReceivedResponse.body("{ __typename }"), "Content-Type", type, "Accept", type);
    assertThat(asked.status()).isEqualTo(200);
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsCalledThat() {
    String deep = "[".repeat(100) + "]".repeat(100);
    String body = "{\"query\": \"{ __typename }\", \"variables\": {\"a\": " + deep + "}}";
    ReceivedResponse asked =
        ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.code()).isEqualTo("BAD_JSON");
    assertThat(asked.json().at("/errors/0/message").asString()).contains("nested too deeply");
  }

  @Test
  void aWebSocketIsNotAnsweredWithAPage() {
    Wire.Answer answer =
        Wire.send(
            port,
            "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("BAD_REQUEST", "graphql-transport-ws");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain,",
    "application/x-www-form-urlencoded,",
    "application/json;charset=utf-16,",
    "application/json;charset=iso-8859-1,",
    ";;,",
    ",",
    "application/json,gzip",
    "application/json,br",
    "application/json,nonsense"
  })
  void anotherTypeCharsetOrCodingIsRefused(String type, String coding) {
    String body = ReceivedResponse.body("{ __typename }");
    ReceivedResponse asked =
        type == null
            ? ReceivedResponse.post(port, body)
            : coding == null
                ? ReceivedResponse.post(port, body, "Content-Type", type)
                : ReceivedResponse.post(
                    port, body, "Content-Type", type, "Content-Encoding", coding);
    assertThat(asked.status()).isEqualTo(415);
    assertThat(asked.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(asked.header("Accept-Query")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql?query=%",
        "/graphql?query=%zz",
        "/graphql?query=%F",
        "/graphql?query=%ff",
        "/graphql?query=%ed%a0%80",
        "/graphql?query=%00",
        "/graphql?query=%7B__typename%7D&query=%7B__typename%7D",
        "/graphql?query=%7B__typename%7D&variables=5",
        "/graphql?query=%7B__typename%7D&variables=%5B",
        "/graphql?query=%7B__typename%7D&variables=%5B%5D",
        "/graphql?query=%7B__typename%7D&extensions=true",
        "/graphql?variables=%7B%7D",
        "/graphql?operationName=A",
        "/q/ziele-2025.csv?labels=de&labels=en",
        "/q/ziele-2025.csv?labels=%"
      })
  void anAddressThatIsNoQuestionIsRefused(String address) {
    // Java's own client cannot send this.
    Wire.Answer answer =
        Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).containsAnyOf("BAD_REQUEST", "BAD_JSON");
  }

  static Stream<Map.Entry<String, String>> monsters() {
    return Stream.of(
        Map.entry("{ " + list("a%d: __typename", 10_000) + " }", "DOCUMENT_TOO_LARGE"),
        Map.entry("{ " + list("a%d: __typename", 2_000) + " }", "TOO_MANY_ALIASES"),
        Map.entry("{ a ".repeat(1_000) + "}".repeat(1_000), "SYNTAX"),
        Map.entry("{ targets " + "{ nodes ".repeat(100) + "}".repeat(101), "TOO_DEEP"),
        Map.entry("{ __typename " + "@skip(if: false) ".repeat(100) + "}", "TOO_MANY_DIRECTIVES"),
        Map.entry("query " + "@a ".repeat(9_000) + "{ __typename }", "SYNTAX"),
        Map.entry("query(" + list("$v%d: Int ", 3_000) + ") { __typename }", "VALIDATION"),
        Map.entry("{ ...A } fragment A on Query { ...A }", "VALIDATION"),
        Map.entry(
            "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A ...A }",
            "VALIDATION"),
        Map.entry(
            "{ __schema { types "
                + "{ fields { type ".repeat(4)
                + "{ name }"
                + " } }".repeat(4)
                + " } }",
            "TOO_EXPENSIVE"),
        Map.entry(
            "{ __schema { " + list("a%d: types { fields { name type { name } } }", 90) + " } }",
            "TOO_EXPENSIVE"),
        Map.entry("{ targets(filter: " + "[".repeat(20_000) + ") }", "SYNTAX"),
        Map.entry(
            "{ targets(filter: "
                + "{not: ".repeat(300)
                + "{}"
                + "}".repeat(300)
                + ") { totalCount } }",
            "SYNTAX"),
        Map.entry("{" + "\"".repeat(30_000) + "}", "SYNTAX"),
        Map.entry("#".repeat(49_000), "SYNTAX"),
        Map.entry("{ target(key: \"\\uD800\") { key } }", "SYNTAX"));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void aMonstrousDocumentIsRefused(Map.Entry<String, String> monster) {
    ReceivedResponse asked =
        ReceivedResponse.query(port, monster.getKey(), ReceivedResponse.GRAPHQL);
    assertThat(asked.code()).isEqualTo(monster.getValue());
    assertThat(asked.status()).isBetween(400, 499);
    assertThat(asked.response().body()).doesNotContain("Exception", "\tat ", "org.stadtstand");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ targets(filter: {key: {eq: \"a\\u0000b\"}}) { totalCount } }",
        "{ target(key: \"a\\u0000\") { key } }",
        "{ targets(on: \"+999999999-12-31\") { totalCount } }",
        "{ targets(on: \"-999999999-01-01\") { totalCount } }",
        "{ targets(on: \"9999-12-31\") { nodes { outcome sentence } } }",
        "{ targets(filter: {dueOn: {lt: \"+999999999-12-31\"}}) { totalCount } }",
        "{ targets(filter: {targetValue: {gt: 1e999999999}}) { totalCount } }",
        "{ targets(filter: {targetValue: {gt: 1e140000}}) { totalCount } }",
        "{ targets(filter: {targetValue: {lt: \"-1e-999999999\"}}) { totalCount } }"
      })
  void aValueBeyondThisWorldIsNoFaultOfOurs(String document) {
    ReceivedResponse asked = ReceivedResponse.query(port, document, ReceivedResponse.JSON);
    String body = asked.response().body();
    // What does not fit its type is no document; what fits and no record can have is an argument.
    assertThat(asked.status()).isEqualTo(body.contains("BAD_ARGUMENT") ? 400 : 200);
    assertThat(body).doesNotContain("INTERNAL", "Exception");
  }

  @Test
  void anOrderWithoutEndIsRefused() {
    String order = "{field: KEY}, ".repeat(2_000);
    assertThat(
            ReceivedResponse.query(
                    port,
                    "{ targets(orderBy: [" + order + "]) { nodes { key } } }",
                    ReceivedResponse.JSON)
                .code())
        .isEqualTo("BAD_ARGUMENT");
  }

  @Test
  void variablesAreNestedWithinBounds() {
    String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    assertThat(
            ReceivedResponse.post(
                    port,
                    "{\"query\": \"{ __typename }\", \"variables\": " + deep + "}",
                    "Content-Type",
                    ReceivedResponse.JSON)
                .code())
        .isEqualTo("BAD_JSON");
    String wide =
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                Map.of("query", "{ __typename }", "variables", Map.of("a", "x".repeat(200_000))));
    assertThat(ReceivedResponse.post(port, wide, "Content-Type", ReceivedResponse.JSON).code())
        .isEqualTo("VARIABLES_TOO_LARGE");
  }

  @Test
  void whatIsNotThereIsToldInTheSameForm() {
    ReceivedResponse asked =
        ReceivedResponse.send(ReceivedResponse.request(port, "/graphql/nowhere").GET());
    assertThat(asked.status()).isEqualTo(404);
    assertThat(asked.code()).isEqualTo("NOT_FOUND");
  }

  private static String list(String form, int times) {
    return IntStream.range(0, times).mapToObj(form::formatted).collect(Collectors.joining(" "));
  }
}
