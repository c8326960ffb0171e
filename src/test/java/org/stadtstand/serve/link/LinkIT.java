package org.stadtstand.serve.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.request.CompressedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions as links: stored, carried or named, asked now or at a state. */
@ServerTest
class LinkIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TARGETS = "{ targets { totalCount nodes { key outcome } } }";

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private QuestionTable table;
  @Autowired private Blocks blocks;

  @Test
  void aStoredQuestionIsAnsweredNowAndForEver() {
    HttpResponse<String> stored = post(Map.of("query", "# a comment\n" + TARGETS));
    assertThat(stored.statusCode()).isIn(200, 201);
    String link = stored.headers().firstValue("Location").orElseThrow();
    assertThat(link).matches("/q/[a-z2-7]{26}");
    assertThat(json(stored).at("/permanentLink").asString()).isEqualTo(link + "@4_2026-11-22");

    HttpResponse<String> now = get(link);
    assertThat(json(now).get("data")).isEqualTo(questions.data(TARGETS));
    assertThat(now.headers().firstValue("X-Robots-Tag")).contains("noindex");
    assertThat(json(get(link + "@4_2026-11-22"))).isEqualTo(json(now));
    assertThat(post(Map.of("query", TARGETS)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv;q=0, application/json              | application/json",
        "text/csv;q=0.5, application/json;q=0.4      | text/csv",
        "application/json, text/html;q=0.1           | application/json",
        "application/json;q=0.1, text/html           | text/html",
        "text/html, */*;q=0.8                        | text/html",
        "text/*                                      | text/csv",
        "*/*                                         | application/json",
        "application/graphql-response+json           | application/graphql-response+json"
      })
  void aLinkHasTheFormThatIsAcceptedMost(String accept, String sent) {
    HttpResponse<String> answer = new Web(port).get("/q/ziele-2025", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(sent + ";");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/csv;q=0", "nonsense"})
  void aLinkHasNoFormThatIsNotAccepted(String accept) {
    HttpResponse<String> refused = new Web(port).get("/q/ziele-2025", "Accept", accept);
    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(Web.code(refused)).isEqualTo("NOT_ACCEPTABLE");
    assertThat(new Web(port).get("/q/ziele-2025.csv", "Accept", accept).statusCode())
        .as("who names a form by its suffix has chosen")
        .isEqualTo(200);
  }

  @Test
  void aRefusalIsAPageOnlyForWhoPrefersOne() {
    for (String accept : new String[] {"application/json, text/html;q=0.1", "image/png", "*/*"}) {
      HttpResponse<String> refused = new Web(port).get("/q/nonsense", "Accept", accept);
      assertThat(Web.code(refused)).as(accept).isEqualTo("UNKNOWN_LINK");
    }
    assertThat(new Web(port).get("/q/nonsense", "Accept", "text/html").body()).contains("<h1>");
  }

  @Test
  void aNumberAloneMeansTheDayItStandsFor() {
    JsonNode then = json(get("/q/ziele-2025@2"));
    assertThat(then.at("/extensions/dataset/0/release").asInt()).isEqualTo(2);
    assertThat(then.at("/extensions/dataset/0/day").asString()).isEqualTo("2025-07-07");
    // Its name may one day mean a different question, but its link carries this one.
    assertThat(then.at("/extensions/permanentLink").asString())
        .startsWith("/q/~")
        .endsWith("@2_2025-07-07");
    JsonNode later = json(get("/q/ziele-2025@2_2026-06-30"));
    assertThat(later.at("/extensions/dataset/0/day").asString()).isEqualTo("2026-06-30");
    assertThat(later.get("data")).isNotEqualTo(then.get("data"));
  }

  @Test
  void eachAnswerHasALinkThatLeadsToIt() {
    for (String document :
        new String[] {
          TARGETS,
          "{ projects(municipality: \"musterstadt\", first: 3) { nodes { key status } } }",
          "{ targets(municipality: \"ALL\") { totalCount } }",
          "{ a: targets { totalCount } b: targets(municipality: \"99999999\") { totalCount } }",
          "{ municipalities { nodes { key } } }"
        }) {
      JsonNode answer = questions.ask(document);
      String link = answer.at("/extensions/permanentLink").asString();
      assertThat(link).startsWith("/q/~");
      HttpResponse<String> again = get(link);
      assertThat(json(again).get("data")).as(link).isEqualTo(answer.get("data"));
      assertThat(again.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(json(again).at("/extensions/permanentLink").asString()).isEqualTo(link);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets { totalCount } }                                          | 4",
        "{ targets(municipality: \"05111000\") { totalCount } }              | duesseldorf.4",
        "{ targets(municipality: \"musterstadt\") { totalCount } }           | musterstadt.9",
        "{ targets(municipality: \"ALL\") { totalCount } }                   | duesseldorf.4",
        "{ a: targets { totalCount } b: target(key: \"inf-1\") { key } }     | 4",
        "query($m: String = \"musterstadt\") { targets(municipality: $m) { totalCount } } |"
            + " musterstadt.9"
      })
  void theNumberIsThatOfTheMunicipalityAskedAbout(String document, String state) {
    assertThat(questions.ask(document).at("/extensions/permanentLink").asString())
        .endsWith("@" + state + "_2026-11-22");
  }

  @Test
  void anAnswerWithoutDataOrWithErrorsHasNoLink() {
    assertThat(questions.ask("{ __typename }").at("/extensions/permanentLink").isMissingNode())
        .isTrue();
    assertThat(
            questions
                .ask("{ a: targets { totalCount } b: targets(first: 201) { nodes { key } } }")
                .at("/extensions/permanentLink")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void aLongQuestionHasNoLinkUntilItIsStored() {
    StringBuilder keys = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < 300; i++) {
      keys.append('"').append(Long.toString(random.nextLong() >>> 1, 36)).append("\" ");
    }
    String document = "{ targets(filter: {key: {in: [" + keys + "]}}) { totalCount } }";
    assertThat(questions.ask(document).at("/extensions/permanentLink").isMissingNode()).isTrue();
    String link = json(post(Map.of("query", document))).at("/permanentLink").asString();
    assertThat(json(get(link)).at("/data/targets/totalCount").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/q/aaaaaaaaaaaaaaaaaaaaaaaaaa                | 404 | UNKNOWN_LINK",
        "/q/nonsense                                  | 404 | UNKNOWN_LINK",
        "/q/ziele-2025@99                             | 404 | UNKNOWN_RELEASE",
        "/q/ziele-2025@0                              | 404 | UNKNOWN_RELEASE",
        "/q/ziele-2025@koeln.1                        | 404 | UNKNOWN_MUNICIPALITY",
        "/q/ziele-2025@4_2025-02-30                   | 400 | BAD_LINK",
        "/q/ziele-2025@now                            | 400 | BAD_LINK",
        "/q/%F0%9F%92%A9                              | 400 | BAD_LINK",
        "/q/~eJyrVspMUbJSSlSqBQAVVwMi                 | 400 | BAD_LINK"
      })
  void refusesWithItsCode(String path, int status, String code) {
    HttpResponse<String> refused = get(path);
    assertThat(json(refused).at("/errors/0/extensions/code").asString()).isEqualTo(code);
    assertThat(json(refused).at("/errors/0/extensions/hint").asString()).isNotBlank();
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aNumberWithoutAMunicipalityIsRefusedWhereItCouldMeanSeveral() {
    String all =
        CompressedText.write(
            JSON.writeValueAsString(
                Map.of("query", "{ targets(municipality: \"ALL\") { totalCount } }")));
    assertThat(json(get("/q/" + all + "@4")).at("/errors/0/extensions/code").asString())
        .isEqualTo("BAD_LINK");
    assertThat(get("/q/" + all + "@duesseldorf.4").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "{",
        "{\"query\": 1}",
        "{\"query\": null}",
        "{}",
        "{\"query\": \"{ __typename }\", \"variables\": []}",
        "{\"query\": \"{ __typename }\", \"operationName\": 1}",
        "{\"query\": \"{ __typename }\"} x"
      })
  void storesNoRubbish(String body) {
    int before = table.count();
    HttpResponse<String> refused = post(body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Web.code(refused)).isIn("BAD_REQUEST", "BAD_JSON");
    assertThat(table.count()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets { totalCount                       | SYNTAX     | 400",
        "{ nothing }                                  | VALIDATION | 400",
        "{ targets(first: 201) { nodes { key } } }    | BAD_PAGE   | 400",
        "{ targets(municipality: \"koeln\") { totalCount } } | UNKNOWN_MUNICIPALITY | 404"
      })
  void storesNothingThatCannotBeAnswered(String document, String code, int status) {
    int before = table.count();
    HttpResponse<String> refused = post(Map.of("query", document));
    assertThat(json(refused).at("/errors/0/extensions/code").asString()).isEqualTo(code);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(table.count()).isEqualTo(before);
  }

  @Test
  void storesNothingTooLong() {
    String document =
        "{ targets(filter: {key: {in: [\"" + "x".repeat(30_000) + "\"]}}) { totalCount } }";
    assertThat(post(Map.of("query", document)).statusCode()).isEqualTo(413);
    assertThat(post(" ".repeat(2_000_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void storesNothingButJson() {
    HttpResponse<String> refused =
        new Web(port).post("{\"query\": \"{ __typename }\"}", "text/plain");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(Web.code(refused)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void whoHasAnAnswerIsNotSentItAgain() {
    HttpResponse<String> first = get("/q/ziele-2025@4");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = new Web(port).get("/q/ziele-2025@4", "If-None-Match", etag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    String page = new Web(port).visit("/q/ziele-2025@4").headers().firstValue("ETag").orElseThrow();
    assertThat(page).isNotEqualTo(etag);
  }

  @Test
  void aBlockedLinkIsGoneHoweverItIsWritten() {
    String document = "{ targets { nodes { key gap { value } } } }";
    String stored = json(post(Map.of("query", document))).at("/id").asString();
    String carried = questions.ask(document).at("/extensions/permanentLink").asString();
    table.block(stored, "<b>Beleidigung</b>", java.time.LocalDate.of(2026, 11, 22));
    blocks.read();
    for (String link : new String[] {"/q/" + stored, "/q/" + stored + "@4", carried}) {
      HttpResponse<String> gone = get(link);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(json(gone).at("/errors/0/extensions/code").asString()).isEqualTo("BLOCKED_LINK");
    }
    assertThat(post(Map.of("query", document)).statusCode()).isEqualTo(410);
    assertThat(table.unblock(stored)).isTrue();
    blocks.read();
    assertThat(get("/q/" + stored).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(Object body) {
    return post(JSON.writeValueAsString(body));
  }

  private HttpResponse<String> post(String body) {
    return new Web(port).post(body);
  }

  private HttpResponse<String> get(String path) {
    return new Web(port).get(path);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Web.json(response);
  }
}
