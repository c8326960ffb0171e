package org.stadtstand.serve.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stadtstand.ground.encoding.JsonCodec;
import tools.jackson.databind.JsonNode;

/** A real web server with many receivers, each at a path, which answers as it was told to. */
final class HookReceivers implements AutoCloseable {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** What arrived. */
  record Heard(String path, String id, long timestamp, String signature, String body) {

    JsonNode json() {
      return JsonCodec.STRICT.readTree(body);
    }

    int number() {
      return json().at("/data/number").asInt();
    }

    /** As the standard describes it, and not as the server computes it. */
    boolean isGenuine() throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
      return signature.equals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)));
    }
  }

  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Map<String, List<Integer>> statuses = new ConcurrentHashMap<>();
  private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
  private final Map<String, String> later = new ConcurrentHashMap<>();

  HookReceivers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String host, String path) {
    return "http://%s:%d%s".formatted(host, server.getAddress().getPort(), path);
  }

  /** The answers at a path, one after the other; the last one stays. */
  void answers(String path, Integer... inTurn) {
    statuses.put(path, new CopyOnWriteArrayList<>(inTurn));
  }

  /** Says with each answer when to come again. */
  void says(String path, String retryAfter) {
    later.put(path, retryAfter);
  }

  /** Says nothing for so long, once. */
  void hangs(String path, Duration pause) {
    pauses.put(path, pause);
  }

  List<Heard> at(String path) {
    return heard.stream().filter(each -> each.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      heard.add(
          new Heard(
              path,
              header(exchange, "webhook-id"),
              Long.parseLong(header(exchange, "webhook-timestamp")),
              header(exchange, "webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      Duration pause = pauses.remove(path);
      if (pause != null) {
        Thread.sleep(pause);
      }
      if (later.containsKey(path)) {
        exchange.getResponseHeaders().add("Retry-After", later.get(path));
      }
      exchange.getResponseHeaders().add("Location", url("127.0.0.1", "/elsewhere"));
      exchange.sendResponseHeaders(status(path), -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int status(String path) {
    List<Integer> left = statuses.getOrDefault(path, List.of(200));
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(name), name);
  }

  static boolean isRecent(Heard message, Instant now) {
    return Math.abs(now.getEpochSecond() - message.timestamp()) < 120;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
