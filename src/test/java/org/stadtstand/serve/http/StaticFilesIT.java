package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** A browser revalidates its files, and must notice what a new version of the server changed. */
@ServerTest
class StaticFilesIT {

  @LocalServerPort private int port;

  @Test
  void everyFileOfThePagesIsKnownByItsBytesAndByNoTime() throws IOException, InterruptedException {
    Set<String> etags = new HashSet<>();
    List<String> files = files();
    for (String file : files) {
      HttpResponse<String> answer = get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Last-Modified")).as(file).isEmpty();
      String etag = answer.headers().firstValue("ETag").orElseThrow();
      etags.add(etag);
      assertThat(get(file, "If-None-Match", etag).statusCode()).as(file).isEqualTo(304);
    }
    assertThat(files).isNotEmpty();
    assertThat(etags).hasSameSizeAs(files);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/static"))) {
      return files.map(file -> "/" + file.getFileName()).toList();
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
