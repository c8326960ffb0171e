package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;

/** Without an address that is set, what a caller calls the server reaches that caller alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedDay.class)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InventedHostsIT {

  /** What names the host. */
  private static final Set<String> LINKED =
      Set.of(
          "html", "py", "R", "sh", "csv?meta=columns", "jsonl?meta=columns", "csv-metadata.json");

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("ingest.packages", () -> "seed-data/duesseldorf");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  @Order(1)
  void areNotKeptAndDisplaceNoOther(CapturedOutput output) {
    assertThat(output.getAll()).doesNotContain("link.public-url");
    for (String suffix : LINKED) {
      ReceivedResponse first = ask(suffix, "stadt.example");
      assertThat(first.response().body()).contains("http://stadt.example");
      assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=86400, immutable");
      Set<String> tags =
          IntStream.range(0, 40)
              .mapToObj(each -> ask(suffix, "h" + each + ".example"))
              .map(asked -> asked.header("ETag"))
              .collect(Collectors.toSet());
      assertThat(tags)
          .as("the first few hosts have tags of their own")
          .hasSizeBetween(2, 4)
          .contains("");
      ReceivedResponse invented = ask(suffix, "h39.example");
      assertThat(invented.response().body()).contains("h39.example").doesNotContain("stadt.");
      assertThat(invented.header("Cache-Control")).isEqualTo("no-store");
      assertThat(ask(suffix, "stadt.example").header("Cache-Status")).contains("; hit;");
    }
    assertThat(output.getAll()).containsOnlyOnce("link.public-url is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "jsonl"})
  void leaveAnswersWithoutThemToAll(String suffix) {
    assertThat(ask(suffix, "stadt.example").header("Cache-Control"))
        .isEqualTo("public, max-age=86400, immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b.example", "a'.example", "<b>.example", "a.example/?x=1", "a b"})
  void cannotEndATextInPagesOrCode(String host) {
    assertThat(ask("py", host).response().body()).doesNotContain(host);
    assertThat(ask("html", host).response().body()).doesNotContain(host);
  }

  private ReceivedResponse ask(String suffix, String host) {
    return ReceivedResponse.send(
        ReceivedResponse.request(port, "/q/ziele-2025@4." + suffix)
            .header("X-Forwarded-Host", host)
            .GET());
  }
}
