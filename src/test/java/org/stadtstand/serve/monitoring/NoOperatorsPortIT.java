package org.stadtstand.serve.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** Without a port for operators there are no metrics anywhere. */
@ServerTest
class NoOperatorsPortIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "/actuator/prometheus, 404",
    "/actuator/metrics, 404",
    "/actuator/health/releases, 200",
    "/actuator/health/disk, 200",
    "/readyz, 200",
    "/livez, 200"
  })
  void healthIsForEverybodyAndMetricsForNobody(String path, int status) throws Exception {
    URI address = URI.create("http://localhost:" + port + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(
              client
                  .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(status);
    }
  }
}
