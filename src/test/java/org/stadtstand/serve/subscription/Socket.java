package org.stadtstand.serve.subscription;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket that says what a test wants, right or wrong. */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  Socket(int port) {
    this.socket =
        client
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this)
            .join();
  }

  /** One that has been let in. */
  static Socket begun(int port) throws InterruptedException {
    Socket socket = new Socket(port);
    socket.say("{\"type\":\"connection_init\"}");
    if (!socket.hear().path("type").asString().equals("connection_ack")) {
      throw new AssertionError("Not let in");
    }
    return socket;
  }

  void say(String message) {
    socket.sendText(message, true).join();
  }

  void subscribe(String id, String document) {
    say(
        JSON.writeValueAsString(
            Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document))));
  }

  /** The next message. */
  JsonNode hear() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(60, TimeUnit.SECONDS), "nothing was said");
  }

  boolean isSilent() {
    return heard.isEmpty();
  }

  /** The code with which the server closed it. */
  int code() {
    return closed.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      heard.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    closed.completeExceptionally(fault);
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
