package org.stadtstand;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks several nodes all the time and stores links at them; remembers what each release looked like
 * when it was first told, and every link that was acknowledged.
 */
final class Crowd implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The number of a release, and what only its rows can answer. */
  private static final String STATE =
      "{ releases(last: 1) { nodes { number } }"
          + " targets(first: 50) { totalCount nodes { key outcome targetValue } }"
          + " projects(first: 50) { totalCount nodes { key status } } }";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Map<Integer, Integer> ports = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, String> told = new ConcurrentHashMap<>();
  private final Queue<String> mixed = new ConcurrentLinkedQueue<>();
  private final Queue<String> links = new ConcurrentLinkedQueue<>();
  private final LongAdder answers = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final AtomicInteger counter = new AtomicInteger();
  private volatile boolean over;

  Crowd(List<ConfigurableApplicationContext> nodes) {
    IntStream.range(0, nodes.size()).forEach(i -> replace(i, nodes.get(i)));
  }

  void replace(int node, ConfigurableApplicationContext context) {
    ports.put(
        node, Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
  }

  /** A cache in front of one of the nodes is asked as they are. */
  void alsoAsk(int port) {
    ports.put(ports.size(), port);
  }

  void begin() {
    for (int node : ports.keySet()) {
      threads.execute(() -> untilOver(() -> look(node)));
    }
    // The others only read.
    threads.execute(() -> untilOver(() -> store(counter.get() % 2)));
  }

  private void untilOver(Runnable act) {
    while (!over) {
      act.run();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A different question each time, so that the answer is worked out and not kept. */
  private void look(int node) {
    String document = STATE.replace("{ releases", "{ n" + counter.incrementAndGet() + ": releases");
    @Nullable HttpResponse<String> response = get(node, document);
    if (response == null || response.statusCode() != 200) {
      refused.increment();
      return;
    }
    JsonNode data = JSON.readTree(response.body()).path("data");
    JsonNode releases = data.iterator().next();
    int number = releases.at("/nodes/0/number").asInt();
    String rest = data.path("targets") + " " + data.path("projects");
    String before = told.putIfAbsent(number, rest);
    if (before != null && !before.equals(rest)) {
      mixed.add("Node " + node + " at release " + number + ": " + rest + " instead of " + before);
    }
    answers.increment();
  }

  private void store(int node) {
    String question =
        "{\"query\":\"{ targets(first: 1) { nodes { key a%d: wording } } }\"}"
            .formatted(counter.incrementAndGet());
    @Nullable HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(address(node, "/q"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question)));
    if (response != null && (response.statusCode() == 200 || response.statusCode() == 201)) {
      response
          .headers()
          .firstValue("Location")
          .ifPresent(link -> links.add(link.replaceFirst("^https?://[^/]+", "")));
    } else {
      refused.increment();
    }
  }

  /** The newest release that a node tells; 0 if it tells nothing. */
  int newest(int node) {
    @Nullable HttpResponse<String> response =
        get(node, "{ releases(last: 1) { nodes { number } } }");
    return response == null
        ? 0
        : JSON.readTree(response.body()).at("/data/releases/nodes/0/number").asInt(0);
  }

  /** What each node shows of a target, at a state of long ago. */
  List<String> shown() {
    return ports.keySet().stream()
        .sorted()
        .map(
            node -> {
              @Nullable HttpResponse<String> response =
                  get(node, "{ target(key: \"srv-1\", knownAt: \"2025-08-01\") { wording } }");
              return response == null ? "" : response.body();
            })
        .toList();
  }

  void end() throws InterruptedException {
    over = true;
    threads.shutdown();
    threads.awaitTermination(30, TimeUnit.SECONDS);
  }

  long answers() {
    return answers.sum();
  }

  /** Requests without an answer, because a node or the primary was away. */
  long refused() {
    return refused.sum();
  }

  Queue<String> mixed() {
    return mixed;
  }

  Queue<String> links() {
    return links;
  }

  /** The links that some node does not know. */
  List<String> lost() {
    return links.stream()
        .filter(
            link ->
                ports.keySet().stream()
                    .anyMatch(
                        node -> {
                          @Nullable HttpResponse<String> response =
                              send(HttpRequest.newBuilder(address(node, link)));
                          return response == null || response.statusCode() != 200;
                        }))
        .toList();
  }

  private URI address(int node, String path) {
    return URI.create("http://localhost:" + ports.get(node) + path);
  }

  private @Nullable HttpResponse<String> get(int node, String document) {
    return send(
        HttpRequest.newBuilder(
            address(
                node, "/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8))));
  }

  /** Null if nobody answers. */
  private @Nullable HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
    } catch (IOException away) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    over = true;
    threads.shutdownNow();
    client.shutdownNow();
  }
}
