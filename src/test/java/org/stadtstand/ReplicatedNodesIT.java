package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.embedded.ReplicatedDatabase;
import org.stadtstand.serve.subscription.Follower;

/**
 * A primary, a standby and two servers: one that publishes and reads from the standby, and one that
 * knows only the standby. What is announced is answered, whatever lags or fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicatedNodesIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern LINK = Pattern.compile("\"permanentLink\":\"([^\"]+)\"");

  /** The newest release by its number, and what only the rows of that release can answer. */
  private static final String STATE =
      "{ releases(last: 1) { nodes { number } }"
          + " targets(first: 3) { totalCount nodes { key outcome } } }";

  @TempDir private static Path folder;
  private static ReplicatedDatabase database;
  private static ConfigurableApplicationContext writer;
  private static ConfigurableApplicationContext reader;

  @BeforeAll
  static void start() throws IOException {
    database = ReplicatedDatabase.start(folder, 1);
    String both =
        "jdbc:postgresql://"
            + Stream.of(database.primary().url(), database.standby(0).url())
                .map(url -> url.replaceFirst("jdbc:postgresql://([^/]*)/.*", "$1"))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow()
            + "/postgres?targetServerType=primary";
    writer =
        node(
            TestServer.on(database.primary())
                .set("spring.datasource.url", both)
                .importing("seed-data/duesseldorf"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(state(writer)).contains("\"number\":4"));
    reader = node(TestServer.withoutDatabase().set("database.role", "reader"));
  }

  private static ConfigurableApplicationContext node(TestServer server) {
    return server
        .set("database.read-url", database.standbys())
        .set("database.role-password", "of-both-roles")
        .set("database.read-connections", 3)
        .set("history.poll", "200ms")
        .set("link.poll", "200ms")
        .set("subscription.heartbeat", "500ms")
        .start();
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    database.close();
  }

  @Test
  @Order(1)
  void aServerThatOnlyReadsAnswersWhatWasPublished() {
    assertThat(state(reader)).isEqualTo(state(writer)).contains("\"totalCount\":");
  }

  @Test
  @Order(2)
  void itStoresNoLinkAndAnswersThoseOfOthers() {
    String question = "{\"query\":\"{ targets(first: 2) { nodes { key } } }\"}";
    HttpResponse<String> refused = post(reader, "/q", question);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("READ_ONLY");
    HttpResponse<String> stored = post(writer, "/q", question);
    assertThat(stored.statusCode()).isIn(200, 201);
    String link =
        stored.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> get(reader, link).statusCode() == 200);
    Matcher carried = LINK.matcher(post(reader, "/graphql", question).body());
    assertThat(carried.find()).isTrue();
    assertThat(get(reader, carried.group(1)).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void whatIsAnnouncedIsAnsweredWhileTheStandbyLags() throws Exception {
    String before = state(reader);
    database.pause(0);
    try {
      writer.getBean(Press.class).revoke("duesseldorf", 4);
      String after = state(writer);
      assertThat(after).contains("\"number\":5").isNotEqualTo(before);
      for (int i = 0; i < 20; i++) {
        assertThat(state(writer)).as("from the primary").isEqualTo(after);
        assertThat(state(reader)).as("what it has heard of").isEqualTo(before);
      }
      assertThat(left(writer)).isEqualTo(1);
      assertThat(left(reader)).isZero();
    } finally {
      database.resume(0);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(state(reader)).isEqualTo(state(writer)));
  }

  /** Who follows meets servers in turn that know what is new, and one that does not yet. */
  @Test
  @Order(4)
  void whoFollowsAServerThatLagsHearsEverythingOnce() throws Exception {
    int[] ports = {port(writer), port(reader)};
    List<Follower> followers =
        IntStream.range(0, 12)
            .mapToObj(
                seed -> {
                  // Two of them never leave the one that lags.
                  IntStream turns = new Random(seed).ints(seed < 2 ? 1 : 0, 2);
                  PrimitiveIterator.OfInt next = turns.iterator();
                  return new Follower(seed, () -> ports[next.nextInt()]);
                })
            .toList();
    List<Thread> threads = followers.stream().map(Thread.ofVirtual()::start).toList();
    database.pause(0);
    try {
      writer.getBean(Press.class).revoke("duesseldorf", 5);
      Thread.sleep(1500);
      writer.getBean(Press.class).revoke("duesseldorf", 6);
      Thread.sleep(1500);
      assertThat(state(reader)).as("it lags").contains("\"number\":5");
    } finally {
      database.resume(0);
    }
    List<String> feed = Follower.feed(writer.getBean(Questions.class));
    followers.forEach(follower -> follower.until(feed.getLast()));
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofMinutes(2))).isTrue();
    }
    assertThat(feed).hasSizeGreaterThan(100);
    assertThat(followers)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.heard()).isEqualTo(feed.subList(0, feed.size() - 1)));
  }

  @Test
  @Order(5)
  void theStandbyBecomesThePrimary() {
    database.promote(0);
    String before = state(reader);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () -> {
              writer.getBean(Press.class).revoke("duesseldorf", 7);
              return true;
            });
    assertThat(state(writer)).contains("\"number\":8").isNotEqualTo(before);
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(state(reader)).isEqualTo(state(writer)));
  }

  /** Whether a node leaves the standby out. */
  private static double left(ConfigurableApplicationContext node) {
    return node.getBean(MeterRegistry.class).get("stadtstand.replica.left").gauge().value();
  }

  private static String state(ConfigurableApplicationContext node) {
    return node.getBean(Questions.class).data(STATE).toString();
  }

  private static HttpResponse<String> post(
      ConfigurableApplicationContext node, String path, String body) {
    return send(
        HttpRequest.newBuilder(address(node, path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext node, String path) {
    return send(HttpRequest.newBuilder(address(node, path)));
  }

  private static URI address(ConfigurableApplicationContext node, String path) {
    return URI.create("http://localhost:" + port(node) + path);
  }

  private static int port(ConfigurableApplicationContext node) {
    return Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port"));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
