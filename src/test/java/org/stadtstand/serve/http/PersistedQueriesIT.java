package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import tools.jackson.databind.json.JsonMapper;

/** Automatic persisted queries, as Apollo's clients use them. */
@ServerTest
class PersistedQueriesIT {

  @LocalServerPort private int port;

  @Test
  void aMissIsToldAndThenTheHashIsEnough() throws Exception {
    String document = "{ targets { totalCount } } # a miss is told";
    String extensions = extensions(sha256(document));
    String get = "?extensions=" + ReceivedResponse.encoded(extensions);
    ReceivedResponse miss = ReceivedResponse.get(port, get, "Accept", ReceivedResponse.JSON);
    assertThat(miss.status()).isEqualTo(200);
    assertThat(miss.json().at("/errors/0/message").asString()).isEqualTo("PersistedQueryNotFound");
    assertThat(miss.code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    assertThat(miss.header("Cache-Control")).isEqualTo("no-store");
    assertThat(ReceivedResponse.get(port, get, "Accept", ReceivedResponse.GRAPHQL).status())
        .isEqualTo(404);

    ReceivedResponse registered =
        ReceivedResponse.get(
            port,
            get + "&query=" + ReceivedResponse.encoded(document),
            "Accept",
            ReceivedResponse.JSON);
    assertThat(registered.json().at("/data/targets/totalCount").asInt()).isEqualTo(8);
    ReceivedResponse hit = ReceivedResponse.get(port, get, "Accept", ReceivedResponse.JSON);
    assertThat(hit.response().body()).isEqualTo(registered.response().body());
    ReceivedResponse posted =
        ReceivedResponse.post(
            port, "{\"extensions\": " + extensions + "}", "Content-Type", ReceivedResponse.JSON);
    assertThat(posted.response().body()).isEqualTo(registered.response().body());
  }

  /** Some clients say with every question that they would take a stream, too. */
  @Test
  void isKeptForCallersThatAlsoTakeStreams() throws Exception {
    String accepted =
        ReceivedResponse.GRAPHQL + ", " + ReceivedResponse.JSON + ", text/event-stream";
    String document = "{ targets { totalCount } } # also takes streams";
    String get = "?extensions=" + ReceivedResponse.encoded(extensions(sha256(document)));
    String named = get + "&query=" + ReceivedResponse.encoded(document);
    assertThat(ReceivedResponse.get(port, get, "Accept", accepted).code())
        .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
    ReceivedResponse registered = ReceivedResponse.get(port, named, "Accept", accepted);
    assertThat(registered.json().at("/data/targets/totalCount").asInt()).isEqualTo(8);
    assertThat(ReceivedResponse.get(port, get, "Accept", accepted).response().body())
        .isEqualTo(registered.response().body());
  }

  @Test
  void aWrongHashIsRefused() throws Exception {
    ReceivedResponse asked = register("{ __typename }", sha256("{ __schema { description } }"));
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.code()).isEqualTo("PERSISTED_QUERY_MISMATCH");
  }

  @Test
  void whatIsNotAnsweredIsNotKept() throws Exception {
    String document = "{ nothing } # is not kept";
    assertThat(register(document, sha256(document)).code()).isEqualTo("VALIDATION");
    String get = "?extensions=" + ReceivedResponse.encoded(extensions(sha256(document)));
    assertThat(ReceivedResponse.get(port, get, "Accept", ReceivedResponse.JSON).code())
        .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"persistedQuery\": 1}",
        "{\"persistedQuery\": {}}",
        "{\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"00\"}}",
        "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"00\"}}",
        "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": 5}}"
      })
  void whatIsNoHashIsRefused(String extensions) {
    ReceivedResponse asked =
        ReceivedResponse.post(
            port, "{\"extensions\": " + extensions + "}", "Content-Type", ReceivedResponse.JSON);
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.code()).isEqualTo("BAD_REQUEST");
  }

  private ReceivedResponse register(String document, String hash) {
    String body =
        JsonMapper.builder()
            .build()
            .writeValueAsString(
                Map.of(
                    "query",
                    document,
                    "extensions",
                    Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))));
    return ReceivedResponse.post(port, body, "Content-Type", ReceivedResponse.JSON);
  }

  private static String extensions(String hash) {
    return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
