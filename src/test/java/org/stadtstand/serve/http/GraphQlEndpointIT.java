package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** One endpoint, three methods, two media types, and a status for each way to fail. */
@ServerTest
class GraphQlEndpointIT {

  private static final String COUNT = "{ targets { totalCount } }";
  private static final String DRAWN = "{\"data\":{\"targets\":{\"totalCount\":8}}";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"POST", "QUERY"})
  void aQuestionInABodyIsAnswered(String method) {
    ReceivedResponse asked =
        ReceivedResponse.with(
            port, method, ReceivedResponse.body(COUNT), "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.response().body()).startsWith(DRAWN);
    assertThat(asked.header("Content-Type"))
        .isEqualToIgnoringCase("application/json;charset=utf-8");
  }

  @Test
  void aQuestionInTheAddressIsAnswered() {
    ReceivedResponse asked =
        ReceivedResponse.get(
            port,
            "?operationName=B&query="
                + ReceivedResponse.encoded(
                    "query A { __typename } query B($key: String!) { target(key: $key) { key } }")
                + "&variables="
                + ReceivedResponse.encoded("{\"key\": \"inf-1\"}"));
    assertThat(asked.json().at("/data/target/key").asString()).isEqualTo("inf-1");
    ReceivedResponse head =
        ReceivedResponse.with(port, "HEAD", null, "Accept", ReceivedResponse.JSON);
    assertThat(head.status()).isEqualTo(400);
    assertThat(head.response().body()).isEmpty();
  }

  @Test
  void whoOpensItInABrowserSeesTheExplorer() {
    ReceivedResponse browser =
        ReceivedResponse.get(
            port, "", "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.response().body()).contains("id=\"graphiql\"");
    assertThat(ReceivedResponse.with(port, "HEAD", null).status()).isEqualTo(200);
    assertThat(ReceivedResponse.get(port, "?utm=1").status()).isEqualTo(200);
    assertThat(ReceivedResponse.get(port, "", "Accept", ReceivedResponse.JSON).code())
        .isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/graphql-response+json                                | graphql-response",
        "application/json                                                 | json",
        "*/*                                                              | json",
        "application/*                                                    | json",
        "application/graphql-response+json, application/json              | graphql-response",
        "application/json, application/graphql-response+json              | json",
        "application/json;q=0.5, application/graphql-response+json;q=0.9  | graphql-response",
        "text/html, */*;q=0.1                                             | json",
        "application/json;q=0, */*                                        | graphql-response",
        "application/graphql-response+json;charset=utf-8                  | graphql-response"
      })
  void theMediaTypeIsTheOneAcceptedMost(String accept, String sent) {
    ReceivedResponse asked = ReceivedResponse.query(port, COUNT, accept);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.header("Content-Type")).startsWith("application/" + sent);
    assertThat(asked.header("Vary")).containsIgnoringCase("accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png", "application/json;q=0", "nonsense", "a/b;q=x"})
  void whatCannotBeGivenIsRefused(String accept) {
    ReceivedResponse asked = ReceivedResponse.query(port, COUNT, accept);
    assertThat(asked.status()).isEqualTo(406);
    assertThat(asked.code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                      | SYNTAX      | 400 | 200",
        "{ nothing }                                            | VALIDATION  | 400 | 200",
        "query A { __typename } query B { __typename }          | VALIDATION  | 400 | 200",
        "query($id: ID!) { node(id: $id) { id } }               | VALIDATION  | 400 | 200",
        "mutation { __typename }                                | VALIDATION  | 400 | 200",
        "{ targets(first: 201) { totalCount } }                 | BAD_PAGE    | 400 | 400",
        "{ targets(filter: {a: {eq: 1}}) { totalCount } }       | BAD_FILTER  | 400 | 400",
        "{ targets(municipality: \"koeln\") { totalCount } }    | UNKNOWN_MUNICIPALITY | 404 | 404"
      })
  void aRefusedQuestionHasItsStatus(String document, String code, int status, int lenient) {
    ReceivedResponse modern = ReceivedResponse.query(port, document, ReceivedResponse.GRAPHQL);
    assertThat(modern.status()).isEqualTo(status);
    assertThat(modern.code()).isEqualTo(code);
    assertThat(modern.json().has("data")).isFalse();
    assertThat(modern.header("Cache-Control")).isEqualTo("no-store");
    ReceivedResponse plain = ReceivedResponse.query(port, document, ReceivedResponse.JSON);
    assertThat(plain.status()).isEqualTo(lenient);
    assertThat(plain.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "PROPFIND", "FOO"})
  void otherMethodsAreRefused(String method) {
    ReceivedResponse asked =
        ReceivedResponse.with(
            port, method, ReceivedResponse.body(COUNT), "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.status()).isEqualTo(405);
    assertThat(asked.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(asked.header("Allow")).isEqualTo("GET, HEAD, POST, QUERY, OPTIONS");
  }

  @Test
  void pagesOfOtherHostsMayRead() {
    ReceivedResponse options = ReceivedResponse.with(port, "OPTIONS", null);
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Accept-Query")).isEqualTo("application/json");
    assertThat(options.header("Allow")).contains("QUERY");
    ReceivedResponse asked = ReceivedResponse.query(port, COUNT, ReceivedResponse.JSON);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Expose-Headers"))
        .contains("ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "Cache-Status", "Link");
  }

  @Test
  void numbersAreWrittenAsNumbersAndFieldsInTheOrderAsked() {
    ReceivedResponse asked =
        ReceivedResponse.query(
            port,
            "{ targets(filter: {key: {eq: \"inf-1\"}}) { nodes { targetValue key baselineValue } }"
                + " }",
            ReceivedResponse.JSON);
    assertThat(asked.response().body())
        .contains("\"nodes\":[{\"targetValue\":50,\"key\":\"inf-1\",\"baselineValue\":");
  }
}
