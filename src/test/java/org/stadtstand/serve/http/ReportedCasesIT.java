package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that once got a wrong answer, a cheap one or none, as they were sent. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ReportedCasesIT {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "00-change-id.graphql, VALIDATION",
    "01-cost-bypass.json, TOO_EXPENSIVE",
    "01a-variable-default.graphql, ''",
    "02-every-chain.json, TOO_DEEP",
    "03-null-for-default.json, ''",
    "04-or-empty.graphql, ''",
    "05-impossible-day.graphql, VALIDATION",
    "06-year-10000.graphql, VALIDATION",
    "07-nfd.json, ''",
    "08-log-flood.json, ''"
  })
  void areAnsweredOrRefused(String name, String code) throws IOException {
    JsonNode answer = ask(body(name)).json();
    assertThat(answer.at("/errors/0/extensions/code").asString(""))
        .as(answer.toString())
        .isEqualTo(code);
  }

  @Test
  void noneIsCheap() throws IOException {
    JsonNode bypass = explained(body("01-cost-bypass.json"));
    assertThat(bypass.get("rows").asLong()).isGreaterThan(1_000_000);
    assertThat(bypass.get("estimated").asLong()).isGreaterThan(1_000);
    JsonNode byDefault = explained(body("01a-variable-default.graphql"));
    assertThat(byDefault.get("rows").asLong()).isGreaterThan(1_000);
    assertThat(byDefault.get("estimated").asLong()).isGreaterThan(10);
    assertThat(explained(body("02-every-chain.json")).get("estimated").asLong()).isGreaterThan(100);
  }

  @Test
  void emptyConditionsHoldForAll() throws IOException {
    JsonNode data = ask(body("04-or-empty.graphql")).json().get("data");
    long all = data.at("/all/totalCount").asLong();
    assertThat(all).isGreaterThan(200);
    assertThat(data.at("/fewer/totalCount").asLong()).isEqualTo(all);
    assertThat(data.at("/not/totalCount").asLong()).isZero();
    assertThat(data.at("/demorgan/totalCount").asLong()).isEqualTo(all);
    JsonNode spelt = ask(body("07-nfd.json")).json().get("data");
    assertThat(spelt.at("/nfd/totalCount").asLong())
        .isPositive()
        .isEqualTo(spelt.at("/nfc/totalCount").asLong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"02-every-chain.json", "03-null-for-default.json", "08-log-flood.json"})
  void nothingFloodsTheLog(String name, CapturedOutput log) throws IOException {
    int before = log.getAll().length();
    for (int i = 0; i < 3; i++) {
      ask(body(name));
    }
    assertThat(log.getAll().length() - before).isLessThan(20_000);
  }

  /** The same field of acceptable types means the same at both doors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv;q=0, application/json | 200 | application/json",
        "application/json, text/html;q=0.1 | 200 | application/json",
        "image/png | 406 | ''",
        "text/* | 200 | text/csv"
      })
  void acceptMeansTheSameEverywhere(String accept, int status, String type) {
    String question = ReceivedResponse.encoded("{targets{nodes{key}}}");
    for (ReceivedResponse answered :
        List.of(
            ReceivedResponse.get(port, "?query=" + question, "Accept", accept),
            ReceivedResponse.send(
                ReceivedResponse.request(port, "/q/ziele-2025").header("Accept", accept).GET()))) {
      assertThat(answered.status()).isEqualTo(status);
      if (!type.isEmpty()) {
        assertThat(answered.header("Content-Type")).startsWith(type);
      }
    }
  }

  @Test
  void oneTagIsOfOneMediaType() {
    String question = "?query=" + ReceivedResponse.encoded("{projects(first:1){totalCount}}");
    ReceivedResponse plain = ReceivedResponse.get(port, question, "Accept", ReceivedResponse.JSON);
    ReceivedResponse other =
        ReceivedResponse.get(port, question, "Accept", ReceivedResponse.GRAPHQL);
    assertThat(other.header("ETag")).isNotEmpty().isNotEqualTo(plain.header("ETag"));
    for (String tag : List.of(plain.header("ETag"), "W/" + plain.header("ETag"))) {
      ReceivedResponse known =
          ReceivedResponse.get(
              port, question, "Accept", ReceivedResponse.GRAPHQL, "If-None-Match", tag);
      assertThat(known.status()).isEqualTo(200);
      assertThat(known.header("Content-Type")).startsWith(ReceivedResponse.GRAPHQL);
    }
  }

  /** A case as the body of a request; the ids that it leaves to be repeated are repeated. */
  private static String body(String name) throws IOException {
    String text = Files.readString(CASES.resolve(name));
    if (name.endsWith(".graphql")) {
      return ReceivedResponse.body(text);
    }
    ObjectNode body = (ObjectNode) JSON.readTree(text);
    if (body.at("/variables/i").isArray()) {
      ((ObjectNode) body.get("variables"))
          .putPOJO("i", Collections.nCopies(200, body.at("/variables/i/0").asString()));
    }
    return JSON.writeValueAsString(body);
  }

  private JsonNode explained(String body) {
    return ReceivedResponse.post(
            port, body, "Content-Type", ReceivedResponse.JSON, "Prefer", "explain")
        .json()
        .at("/extensions/cost");
  }

  private ReceivedResponse ask(String body) {
    return ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON);
  }
}
