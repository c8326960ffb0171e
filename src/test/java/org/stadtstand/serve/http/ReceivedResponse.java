package org.stadtstand.serve.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request to the endpoint of a running server, and its response. */
record ReceivedResponse(HttpResponse<String> response) {

  static final String JSON = "application/json";
  static final String GRAPHQL = "application/graphql-response+json";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper READER = JsonMapper.builder().build();

  static ReceivedResponse post(int port, String body, String... headers) {
    return with(port, "POST", body, headers);
  }

  static ReceivedResponse query(int port, String document, String accept) {
    return post(port, body(document), "Content-Type", JSON, "Accept", accept);
  }

  static ReceivedResponse get(int port, String query, String... headers) {
    return send(request(port, "/graphql" + query).headers(orSome(headers)).GET());
  }

  static ReceivedResponse with(int port, String method, @Nullable String body, String... headers) {
    return send(
        request(port, "/graphql")
            .headers(orSome(headers))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  static String body(String document) {
    return JsonMapper.builder().build().writeValueAsString(java.util.Map.of("query", document));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    return READER.readTree(response.body());
  }

  String code() {
    return json().at("/errors/0/extensions/code").asString();
  }

  static ReceivedResponse send(HttpRequest.Builder request) {
    try {
      return new ReceivedResponse(
          CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  // The client does not accept an empty list.
  private static String[] orSome(String... headers) {
    return headers.length == 0 ? new String[] {"X-Test", "yes"} : headers;
  }
}
