package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** The schema is served as a document, and every answer carries the security headers. */
@ServerTest
class SchemaDocumentIT {

  @LocalServerPort private int port;

  @Test
  void theSchemaIsReadableAndDescribed() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/schema.graphqls");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=UTF-8"));
    assertThat(new SchemaParser().parse(answer.body()).getTypeOrNull("Target")).isNotNull();
    assertThat(answer.body()).contains("What became of it on the day", "type TargetConnection");
  }

  /** Renew it with {@code mvn verify -Dit.test=SchemaDocumentIT -Dschema.write=true}. */
  @Test
  void theCommittedSchemaIsTheServedOne() throws IOException, InterruptedException {
    Path committed = Path.of("src/docs/schema.graphql");
    String served = get("/schema.graphqls").body();
    if (System.getProperty("schema.write") != null) {
      Files.writeString(committed, served);
    }
    assertThat(Files.readString(committed)).isEqualTo(served);
    assertThat(get("/schema.graphql").body()).isEqualTo(served);
  }

  @Test
  void whoHasItAlreadyIsSentNothing() throws IOException, InterruptedException {
    String etag = get("/schema.graphqls").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/schema.graphqls", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void everyAnswerForbidsWhatNoPageDoes() throws IOException, InterruptedException {
    for (String path : new String[] {"/", "/graphiql", "/docs", "/stadtstand.css", "/nowhere"}) {
      HttpResponse<String> answer = get(path, "Accept", "text/html");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'self'", "frame-ancestors 'none'")
                      .doesNotContain("unsafe"));
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
      assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
    }
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
