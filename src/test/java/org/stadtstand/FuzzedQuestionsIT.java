package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the grammar allows to ask, the server answers or refuses: no fault of its own, no stack
 * trace, nothing of the caller in the log, no answer beyond its limits, and no memory that stays
 * taken. {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.documents} makes it longer.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // Small caches are full after the warm-up, so that whatever grows later is a leak.
    properties = {
      "rate.units=1000000000",
      "cache.results=10MB",
      "cache.answers=4MB",
      "limits.kept-characters=200000",
      "known-requests.characters=200000",
      "http.persisted-characters=100000",
      "link.wording-characters=200000",
      "link.found-characters=100000"
    })
@Import({FixedDay.class, Questions.class})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class FuzzedQuestionsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 2000);
  private static final int WARM_UP = 800;
  private static final int WORKERS = 4;
  private static final Duration MOST = Duration.ofSeconds(90);
  private static final double GROWTH = 1.1;

  private static final List<String> ACCEPTED =
      List.of(
          "application/json",
          "application/graphql-response+json",
          "application/graphql-response+json",
          "text/csv",
          "application/x-ndjson",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final HttpClient client = HttpClient.newHttpClient();
  private final long seed = Long.getLong("fuzz.seed", ThreadLocalRandom.current().nextInt());

  @LocalServerPort private int port;
  @Autowired private GraphQlSource source;
  @Autowired private Questions questions;

  @Test
  void whateverTheGrammarAllowsIsAnsweredOrRefused(CapturedOutput output) throws Exception {
    System.out.println("The documents follow from -Dfuzz.seed=" + seed);
    List<String> known = known();
    long begin = System.nanoTime();
    List<String> faults = new ArrayList<>(asked(known, 0, WARM_UP));
    long before = heap();
    faults.addAll(asked(known, WARM_UP, DOCUMENTS));
    long after = heap();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf(
        "%d documents in %d s; heap after the first %d: %,d bytes, at the end %,d%n",
        DOCUMENTS, took.toSeconds(), WARM_UP, before, after);
    assertThat(faults).as("of the seed " + seed).isEmpty();
    assertThat(output.getAll())
        .as("the log, of the seed " + seed)
        .doesNotContain("\tat ", FuzzedQuestion.MARK);
    assertThat(after).isLessThan((long) (before * GROWTH));
    assertThat(took).isLessThan(MOST);
  }

  /** What is wrong with the answers to documents of these numbers, several being asked at once. */
  private List<String> asked(List<String> known, int from, int to) throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<String>> answers =
          IntStream.range(from, to)
              .mapToObj(number -> workers.submit(() -> fault(known, number)))
              .toList();
      List<String> faults = new ArrayList<>();
      for (Future<String> answer : answers) {
        faults.add(answer.get());
      }
      faults.removeIf(String::isEmpty);
      return faults;
    }
  }

  private String fault(List<String> known, int number) throws Exception {
    FuzzedQuestion question = new FuzzedQuestion(source.schema(), known, seed + number);
    String text = question.text();
    Random random = new Random(seed + number);
    String accept = ACCEPTED.get(random.nextInt(ACCEPTED.size()));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("query", text);
    body.put("variables", question.variables());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .method(
                random.nextInt(4) == 0 ? "QUERY" : "POST",
                BodyPublishers.ofString(JSON.writeValueAsString(body)));
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    String wrong = wrong(response);
    return wrong.isEmpty()
        ? ""
        : "%d: %s%n%s%n%s%n%s"
            .formatted(number, wrong, text, body.get("variables"), start(response.body()));
  }

  private static String wrong(HttpResponse<String> response) {
    if (response.statusCode() >= 500) {
      return "status " + response.statusCode();
    }
    if (!response
        .headers()
        .firstValue("Content-Type")
        .orElse("")
        .matches("application/(graphql-response.)?json;.*")) {
      return "";
    }
    JsonNode answer = JSON.readTree(response.body());
    for (JsonNode error : answer.path("errors")) {
      String code = error.at("/extensions/code").asString();
      if (code.isEmpty() || code.equals("INTERNAL")) {
        return "code " + code;
      }
    }
    JsonNode cost = answer.at("/extensions/cost");
    long rows = rows(answer.path("data"));
    return rows > cost.path("rows").asLong(Long.MAX_VALUE)
            || rows > cost.path("maximumRows").asLong(Long.MAX_VALUE)
        ? rows + " rows for the cost " + cost
        : "";
  }

  /** The rows of an answer: the objects in its lists. */
  private static long rows(JsonNode value) {
    long rows = value.isArray() && value.path(0).isObject() ? value.size() : 0;
    for (JsonNode inner : value) {
      rows += rows(inner);
    }
    return rows;
  }

  /** What a caller can know who has looked around. */
  private List<String> known() {
    List<String> known = new ArrayList<>();
    for (String list :
        List.of("projects", "services", "targets", "focusAreas", "orgUnits", "claims", "sources")) {
      JsonNode page =
          questions
              .data(
                  "{ %s(municipality: \"musterstadt\", first: 3) { nodes { key id } pageInfo {"
                          .formatted(list)
                      + " endCursor } } }")
              .get(list);
      page.get("nodes").forEach(node -> known.addAll(texts(node)));
      known.addAll(texts(page.get("pageInfo")));
    }
    return known;
  }

  private static List<String> texts(JsonNode object) {
    return object.properties().stream().map(entry -> entry.getValue().asString()).toList();
  }

  private static String start(String text) {
    return text.substring(0, Math.min(2000, text.length()));
  }

  /** What is still held after everything was given back. */
  private static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(200);
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
