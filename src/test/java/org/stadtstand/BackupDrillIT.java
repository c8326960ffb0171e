package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.InstalledDatabase;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.TestDatabase;

/**
 * The drill of backup and restore, which is also that of a new version of PostgreSQL and of a move
 * to another machine: the scripts of {@code src/deploy/drills} take everything from the PostgreSQL
 * that is installed to the embedded one, and what is nowhere else is there: the chain, what is
 * withheld, links and citations.
 */
class BackupDrillIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String QUESTION =
      "{\"query\":\"{ targets(first: 3) { nodes { key wording outcome } } }\"}";

  private static final String HEAD = "{ release(municipality: \"duesseldorf\") { number hash } }";

  /** What a server knew before, and must know after it. */
  private record Known(String head, String link, String answer, String citation, String cited) {}

  @Test
  void everythingIsThereAgain(@TempDir Path folder) throws Exception {
    assumeTrue(
        InstalledDatabase.programs().isPresent(),
        "No PostgreSQL is installed; backup and restore are untested");
    Path file = folder.resolve("city.dump");
    try (InstalledDatabase installed = InstalledDatabase.start(folder)) {
      TestDatabase.execute(installed.access(), "create database city");
      Known known;
      try (ConfigurableApplicationContext server =
          server(installed.in("city"), "seed-data/duesseldorf")) {
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(head(server)).contains("\"number\":4"));
        known = used(server);
      }
      assertThat(installed.run("backup", installed.access(), "city", file.toString())).isZero();
      assertThat(installed.run("backup", installed.access(), "city", file.toString()))
          .as("a backup overwrites none")
          .isEqualTo(1);
      String name = "restored" + ProcessHandle.current().pid();
      JdbcCredentials other = credentials(TestDatabase.shared());
      TestDatabase.execute(other, "drop database if exists " + name + " with (force)");
      assertThat(installed.run("restore", other, file.toString(), name)).isZero();
      assertThat(installed.run("restore", other, file.toString(), name))
          .as("nothing is written over")
          .isEqualTo(1);
      try (ConfigurableApplicationContext server =
          server(InstalledDatabase.in(other, name), "seed-data/duesseldorf")) {
        assertKnown(server, known);
        server.getBean(Press.class).revoke("duesseldorf", 5);
        assertThat(head(server)).contains("\"number\":6");
      }
      TestDatabase.execute(other, "drop database " + name + " with (force)");
    }
  }

  /** Publishes, withholds, stores a link and cites. */
  private static Known used(ConfigurableApplicationContext server) throws Exception {
    new TestConsole(server).withhold("duesseldorf", "target", "srv-1", "wording");
    HttpResponse<String> stored =
        send(
            request(server, "/q")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION)));
    String link =
        stored.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    String answer = get(server, link);
    String cited = get(server, link + ".ris");
    String citation = cited.replaceAll("(?s).*Verzeichnis der Zitate (\\d+:[0-9a-f]+).*", "$1");
    assertThat(citation).matches("\\d+:[0-9a-f]{64}");
    // Which also seals what was withheld and cited.
    server.getBean(Press.class).revoke("duesseldorf", 4);
    return new Known(head(server), link, data(answer), citation, cited);
  }

  private static void assertKnown(ConfigurableApplicationContext server, Known known)
      throws Exception {
    assertThat(head(server)).isEqualTo(known.head());
    assertThat(data(get(server, known.link()))).contains("key");
    assertThat(get(server, "/q/citations.jsonl?after=0"))
        .contains(known.citation().replaceFirst("\\d+:", ""));
    String state = known.cited().replaceAll("(?s).*UR  - https?://[^/]+([^\r\n]+).*", "$1");
    assertThat(data(get(server, state))).as("archived").isEqualTo(known.answer());
    assertThat(get(server, known.link())).contains("zurückgehalten");
    TestConsole console = new TestConsole(server);
    String number = known.head().replaceAll("(?s).*\"number\":(\\d+).*", "$1");
    String hash = known.head().replaceAll("(?s).*\"hash\":\"([0-9a-f]+)\".*", "$1");
    assertThat(
            console.run(
                "verify",
                "--known-head",
                number + ":" + hash,
                "--municipality=duesseldorf",
                "--known-citation",
                known.citation()))
        .as(console.printed() + console.complaint())
        .isZero();
  }

  private static String data(String answer) {
    return answer.replaceAll("(?s)\"extensions\".*", "");
  }

  private static String head(ConfigurableApplicationContext server) {
    return server.getBean(Questions.class).data(HEAD).toString();
  }

  private static JdbcCredentials credentials(TestDatabase database) {
    return new JdbcCredentials(database.url(), database.user(), database.password());
  }

  private static ConfigurableApplicationContext server(JdbcCredentials database, String packages) {
    return TestServer.on(database).importing(packages).start();
  }

  private static HttpRequest.Builder request(ConfigurableApplicationContext server, String path) {
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static String get(ConfigurableApplicationContext server, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(request(server, path));
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return response.body();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
