package org.stadtstand.serve.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.TestConsole;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.TestDatabase;

/** A cache in front forgets what is no longer true, within seconds, and nothing else. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VarnishIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration SECONDS = Duration.ofSeconds(10);

  private static final String NOW = "{ releases(last: 1) { nodes { number } } }";
  private static final String EVERYWHERE = "{ targets(municipality: \"ALL\") { totalCount } }";
  private static final String PINNED =
      "{ target(knownAt: \"2025-08-01\", key: \"srv-1\") { wording } }";

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static Varnish cache;
  private static ConfigurableApplicationContext server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Varnish.program().isPresent(), "varnishd is not there; what a cache forgets is untested");
    database = TestDatabase.fresh();
    int port = Varnish.freePort();
    cache = Varnish.start(folder, Varnish.freePort(), port);
    server =
        TestServer.on(database)
            .importing("seed-data/duesseldorf")
            .set("purge.caches[0].url", "http://127.0.0.1:" + cache.port() + "/")
            .set("purge.patience", "500ms")
            .set("purge.retry", "500ms")
            .set("server.port", port)
            .start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(get(NOW).body()).contains("\"number\":4"));
    eventually(() -> assertThat(gauge("stadtstand.purge.untold")).isZero());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      cache.close();
      database.close();
    }
  }

  @Test
  @Order(1)
  void aPublicationIsSeenAndPinnedAnswersStay() throws Exception {
    for (String each : new String[] {NOW, EVERYWHERE, PINNED}) {
      eventually(() -> assertThat(isHit(each)).as(get(each).body()).isTrue());
    }
    server.getBean(Press.class).revoke("duesseldorf", 4);
    eventually(() -> assertThat(get(NOW).body()).contains("\"number\":5"));
    assertThat(isHit(PINNED)).as("what names its state never changes").isTrue();
    eventually(() -> assertThat(get(EVERYWHERE).body()).isEqualTo(past(EVERYWHERE).body()));
  }

  @Test
  @Order(2)
  void whatIsWithheldIsForgottenAtEveryState() {
    String before = get(PINNED).body();
    assertThat(before).contains("wording").doesNotContain("zurückgehalten");
    assertThat(isHit(PINNED)).isTrue();
    redact("wording");
    eventually(() -> assertThat(get(PINNED).body()).contains("zurückgehalten"));
  }

  @Test
  @Order(3)
  void aCacheThatHangsIsToldAgainUntilItHasForgotten() {
    String question = PINNED.replace("wording", "measures");
    String measured = get(question).body();
    eventually(() -> assertThat(isHit(question)).isTrue());
    double failed = counter("stadtstand.purge.failures");
    cache.freeze();
    redact("measures");
    eventually(() -> assertThat(counter("stadtstand.purge.failures")).isGreaterThan(failed));
    eventually(() -> assertThat(gauge("stadtstand.purge.untold")).isPositive());
    cache.thaw();
    eventually(() -> assertThat(gauge("stadtstand.purge.untold")).isZero());
    eventually(
        () -> assertThat(get(question).body()).isNotEqualTo(measured).contains("zurückgehalten"));
  }

  @Test
  @Order(4)
  void whoeverIsNotTrustedMakesNothingForgotten() {
    HttpResponse<String> bad =
        send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cache.port() + "/"))
                .header("Surrogate-Key", "a)|(b")
                .method("BAN", HttpRequest.BodyPublishers.noBody()));
    assertThat(bad.statusCode()).isEqualTo(400);
  }

  private static void redact(String field) {
    new TestConsole(server).withhold("duesseldorf", "target", "srv-1", field);
  }

  private static double counter(String name) {
    return server.getBean(MeterRegistry.class).get(name).functionCounter().count();
  }

  private static double gauge(String name) {
    return server.getBean(MeterRegistry.class).get(name).gauge().value();
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
    Awaitility.await().atMost(SECONDS).untilAsserted(holds);
  }

  /** Varnish names two transactions where it answers itself. */
  private static boolean isHit(String document) {
    return get(document).headers().firstValue("X-Varnish").orElse("").contains(" ");
  }

  private static HttpResponse<String> get(String document) {
    return ask(cache.port(), document);
  }

  /** Asks the server itself. */
  private static HttpResponse<String> past(String document) {
    return ask(
        Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port")),
        document);
  }

  private static HttpResponse<String> ask(int port, String document) {
    return send(
        HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:%d/graphql?query=%s"
                    .formatted(port, URLEncoder.encode(document, StandardCharsets.UTF_8)))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
