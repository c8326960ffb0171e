package org.stadtstand.serve.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.serve.link.Web;
import org.stadtstand.serve.subscription.EventReader.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions over Server-Sent Events, to what is published already. */
@ServerTest
@Timeout(120)
class EventStreamIT {

  private static final String SELECTED = "{ nodes { id sentence } pageInfo { endCursor } }";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired private Questions questions;

  private static String body(String document) {
    return JSON.writeValueAsString(Map.of("query", document));
  }

  private Event first(String document, String... headers) throws IOException, InterruptedException {
    try (EventReader reader = EventReader.open(port, document, headers)) {
      return Objects.requireNonNull(reader.next());
    }
  }

  private List<String> everyChange() {
    List<String> ids = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .ask(
                  "{ changes(first: 200%s) { nodes { id } pageInfo { hasNextPage endCursor } } }"
                      .formatted(after))
              .at("/data/changes");
      page.path("nodes").forEach(node -> ids.add(node.path("id").asString()));
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return ids;
      }
      after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
    }
  }

  @Test
  void theFirstEventSaysWhereTheListenerStands() throws IOException, InterruptedException {
    Event event = first("subscription { changes " + SELECTED + " }");
    assertThat(event.name()).isEqualTo("next");
    assertThat(event.data().at("/data/changes/nodes")).isEmpty();
    assertThat(event.id())
        .isNotEmpty()
        .isEqualTo(event.data().at("/data/changes/pageInfo/endCursor").asString());
    assertThat(event.data().at("/data/changes").propertyNames())
        .containsExactly("nodes", "pageInfo");
  }

  @Test
  void anEventIsTheAnswerOfTheQuery() throws IOException, InterruptedException {
    String field = "changes(since: {release: 3}, first: 20) " + SELECTED;
    JsonNode event = first("subscription { " + field + " }").data();
    JsonNode answer = questions.ask("{ " + field + " }");
    assertThat(answer.at("/data/changes/nodes")).isNotEmpty();
    assertThat(event.path("data")).isEqualTo(answer.path("data"));
    assertThat(event.at("/extensions/dataset")).isEqualTo(answer.at("/extensions/dataset"));
    String link = event.at("/extensions/permanentLink").asString();
    assertThat(Web.json(new Web(port).get(link)).path("data")).isEqualTo(answer.path("data"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whoeverIsInterruptedAnywhereHearsEverythingOnce(long seed)
      throws IOException, InterruptedException {
    List<String> expected = everyChange();
    Random random = new Random(seed);
    List<String> heard = new ArrayList<>();
    String last = null;
    while (heard.size() < expected.size()) {
      heard.addAll(some(random, last));
      last = heard.getLast();
    }
    assertThat(expected).hasSizeGreaterThan(300);
    assertThat(heard).isEqualTo(expected);
  }

  /** Some pages, after which the connection is cut. */
  private List<String> some(Random random, @Nullable String last)
      throws IOException, InterruptedException {
    boolean byHeader = random.nextBoolean();
    String place = last == null ? "since: {day: \"2000-01-01\"}" : "after: \"%s\"".formatted(last);
    String document =
        "subscription { changes(first: %d%s) %s }"
            .formatted(
                1 + random.nextInt(120), last == null || !byHeader ? ", " + place : "", SELECTED);
    String[] headers =
        last == null || !byHeader ? new String[0] : new String[] {"Last-Event-ID", last};
    List<String> heard = new ArrayList<>();
    try (EventReader reader = EventReader.open(port, document, headers)) {
      for (int pages = 1 + random.nextInt(3); pages > 0; pages--) {
        Event event = Objects.requireNonNull(reader.next());
        JsonNode nodes = event.data().at("/data/changes/nodes");
        nodes.forEach(node -> heard.add(node.path("id").asString()));
        if (event.data().at("/data/changes/pageInfo/endCursor").asString().isEmpty()
            || nodes.isEmpty()
            || !heard.getLast().equals(event.id())) {
          break;
        }
      }
    }
    assertThat(heard).isNotEmpty();
    return heard;
  }

  @Test
  void aVariableOrAFragmentMakesNoDifference() throws IOException, InterruptedException {
    String document =
        "subscription($n: Int, $after: String, $kind: ChangeKind) { ...all }"
            + " fragment all on Subscription { told: changes(municipality: \"duesseldorf\","
            + " since: {release: 3}, after: $after, first: $n, filter: {kind: {eq: $kind}})"
            + " { ...page } } fragment page on ChangeConnection { nodes { kind } }";
    String body =
        JSON.writeValueAsString(
            Map.of("query", document, "variables", Map.of("n", 3, "kind", "CREATED")));
    try (EventReader reader = EventReader.post(port, body, "text/event-stream")) {
      JsonNode told = Objects.requireNonNull(reader.next()).data().at("/data/told/nodes");
      assertThat(told).hasSize(3).allMatch(node -> node.path("kind").asString().equals("CREATED"));
    }
  }

  @Test
  void releasesBeginWithTheNewestAndGoOnFromAnyOther() throws IOException, InterruptedException {
    String document = "subscription { release%s { id number reason } }";
    Event newest = first(document.formatted(""));
    assertThat(newest.data().at("/data/release/number").asInt()).isEqualTo(4);
    assertThat(newest.data().at("/data/release/id").asString()).isEqualTo(newest.id());
    String second =
        questions.ask("{ release(number: 2) { id } }").at("/data/release/id").asString();
    try (EventReader reader =
        EventReader.open(port, document.formatted("(after: \"" + second + "\")"))) {
      for (int number : List.of(3, 4)) {
        JsonNode told = Objects.requireNonNull(reader.next()).data().at("/data/release/number");
        assertThat(told.asInt()).isEqualTo(number);
      }
    }
    assertThat(first(document.formatted(""), "Last-Event-ID", second).data().toString())
        .contains("\"number\":3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subscription { nothing } | VALIDATION
          subscription { changes { nodes { id } } release { id } } | VALIDATION
          subscription { | SYNTAX
          subscription { changes(municipality: "x") { nodes { id } } } | UNKNOWN_MUNICIPALITY
          subscription { changes(after: "x") { nodes { id } } } | BAD_CURSOR
          subscription { changes(first: 201) { nodes { id } } } | BAD_PAGE
          subscription { changes(since: {release: 99}) { nodes { id } } } | UNKNOWN_RELEASE
          subscription { release(municipality: "x") { id } } | UNKNOWN_MUNICIPALITY
          subscription { release(after: "x") { id } } | BAD_ID
          """)
  void aMistakeIsToldOnTheStream(String document, String code)
      throws IOException, InterruptedException {
    try (EventReader reader = EventReader.open(port, document)) {
      assertThat(reader.response().statusCode()).isEqualTo(200);
      Event told = Objects.requireNonNull(reader.next());
      assertThat(told.data().at("/errors/0/extensions/code").asString()).isEqualTo(code);
      assertThat(Objects.requireNonNull(reader.next()).name()).isEqualTo("complete");
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aQuestionIsAnsweredInOneEvent() throws IOException, InterruptedException {
    try (EventReader reader = EventReader.open(port, "{ release { number } }")) {
      JsonNode told = Objects.requireNonNull(reader.next()).data();
      assertThat(told.at("/data/release/number").asInt()).isEqualTo(4);
      assertThat(Objects.requireNonNull(reader.next()).name()).isEqualTo("complete");
    }
  }

  @Test
  void whoAcceptsStreamsBesideJsonGetsJson() throws IOException, InterruptedException {
    String accept = "application/graphql-response+json, application/json, text/event-stream";
    try (EventReader reader = EventReader.post(port, body("{ release { number } }"), accept)) {
      assertThat(reader.response().headers().firstValue("Content-Type"))
          .contains("application/graphql-response+json;charset=UTF-8");
      assertThat(reader.body().at("/data/release/number").asInt()).isEqualTo(4);
    }
    try (EventReader reader =
        EventReader.post(port, body("subscription { release { number } }"), accept)) {
      assertThat(reader.response().headers().firstValue("Content-Type"))
          .contains("text/event-stream;charset=UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/csv", "application/graphql-response+json"})
  void aSubscriptionIsNoQuestion(String accept) throws IOException, InterruptedException {
    try (EventReader reader =
        EventReader.post(port, body("subscription { release { number } }"), accept)) {
      assertThat(reader.body().at("/errors/0/message").asString())
          .startsWith("A subscription is no question");
    }
  }

  @Test
  void theModeOfOneConnectionIsRefused() throws IOException, InterruptedException {
    try (EventReader reader =
        EventReader.open(port, "{ __typename }", "X-GraphQL-Event-Stream-Token", "t")) {
      assertThat(reader.response().statusCode()).isEqualTo(400);
      assertThat(reader.body().at("/errors/0/message").asString())
          .contains("single connection mode");
    }
  }
}
