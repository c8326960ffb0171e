package org.stadtstand.serve.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a test's server over HTTP. */
public record Web(int port) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  public HttpResponse<String> head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()));
  }

  /** Asks as a browser does. */
  public HttpResponse<String> visit(String path) {
    return get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  public HttpResponse<String> store(String document) {
    return post(JSON.writeValueAsString(Map.of("query", document)));
  }

  HttpResponse<String> post(String body) {
    return post(body, "application/json");
  }

  HttpResponse<String> post(String body, String type) {
    return send(request("/q").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  public String address() {
    return "http://localhost:" + port;
  }

  /** The address that carries a question. */
  public static String carried(String document) {
    return "/q/" + CompressedText.write(CanonicalQuestion.of(Question.now(document)).content());
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  public static String code(HttpResponse<String> refused) {
    return json(refused).at("/errors/0/extensions/code").asString("none: " + refused.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
