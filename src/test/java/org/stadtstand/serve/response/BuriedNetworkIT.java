package org.stadtstand.serve.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.DatabaseWire;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * A server whose network to the database stalls and buries connections: every caller is told in
 * time, and nothing stays blocked afterwards.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedDay.class)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class BuriedNetworkIT {

  /** The time for an answer, the grace of its connection, and what a busy machine adds. */
  private static final Duration IN_TIME = Duration.ofSeconds(8);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String KEPT = "{ targets { nodes { key outcome } } }";
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final DatabaseWire WIRE = new DatabaseWire(DATABASE.url());
  private static final Pattern POLL_FAILED =
      Pattern.compile("release-poll-1] .*ReleaseDirectory *: Cannot look for new releases");

  private static int asked;

  @LocalServerPort private int port;
  @Autowired private ReleaseDirectory releases;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", () -> WIRE.through(DATABASE.url()));
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("ingest.packages", () -> "seed-data/duesseldorf");
    registry.add("database.read-connections", () -> "4");
    registry.add("database.connection-timeout", () -> "1s");
    registry.add("database.statement-timeout", () -> "3s");
    registry.add("limits.time", () -> "3s");
    registry.add("admission.patience", () -> "1s");
    registry.add("history.poll", () -> "200ms");
    registry.add("link.poll", () -> "100ms");
    registry.add("cache.results", () -> "0");
    registry.add("sheets.heap", () -> "0");
    registry.add("rate.units", () -> "0");
  }

  @AfterAll
  static void close() {
    WIRE.close();
    DATABASE.close();
  }

  @AfterEach
  void asBefore() {
    WIRE.mend();
    await(() -> !releases.away());
  }

  @Test
  void buriedConnectionsGiveTheirPlacesBackInTime() throws Exception {
    assertThat(crowd(40)).as("before").containsOnlyKeys(200);
    WIRE.bury();
    long buried = System.nanoTime();
    Map<Integer, Integer> answers = crowd(40);
    // A crowd meets the connections that the one before it did not take.
    while (!answers.keySet().equals(Set.of(200))) {
      assertThat(answers.keySet()).as("while they are found out").isSubsetOf(200, 503);
      assertThat(Duration.ofNanos(System.nanoTime() - buried)).isLessThan(IN_TIME.multipliedBy(2));
      answers = crowd(40);
    }
    assertThat(crowd(40)).as("on new connections").containsOnlyKeys(200);
  }

  @Test
  void aSilentDatabaseIsToldInTimeAndInOneWayAtEveryDoor() throws Exception {
    Answered fresh = Answered.get(port, KEPT);
    WIRE.silence();
    assertThat(get("/actuator/health/readiness")).as("kept answers can be given").isEqualTo(200);
    long begun = System.nanoTime();
    Answered kept = Answered.get(port, KEPT);
    assertThat(kept.field("ETag")).isEqualTo(fresh.field("ETag"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    for (String path : List.of("/graphql", "/q")) {
      begun = System.nanoTime();
      Answered refused =
          path.equals("/q") ? Answered.store(port, another()) : Answered.post(port, another());
      assertThat(refused.status()).as(path).isEqualTo(503);
      assertThat(refused.json().at("/errors/0/extensions/code").asString())
          .as(path)
          .isEqualTo("UNAVAILABLE");
      assertThat(refused.field("Retry-After")).as(path).isEqualTo("30");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(IN_TIME);
    }
    await(releases::away);
    assertThat(get("/actuator/health/database")).isEqualTo(503);
    WIRE.mend();
    await(() -> !releases.away());
    assertThat(Answered.get(port, another()).status()).isEqualTo(200);
    assertThat(get("/actuator/health/database")).isEqualTo(200);
  }

  /**
   * What a question costs is asked of the database, too, and must not be guessed to be too much.
   */
  @Test
  void whatWasNeverCountedIsNotCalledTooExpensive() throws Exception {
    WIRE.silence();
    List<Callable<Answered>> questions =
        Stream.of(
                "{ search(text: \"glasfaser\") { totalCount } }",
                "{ sources { groups(by: [{field: KIND}]) { nodes { count } } } }",
                "{ claims { count } }",
                "{ services(filter: {projects: {some: {key: {eq: \"x\"}}}}) { totalCount } }",
                "{ services { facets(of: [THEME]) { field } } }",
                "{ changes { nodes { id } } }")
            .<Callable<Answered>>map(document -> () -> Answered.post(port, document))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answered> answer : threads.invokeAll(questions)) {
        assertThat(answer.get().status()).as(answer.get().json().toString()).isEqualTo(503);
      }
    }
  }

  @Test
  void thePollForReleasesSharesNoThreadWithOtherScheduledWork(CapturedOutput log) {
    WIRE.bury();
    // Not once it is away: the poll says so to the log a moment after it is.
    await(() -> POLL_FAILED.matcher(log.getOut()).find());
    await(() -> !releases.away());
    assertThat(Answered.get(port, another()).status()).isEqualTo(200);
  }

  /** How often each status was received; each caller waits no longer than it must. */
  private Map<Integer, Integer> crowd(int size) throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < size; i++) {
        String question = another();
        answers.add(threads.submit(() -> Answered.get(port, question).status()));
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Future<Integer> answer : answers) {
      counts.merge(answer.get(), 1, Integer::sum);
    }
    return counts;
  }

  /** A question that nobody has asked yet, so that the database must answer it. */
  private static synchronized String another() {
    asked++;
    return "{ projects(first: %d, filter: {title: {contains: \"%d\"}}) { nodes { key } } }"
        .formatted(asked % 150 + 1, asked);
  }

  private int get(String path) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
