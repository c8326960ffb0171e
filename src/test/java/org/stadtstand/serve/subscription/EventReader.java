package org.stadtstand.serve.subscription;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens as the standard for Server-Sent Events says, on a connection of its own. */
public final class EventReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;

  /** An event, with the id that a browser would send when it connects again. */
  public record Event(String name, String id, JsonNode data) {}

  private EventReader(HttpRequest request) throws IOException, InterruptedException {
    this.response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  public static EventReader open(int port, String document, String... headers)
      throws IOException, InterruptedException {
    String query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql?query=" + query))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new EventReader(request.build());
  }

  static EventReader post(int port, String body, String accept)
      throws IOException, InterruptedException {
    return new EventReader(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  /** The rest of a body that is no stream. */
  JsonNode body() {
    return JSON.readTree(lines);
  }

  /** The next event; null at the end of the stream, however it came about. */
  public @Nullable Event next() {
    Event event = nextOrSign();
    while (event != null && event.name().isEmpty()) {
      event = nextOrSign();
    }
    return event;
  }

  /** The same, or a sign of life: an event without a name. */
  public @Nullable Event nextOrSign() {
    String name = "message";
    String id = "";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(":")) {
          return new Event("", "", JSON.nullNode());
        }
        if (line.isEmpty() && !name.equals("message")) {
          return new Event(name, id, JSON.readTree(data.isEmpty() ? "null" : data.toString()));
        }
        String value = line.substring(line.indexOf(':') + 1).stripLeading();
        switch (line.substring(0, Math.max(0, line.indexOf(':')))) {
          case "event" -> name = value;
          case "id" -> id = value;
          case "data" -> data.append(value);
          default -> {
            // How soon to connect again, or the end of that.
          }
        }
      }
    } catch (IOException broken) {
      return null;
    }
    return null;
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
