package org.stadtstand.serve.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** WebSockets under graphql-transport-ws, used as the protocol says and against it. */
@ServerTest
@Timeout(120)
class SocketIT {

  @LocalServerPort private int port;

  @Test
  void severalSubscriptionsShareASocket() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.subscribe("a", "subscription { release { number } }");
      JsonNode release = socket.hear();
      assertThat(release.path("id").asString()).isEqualTo("a");
      assertThat(release.path("type").asString()).isEqualTo("next");
      assertThat(release.at("/payload/data/release/number").asInt()).isEqualTo(4);
      socket.subscribe("b", "subscription { changes(since: {release: 3}) { nodes { id } } }");
      JsonNode changes = socket.hear();
      assertThat(changes.path("id").asString()).isEqualTo("b");
      assertThat(changes.at("/payload/data/changes/nodes")).isNotEmpty();
    }
  }

  @Test
  void aQuestionIsAnsweredAndCompleted() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.subscribe("q", "{ release { number } }");
      assertThat(socket.hear().at("/payload/data/release/number").asInt()).isEqualTo(4);
      assertThat(socket.hear().toString()).contains("\"complete\"", "\"q\"");
      // The id is free again.
      socket.subscribe("q", "{ release(number: 2) { number } }");
      assertThat(socket.hear().at("/payload/data/release/number").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aPingIsAnsweredAlsoBeforeTheBeginning() throws InterruptedException {
    try (Socket socket = new Socket(port)) {
      socket.say("{\"type\":\"ping\"}");
      assertThat(socket.hear().path("type").asString()).isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subscription { nothing } | VALIDATION
          { nothing } | VALIDATION
          subscription { changes(after: "x") { nodes { id } } } | BAD_CURSOR
          subscription { release(municipality: "x") { id } } | UNKNOWN_MUNICIPALITY
          """)
  void aMistakeIsToldAsAnError(String document, String code) throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.subscribe("e", document);
      JsonNode error = socket.hear();
      assertThat(error.path("type").asString()).isEqualTo("error");
      assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo(code);
      socket.say("{\"type\":\"ping\"}");
      assertThat(socket.hear().path("type").asString()).as("it goes on").isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no JSON | 4400
          [] | 4400
          {} | 4400
          {"type":"nonsense"} | 4400
          {"type":7} | 4400
          {"type":"subscribe","payload":{"query":"{ __typename }"}} | 4400
          {"type":"subscribe","id":"","payload":{"query":"{ __typename }"}} | 4400
          {"type":"subscribe","id":"x"} | 4400
          {"type":"connection_init"} | 4429
          """)
  void whatTheProtocolDoesNotKnowClosesTheSocket(String message, int code)
      throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.say(message);
      assertThat(socket.code()).isEqualTo(code);
    }
  }

  @Test
  void nobodySubscribesBeforeTheBeginning() {
    try (Socket socket = new Socket(port)) {
      socket.subscribe("a", "{ __typename }");
      assertThat(socket.code()).isEqualTo(4401);
    }
  }

  @Test
  void whoSaysNothingIsSentAway() {
    try (Socket socket = new Socket(port)) {
      assertThat(socket.code()).isEqualTo(4408);
    }
  }

  @Test
  void anIdIsUsedOnceAtATime() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.subscribe("a", "subscription { release { number } }");
      socket.hear();
      socket.subscribe("a", "subscription { release { number } }");
      assertThat(socket.code()).isEqualTo(4409);
    }
  }

  @Test
  void aCompletedIdIsFreeAndSilent() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      for (int i = 0; i < 50; i++) {
        socket.subscribe("a", "subscription { release { number } }");
        assertThat(socket.hear().path("type").asString()).isEqualTo("next");
        socket.say("{\"type\":\"complete\",\"id\":\"a\"}");
      }
      assertThat(socket.isSilent()).isTrue();
    }
  }

  @Test
  void aSocketCarriesSoManySubscriptions() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      for (int i = 0; i < 20; i++) {
        socket.subscribe("s" + i, "subscription { changes { nodes { id } } }");
        assertThat(socket.hear().path("type").asString()).isEqualTo("next");
      }
      socket.subscribe("more", "subscription { changes { nodes { id } } }");
      JsonNode refused = socket.hear();
      assertThat(refused.path("type").asString()).isEqualTo("error");
      assertThat(refused.at("/payload/0/extensions/code").asString())
          .isEqualTo("TOO_MANY_REQUESTS");
    }
  }

  @Test
  void aMessageWithoutEndIsRefused() throws InterruptedException {
    try (Socket socket = Socket.begun(port)) {
      socket.say("x".repeat(500_000));
      assertThat(socket.code()).isEqualTo(1009);
    }
  }
}
