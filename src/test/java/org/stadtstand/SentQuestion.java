package org.stadtstand;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A question sent to the server, and the bytes that came back. */
record SentQuestion(String body) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATA = "{\"data\":";
  private static final String EXTENSIONS = ",\"extensions\":";

  static SentQuestion of(int port, String document) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
            .build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 || !response.body().startsWith(DATA)) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return new SentQuestion(response.body());
  }

  /** The bytes of the data, which must never change for a pinned question. */
  String data() {
    return body.substring(DATA.length(), body.lastIndexOf(EXTENSIONS));
  }

  /** The whole answer except its address, which can be written in more than one way. */
  String answer() {
    return body.replaceAll(",\"permanentLink\":\"[^\"]*\"", "");
  }
}
