package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.PgBouncer;
import org.stadtstand.ground.embedded.ReplicatedDatabase;
import org.stadtstand.serve.monitoring.LocalCollector;
import org.stadtstand.serve.purge.Varnish;

/**
 * The drill of many: a primary, two standbys of which one confirms each commit, and three nodes,
 * one of them behind a cache and one that reads through poolers, asked all the time while releases
 * are published, something is withheld, a standby lags, a node ends and the primary is killed. With
 * {@code -Ddrill.rounds=20} it is as long as one likes.
 */
class ManyNodesIT {

  private static final Logger log = LoggerFactory.getLogger(ManyNodesIT.class);

  private static final String PASSWORD = "of-both-roles";

  private static final int ROUNDS = Integer.getInteger("drill.rounds", 1);

  @TempDir private static Path folder;
  private static ReplicatedDatabase database;
  private static Varnish cache;
  private static final List<PgBouncer> POOLERS = new ArrayList<>();
  private static final LocalCollector COLLECTOR = new LocalCollector();
  private static final List<ConfigurableApplicationContext> NODES = new ArrayList<>();

  /** Milliseconds until every node told a release. */
  private final List<Long> told = new ArrayList<>();

  private int newest = 4;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Varnish.program().isPresent() && PgBouncer.program().isPresent(),
        "varnishd or pgbouncer is not there; there is no drill");
    database = ReplicatedDatabase.start(folder, 2);
    int port = Varnish.freePort();
    cache = Varnish.start(folder, Varnish.freePort(), port);
    NODES.add(writer(port));
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> new Crowd(NODES).newest(0) == 4);
    ReplicatedDatabase.waitForOne(database.primary());
    NODES.add(writer(0));
    NODES.add(node(TestServer.withoutDatabase().set("database.role", "reader"), poolers()));
  }

  /** One in front of each standby. */
  private static String poolers() throws IOException {
    List<String> addresses = new ArrayList<>();
    // PgBouncer runs as somebody else.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (int i = 0; i < 2; i++) {
      JdbcCredentials reader =
          new JdbcCredentials(database.standby(i).url(), "stadtstand_reader", PASSWORD);
      JdbcCredentials linker = new JdbcCredentials(reader.url(), "stadtstand_link", PASSWORD);
      Path own = Files.createDirectory(folder.resolve("pooler" + i));
      POOLERS.add(PgBouncer.start(own, reader.url(), List.of(reader, linker)));
      addresses.add("127.0.0.1:" + POOLERS.getLast().port());
    }
    return "jdbc:postgresql://" + String.join(",", addresses) + "/postgres?prepareThreshold=0";
  }

  private static ConfigurableApplicationContext writer(int port) {
    String hosts =
        Stream.of(database.primary(), database.standby(0), database.standby(1))
            .map(JdbcCredentials::url)
            .map(url -> url.replaceFirst("jdbc:postgresql://([^/]*)/.*", "$1"))
            .collect(Collectors.joining(","));
    return node(
        TestServer.on(database.primary())
            .set(
                "spring.datasource.url",
                "jdbc:postgresql://" + hosts + "/postgres?targetServerType=primary")
            .importing("seed-data/duesseldorf")
            .set("server.port", port),
        database.standbys());
  }

  private static ConfigurableApplicationContext node(TestServer server, String readUrl) {
    return server
        .set("database.read-url", readUrl)
        .set("database.role-password", PASSWORD)
        .set("purge.caches[0].url", "http://127.0.0.1:" + cache.port() + "/")
        .set("tracing.collector", COLLECTOR.address())
        .set("database.read-connections", 3)
        .set("rate.units", 0)
        .set("rate.stored-per-minute", 100_000)
        .start();
  }

  @AfterAll
  static void stop() {
    NODES.forEach(ConfigurableApplicationContext::close);
    POOLERS.forEach(PgBouncer::close);
    COLLECTOR.close();
    if (database != null) {
      cache.close();
      database.close();
    }
  }

  @Test
  void nobodyMixesStatesAndNothingAcknowledgedIsLost() throws Exception {
    try (Crowd crowd = new Crowd(NODES)) {
      crowd.alsoAsk(cache.port());
      crowd.begin();
      for (int round = 0; round < ROUNDS; round++) {
        publish(crowd, 0);
        database.pause(round % 2);
        publish(crowd, 1);
        database.resume(round % 2);
      }
      withhold(crowd);
      NODES.set(1, again(crowd));
      ReplicatedDatabase.waitForOne(database.standby(database.failOver()));
      publish(crowd, 1);
      crowd.end();
      assertThat(crowd.answers()).as("answers under way").isGreaterThan(50L);
      assertThat(crowd.mixed()).as("answers that mix releases").isEmpty();
      assertThat(crowd.links()).as("links acknowledged").isNotEmpty();
      assertThat(crowd.lost()).as("links acknowledged and lost").isEmpty();
      assertThat(told).isNotEmpty().allMatch(millis -> millis < 30_000);
      assertThat(COLLECTOR.spans()).as("a hundredth is traced").isNotEmpty();
      log.info(
          "Drill of many: {} answers and {} links; 0 mixed, 0 lost; every node told {} releases"
              + " after {} ms at most; {} answers refused meanwhile.",
          crowd.answers(),
          crowd.links().size(),
          told.size(),
          told.stream().mapToLong(Long::longValue).max().orElseThrow(),
          crowd.refused());
    }
  }

  /** A release: the last one is taken back. Tells when every node knows. */
  private void publish(Crowd crowd, int node) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              NODES.get(node).getBean(Press.class).revoke("duesseldorf", newest);
              return true;
            });
    newest++;
    long begun = System.nanoTime();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> Stream.of(0, 1, 2, 3).allMatch(each -> crowd.newest(each) == newest));
    told.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }

  private static void withhold(Crowd crowd) {
    assertThat(crowd.shown()).hasSize(4).allMatch(wording -> !wording.contains("zurückgehalten"));
    new TestConsole(NODES.getFirst()).withhold("duesseldorf", "target", "srv-1", "wording");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(crowd.shown())
                    .hasSize(4)
                    .allMatch(wording -> wording.contains("zurückgehalten")));
  }

  /** A node ends while it is asked, and comes back. */
  private static ConfigurableApplicationContext again(Crowd crowd) {
    NODES.get(1).close();
    ConfigurableApplicationContext fresh = writer(0);
    crowd.replace(1, fresh);
    return fresh;
  }
}
