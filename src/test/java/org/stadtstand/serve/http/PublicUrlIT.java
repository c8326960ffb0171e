package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;

/** The host in bodies is the one that is set, whatever a caller or a proxy says. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedDay.class)
@DirtiesContext
class PublicUrlIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("ingest.packages", () -> "seed-data/duesseldorf");
    registry.add("link.public-url", () -> "https://stadt.example");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "py",
        "R",
        "sh",
        "html",
        "bib",
        "ris",
        "csl.json",
        "json",
        "csv?meta=columns",
        "jsonl?meta=columns",
        "csv-metadata.json"
      })
  void isTheOneThatIsSet(String suffix) {
    ReceivedResponse asked =
        ReceivedResponse.send(
            ReceivedResponse.request(port, "/q/ziele-2025@4." + suffix)
                .header("X-Forwarded-Host", "evil.example")
                .GET());
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.response().body())
        .contains("https://stadt.example/q/")
        .doesNotContain("evil.example", "localhost");
  }
}
