package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/**
 * The database's processes are ended while files are downloaded: whatever is received with a proper
 * end is the whole file, byte for byte.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedDay.class)
@DirtiesContext
class TruncationIT {

  private static final Duration ATTACK = Duration.ofSeconds(8);
  private static final String PAGED =
      "/graphql?all=true&query="
          + URLEncoder.encode(
              "{ projects(municipality: \"musterstadt\", first: 10) { nodes { key title } } }",
              StandardCharsets.UTF_8);
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("ingest.packages", () -> "seed-data/musterstadt");
    registry.add("history.default-municipality", () -> "musterstadt");
    // Nothing is kept, so that every request needs the database.
    registry.add("bulk.stored", () -> "2KB");
    registry.add("cache.results", () -> "0");
    registry.add("sheets.heap", () -> "0");
    registry.add("cache.answers", () -> "0");
    registry.add("rate.units", () -> "0");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatEndsProperlyIsWhole() throws Exception {
    String linked = linked();
    String[] paths = {
      "/data/musterstadt/project@9.csv",
      "/data/musterstadt/project_status_change.csv",
      "/data/musterstadt/package.zip",
      PAGED,
      linked
    };
    Map<String, byte[]> whole = new ConcurrentHashMap<>();
    for (String path : paths) {
      whole.put(path, get(path).body());
    }
    long end = System.nanoTime() + ATTACK.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> endBackends(end));
      for (String path : paths) {
        threads.submit(() -> download(path, Objects.requireNonNull(whole.get(path)), end));
      }
    }
    System.out.println("received under attack: " + outcomes);
    assertThat(outcomes.keySet())
        .contains("whole", "refused")
        .isSubsetOf("whole", "refused", "broken off");
    for (String path : paths) {
      assertThat(get(path).body()).as("afterwards " + path).isEqualTo(whole.get(path));
    }
  }

  /** Spring takes a lost connection to the database for the caller's, and ends the message. */
  @Test
  void aFileThatFailsOnTheWayIsBrokenOff() {
    assertThatThrownBy(() -> get("/breaking-off")).isInstanceOf(IOException.class);
  }

  /** Sends a file through Spring that fails after its first part. */
  @TestConfiguration
  static class BreakingOff {

    @Bean
    Breaking breaking(ResponseHandler handler) {
      return new Breaking(handler);
    }
  }

  @Controller
  record Breaking(ResponseHandler handler) {

    @GetMapping("/breaking-off")
    void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
      Representation.Flow flow =
          out -> {
            out.write(new byte[100_000]);
            throw new IOException("The table was not read", new IOException("Connection reset"));
          };
      Representation file =
          new Representation(200, "text/csv", Map.of(), flow, null, Representation.Keeping.ALL);
      handler.send(request, response, Response.once(file), "");
    }
  }

  private void download(String path, byte[] whole, long end) {
    while (System.nanoTime() < end) {
      outcomes.computeIfAbsent(outcome(path, whole), any -> new AtomicInteger()).incrementAndGet();
    }
  }

  private String outcome(String path, byte[] whole) {
    try {
      HttpResponse<byte[]> response = get(path);
      if (response.statusCode() == 503) {
        boolean bare = response.headers().firstValue("ETag").isEmpty();
        return bare ? "refused" : "refused with a validator";
      }
      return response.statusCode() == 200 && Arrays.equals(response.body(), whole)
          ? "whole"
          : "TRUNCATED " + path + " " + response.statusCode() + " " + response.body().length;
    } catch (IOException e) {
      return "broken off";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Busy ones always, idle ones now and then. */
  private static void endBackends(long end) {
    while (System.nanoTime() < end) {
      DATABASE
          .publishing()
          .jdbc()
          .sql(
              """
              select count(pg_terminate_backend(pid)) from pg_stat_activity
              where application_name = 'stadtstand-read' and datname = current_database()
                and (state <> 'idle' or random() < 0.02)
              """)
          .query(Integer.class)
          .single();
    }
  }

  private String linked() throws Exception {
    String question =
        "{\"query\": \"{ projects(municipality: \\\"musterstadt\\\", first: 20) { nodes { key title"
            + " summary } } }\"}";
    HttpResponse<String> stored =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build(),
            BodyHandlers.ofString());
    return stored.headers().firstValue("Location").orElseThrow() + ".csv?all=true";
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", path.startsWith("/graphql") ? "text/csv" : "*/*")
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofByteArray());
  }
}
