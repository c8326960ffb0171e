package org.stadtstand.serve.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question asked over HTTP, and the bytes of its response. */
record Answered(HttpResponse<byte[]> response) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answered get(int port, String document, String... headers) {
    return from("localhost", port, document, headers);
  }

  /** Uses another of this machine's addresses, so that the request comes from there. */
  static Answered from(String host, int port, String document, String... headers) {
    String query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    return send(request(host, port, "?query=" + query, headers).GET());
  }

  static Answered post(int port, String document, String... headers) {
    return body(port, "POST", document, Map.of(), headers);
  }

  static Answered body(
      int port, String method, String document, Map<String, ?> variables, String... headers) {
    String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    return send(
        request("localhost", port, "", headers)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** Asks the server to store a question, which it does not do without answering it. */
  static Answered store(int port, String document) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document)))));
  }

  private static HttpRequest.Builder request(
      String host, int port, String query, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/graphql" + query));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answered send(HttpRequest.Builder request) {
    try {
      return new Answered(
          CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  String field(String name) {
    return String.join(" / ", response.headers().allValues(name));
  }

  byte[] bytes() {
    return response.body();
  }

  JsonNode json() {
    return JSON.readTree(bytes());
  }

  boolean hit() {
    return field("Cache-Status").startsWith("stadtstand; hit");
  }
}
