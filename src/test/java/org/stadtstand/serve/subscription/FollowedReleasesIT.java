package org.stadtstand.serve.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.TestConsole;
import tools.jackson.databind.JsonNode;

/**
 * Two servers of one database, one of which stops in between, releases that are published
 * meanwhile, and many who listen.
 */
@Timeout(600)
class FollowedReleasesIT {

  private static final int LISTENERS = 30;
  private static final int RELEASES = 5;
  private static final int PER_CALLER = 60;

  private static TwoServers servers;

  @BeforeAll
  static void start() {
    servers = new TwoServers(PER_CALLER);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @Test
  void everybodyHearsEverythingOnceWhateverStops() throws Exception {
    int[] ports = {TwoServers.port(servers.one()), TwoServers.port(servers.other())};
    List<Follower> followers =
        IntStream.range(0, LISTENERS)
            .mapToObj(
                number -> {
                  Random random = new Random(number);
                  return new Follower(number, () -> ports[random.nextInt(2)]);
                })
            .toList();
    List<Thread> threads = followers.stream().map(Thread.ofVirtual()::start).toList();
    for (int release = 0; release < RELEASES; release++) {
      Thread.sleep(1500);
      servers.publish();
      if (release == 1) {
        servers.stopOther();
      }
      if (release == 2) {
        servers.startOther();
        ports[1] = TwoServers.port(servers.other());
      }
    }
    List<String> feed = servers.feed();
    followers.forEach(follower -> follower.until(feed.getLast()));
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofMinutes(2))).isTrue();
    }
    List<String> expected = feed.subList(0, feed.size() - 1);
    assertThat(expected).hasSizeGreaterThan(400);
    assertThat(followers)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.heard()).isEqualTo(expected));
    assertThat(followers.stream().mapToInt(Follower::connections).sum())
        .as("interrupted often")
        .isGreaterThan(3 * LISTENERS);
  }

  @Test
  void aServerThatDidNotPublishTellsAlike() throws Exception {
    String document = "subscription { release { number } }";
    try (EventReader here = EventReader.open(TwoServers.port(servers.one()), document);
        EventReader there = EventReader.open(TwoServers.port(servers.other()), document)) {
      for (EventReader reader : List.of(here, there)) {
        assertThat(number(reader)).isEqualTo(servers.newest());
      }
      servers.publish();
      for (EventReader reader : List.of(here, there)) {
        assertThat(number(reader)).isEqualTo(servers.newest());
      }
    }
  }

  private static int number(EventReader reader) {
    return Objects.requireNonNull(reader.next()).data().at("/data/release/number").asInt();
  }

  @Test
  void whatIsWithheldIsToldToNobodyAgain() throws Exception {
    JsonNode project =
        servers.ask("{ projects(first: 1) { nodes { key title } } }").at("/data/projects/nodes/0");
    String title = project.path("title").asString();
    assertThat(told(servers.one())).contains(title);
    assertThat(told(servers.other())).contains(title);
    new TestConsole(servers.one())
        .withhold("duesseldorf", "project", project.path("key").asString(), "title_de");
    assertThat(told(servers.one())).isNotEmpty().doesNotContain(title);
    Awaitility.await()
        .untilAsserted(() -> assertThat(told(servers.other())).isNotEmpty().doesNotContain(title));
  }

  /** What a listener hears who begins at the beginning. */
  private static String told(ConfigurableApplicationContext node)
      throws IOException, InterruptedException {
    StringBuilder sentences = new StringBuilder();
    String document =
        "subscription { changes(since: {day: \"2000-01-01\"}, first: 200) { nodes { sentence }"
            + " pageInfo { hasNextPage } } }";
    try (EventReader reader = EventReader.open(TwoServers.port(node), document)) {
      JsonNode page;
      do {
        page = Objects.requireNonNull(reader.next()).data().at("/data/changes");
        page.path("nodes").forEach(each -> sentences.append(each.path("sentence").asString()));
      } while (page.at("/pageInfo/hasNextPage").asBoolean());
    }
    return sentences.toString();
  }

  @Test
  void oneNetworkHasSoManyConnections() throws IOException, InterruptedException {
    Awaitility.await().until(() -> servers.listeners() == 0);
    List<EventReader> open = new ArrayList<>();
    try {
      for (int i = 0; i < PER_CALLER; i++) {
        open.add(
            EventReader.open(
                TwoServers.port(servers.one()), "subscription { changes { nodes { id } } }"));
      }
      assertThat(open).isNotEmpty().allMatch(reader -> reader.response().statusCode() == 200);
      try (EventReader more =
          EventReader.open(
              TwoServers.port(servers.one()), "subscription { changes { nodes { id } } }")) {
        assertThat(more.response().statusCode()).isEqualTo(429);
        assertThat(more.body().at("/errors/0/extensions/code").asString())
            .isEqualTo("TOO_MANY_REQUESTS");
      }
      assertThat(servers.listeners()).isEqualTo(PER_CALLER);
    } finally {
      open.forEach(EventReader::close);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(servers.listeners()).as("places are free again").isZero());
  }

  @Test
  void aReaderThatTakesNothingIsCutOff() throws IOException {
    Awaitility.await().until(() -> servers.listeners() == 0);
    String wide =
        IntStream.range(0, 90)
            .mapToObj(number -> "s" + number + ": sentence")
            .collect(Collectors.joining(" "));
    String document =
        "subscription { changes(since: {day: \"2000-01-01\"}, first: 200) { nodes { "
            + wide
            + " } } }";
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress("localhost", TwoServers.port(servers.one())));
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /graphql?query="
                  + URLEncoder.encode(document, StandardCharsets.UTF_8)
                  + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Awaitility.await().until(() -> servers.listeners() == 1);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(servers.listeners()).as("it is cut off").isZero());
    }
  }
}
