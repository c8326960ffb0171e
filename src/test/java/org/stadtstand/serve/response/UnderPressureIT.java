package org.stadtstand.serve.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.MovableClock;
import org.stadtstand.TestConsole;
import org.stadtstand.ground.database.DatabaseWire;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.record.cache.AnswerCache;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * A server with one connection, a short queue and small budgets: what happens when a release
 * arrives, the database goes away, or more is asked than can be answered.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedDay.class)
@DirtiesContext
class UnderPressureIT {

  private static final String NOW = "{ targets { nodes { key outcome } } }";
  private static final String THEN =
      "{ targets(knownAt: \"2025-08-01\") { nodes { key outcome } } }";
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final DatabaseWire WIRE = new DatabaseWire(DATABASE.url());
  private static int callers;

  @LocalServerPort private int port;
  @Autowired private MovableClock clock;
  @Autowired private ReleaseDirectory releases;
  @Autowired private AnswerCache cache;
  @Autowired private BeanFactory application;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", () -> WIRE.through(DATABASE.url()));
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("ingest.packages", () -> "seed-data/duesseldorf");
    registry.add("database.read-connections", () -> "1");
    registry.add("database.connection-timeout", () -> "1s");
    registry.add("history.poll", () -> "100ms");
    registry.add("cache.results", () -> "0");
    registry.add("sheets.heap", () -> "0");
    registry.add("admission.waiting", () -> "4");
    registry.add("admission.patience", () -> "400ms");
    registry.add("rate.units", () -> "20");
    registry.add("rate.period", () -> "1h");
  }

  @AfterAll
  static void close() {
    WIRE.close();
    DATABASE.close();
  }

  @BeforeEach
  void forget() {
    cache.clear();
  }

  @AfterEach
  void asBefore() {
    clock.moveBack();
    WIRE.mend();
  }

  @Test
  void aNewReleaseEndsWhatWasKeptOfNow() throws Exception {
    Answered before = ask(NOW);
    assertThat(ask(NOW).hit()).isTrue();
    int release = release(before);
    TestConsole console = new TestConsole(application);
    int done = console.run("revoke", "duesseldorf", "" + release, "--reason", "Wrong.");
    assertThat(done).as(console.printed()).isZero();
    Answered after = ask(NOW);
    assertThat(after.hit()).isFalse();
    assertThat(release(after)).isEqualTo(release + 1);
    assertThat(after.field("ETag")).isNotEqualTo(before.field("ETag"));
    assertThat(ask(NOW, "If-None-Match", before.field("ETag")).status()).isEqualTo(200);
  }

  @Test
  void withoutItsDatabaseItGivesWhatItHasAndSaysSo() {
    String fresh = ask(NOW).field("ETag");
    ask(THEN);
    WIRE.cut();
    await(releases::away);
    Answered now = ask(NOW);
    assertThat(now.field("ETag")).isEqualTo(fresh);
    assertThat(now.field("Cache-Status")).contains("hit", "stale");
    assertThat(now.field("Warning")).startsWith("110 ");
    assertThat(now.field("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
    assertThat(ask(THEN).field("Cache-Control")).as("what lasts").contains("immutable");
    Answered other = ask("{ projects(first: 3) { nodes { key } } }");
    assertThat(other.status()).isEqualTo(503);
    assertThat(other.field("Retry-After")).isEqualTo("30");
    assertThat(other.json().at("/errors/0/extensions/code").asString()).isEqualTo("UNAVAILABLE");
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    Answered yesterdays = ask(NOW);
    assertThat(yesterdays.field("ETag")).isEqualTo(fresh);
    assertThat(yesterdays.field("Cache-Status")).matches("stadtstand; hit; ttl=-\\d+; .*stale.*");
    WIRE.mend();
    await(() -> !releases.away());
    Answered mended = ask(NOW);
    assertThat(mended.hit()).isFalse();
    assertThat(mended.field("Warning")).isEmpty();
    assertThat(mended.field("ETag")).isNotEqualTo(fresh);
  }

  @Test
  void aCrowdIsAnsweredOrRefusedEarlyAndNobodyWaitsForEver() throws Exception {
    List<Future<Answered>> answers = new ArrayList<>();
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(60)) {
      for (int i = 0; i < 300; i++) {
        String another = "{ projects(first: %d) { nodes { key } } }".formatted(i % 100 + 1);
        answers.add(threads.submit(() -> ask(another)));
      }
    }
    Duration all = Duration.ofNanos(System.nanoTime() - begun);
    int answered = 0;
    for (Future<Answered> answer : answers) {
      if (answer.get().status() == 200) {
        answered++;
      } else {
        assertThat(answer.get().status()).isEqualTo(503);
        assertThat(answer.get().field("Retry-After")).isEqualTo("5");
        assertThat(answer.get().json().at("/errors/0/extensions/code").asString())
            .isEqualTo("OVERLOADED");
      }
    }
    assertThat(answered).isPositive();
    assertThat(all).isLessThan(Duration.ofSeconds(30));
    assertThat(ask(NOW).status()).as("afterwards all is well").isEqualTo(200);
  }

  @Test
  void whoHasSpentAllWaitsAndOthersDoNot() {
    String caller = caller();
    String dear = "{ projects(first: 200) { nodes { key title summary } } }";
    Answered first = ask(dear, "X-Forwarded-For", caller);
    assertThat(first.field("RateLimit-Policy")).isEqualTo("\"address\";q=20;w=3600");
    assertThat(first.field("RateLimit")).startsWith("\"address\";r=18;");
    Answered kept = ask(dear, "X-Forwarded-For", caller);
    assertThat(kept.field("RateLimit")).startsWith("\"address\";r=17;");
    Answered unchanged = ask(dear, "X-Forwarded-For", caller, "If-None-Match", first.field("ETag"));
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.field("RateLimit")).startsWith("\"address\";r=16;");
    Answered refused =
        ask(
            "{ projects(filter: {or: ["
                + "{targets: {some: {}}}, ".repeat(20)
                + "]}) { nodes { key } } }",
            "X-Forwarded-For",
            caller);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().at("/errors/0/extensions/code").asString())
        .isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.field("Retry-After"))).isBetween(1, 3600);
    assertThat(refused.field("Cache-Control")).isEqualTo("no-store");
    assertThat(ask(dear, "X-Forwarded-For", caller).status()).as("what is kept").isEqualTo(200);
    assertThat(ask(NOW, "X-Forwarded-For", caller()).status()).isEqualTo(200);
  }

  @Test
  void whatACallerSaysOfItselfIsNotBelieved() throws Exception {
    Optional<InetAddress> own = ownAddress();
    if (own.isEmpty()) {
      // Without a network this machine has only loopback addresses, so no request looks external.
      return;
    }
    String host = own.get().getHostAddress();
    ask(NOW);
    Answered first = Answered.from(host, port, NOW, "X-Forwarded-For", caller());
    Answered second = Answered.from(host, port, NOW, "X-Forwarded-For", caller());
    assertThat(first.field("RateLimit")).startsWith("\"address\";r=19;");
    assertThat(second.field("RateLimit")).startsWith("\"address\";r=18;");
  }

  private Answered ask(String document, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("X-Forwarded-For")) {
      all.addAll(List.of("X-Forwarded-For", caller()));
    }
    return Answered.get(port, document, all.toArray(String[]::new));
  }

  private static int release(Answered answered) {
    return answered.json().at("/extensions/dataset/0/release").asInt();
  }

  /** A caller that has asked nothing yet. */
  private static synchronized String caller() {
    callers++;
    return "10.%d.%d.1".formatted(callers / 250, callers % 250);
  }

  private static Optional<InetAddress> ownAddress() throws java.net.SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
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
