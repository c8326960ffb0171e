package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.Application;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.ground.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While a city's first package is not in, whoever asks about it is asked to wait; nobody else. */
class PackageImportIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private CompletableFuture<Integer> port = new CompletableFuture<>();

  @Test
  void whoAsksAboutACityThatWaitsIsToldSo(@TempDir Path refused)
      throws SQLException, IOException, InterruptedException, ExecutionException, TimeoutException {
    Files.createDirectories(refused.resolve("01"));
    Files.writeString(
        refused.resolve("01/datapackage.json"),
        Files.readString(Path.of("seed-data/musterstadt/01-2021-12-31/datapackage.json"))
            .replace("\"municipality\": \"musterstadt\"", "\"municipality\": \"nowhere\""));
    try (TestDatabase database = TestDatabase.fresh()) {
      CompletableFuture<ConfigurableApplicationContext> started;
      try (Connection blocker = blocker(database)) {
        started =
            CompletableFuture.supplyAsync(
                () -> start(database, "seed-data/duesseldorf", refused, "seed-data/musterstadt"));
        port.get(2, TimeUnit.MINUTES);
        whileItWaits();
        assertThat(started).as("ready").isNotDone();
        blocker.rollback();
      }
      try (ConfigurableApplicationContext context = started.get(2, TimeUnit.MINUTES)) {
        context.getBean(PackageImport.class).ended().get(2, TimeUnit.MINUTES);
        whenItIsIn();
      }
      port = new CompletableFuture<>();
      try (Connection blocker = blocker(database);
          ConfigurableApplicationContext context = start(database, refused)) {
        assertThat(context.getBean(PackageImport.class).ended()).isNotDone();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(ask("{ projects { totalCount } }").statusCode()).isEqualTo(200);
        assertThat(ask("{ dataset(municipality: \"nowhere\") { day } }").statusCode())
            .isEqualTo(503);
        blocker.rollback();
      }
    }
  }

  /** Whoever publishes has to wait until this connection is rolled back. */
  private static Connection blocker(TestDatabase database) throws SQLException {
    Connection connection = database.publishing().dataSource().getConnection();
    connection.setAutoCommit(false);
    PublishingLock.take(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    return connection;
  }

  private ConfigurableApplicationContext start(TestDatabase database, Object... packages) {
    return new SpringApplicationBuilder(Application.class)
        .listeners(
            (ApplicationListener<ServletWebServerInitializedEvent>)
                event -> port.complete(event.getWebServer().getPort()))
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--database.read-connections=4",
            "--ingest.packages="
                + Stream.of(packages).map(String::valueOf).collect(Collectors.joining(",")),
            "--server.port=0");
  }

  private void whileItWaits() throws IOException, InterruptedException {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    for (Map.Entry<String, String> waiting :
        Map.of(
                "{ projects { totalCount } }", "duesseldorf",
                "{ project(municipality: \"05111000\", key: \"x\") { key } }", "duesseldorf",
                "{ targets(municipality: \"051110000000\") { totalCount } }", "duesseldorf",
                "{ changes(municipality: \"musterstadt\") { nodes { key } } }", "musterstadt",
                "{ compare(municipality: \"99999999\", from: {newest: true}) { nodes { key } } }",
                    "musterstadt",
                "{ dataset(municipality: \"nowhere\") { day } }", "nowhere")
            .entrySet()) {
      HttpResponse<String> answer = ask(waiting.getKey());
      assertThat(answer.statusCode()).as(waiting.getKey()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(answer.body()).contains("NOT_YET_HERE", "of " + waiting.getValue() + " are");
    }
    for (String late : List.of("/data/project.csv", "/duesseldorf", "/en/05111000/projekte")) {
      HttpResponse<String> answer = get(late);
      assertThat(answer.statusCode()).as(late).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).as(late).isPresent();
    }
    assertThat(get("/koeln").statusCode()).isEqualTo(404);
    HttpResponse<String> unknown = ask("{ projects(municipality: \"koeln\") { totalCount } }");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(missing("{ projects(municipality: \"ALL\") { totalCount } }"))
        .as("demonstrations are no part of ALL")
        .containsExactly("duesseldorf");
    assertThat(missing("{ municipalities { totalCount } }"))
        .containsExactlyInAnyOrder("duesseldorf", "nowhere", "musterstadt");
  }

  private void whenItIsIn() throws IOException, InterruptedException {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(ask("{ projects { totalCount } }").statusCode()).isEqualTo(200);
    assertThat(missing("{ projects(municipality: \"ALL\") { totalCount } }")).isEmpty();
    assertThat(missing("{ municipalities { totalCount } }")).isEmpty();
    assertThat(ask("{ municipalities { totalCount } }").body()).contains("\"totalCount\":2");
    HttpResponse<String> refused = ask("{ dataset(municipality: \"nowhere\") { day } }");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("UNKNOWN_MUNICIPALITY");
  }

  private List<String> missing(String document) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(document);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode datasets = JSON.readTree(answer.body()).at("/extensions/dataset");
    return datasets
        .valueStream()
        .filter(one -> one.path("warnings").toString().contains("erstmals eingelesen"))
        .map(one -> one.get("municipality").asString())
        .toList();
  }

  private HttpResponse<String> ask(String document) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(address("/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port.join() + path);
  }
}
