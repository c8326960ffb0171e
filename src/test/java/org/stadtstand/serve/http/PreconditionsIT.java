package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** What is read in parts is of one state, and a field in several lines is one field. */
@ServerTest
class PreconditionsIT {

  private static final String FILE = "/data/musterstadt/project@9.csv";
  private static final String QUESTION = "/graphql?query={targets{nodes{key,sentence}}}";
  private static final String LINK = "/q/ziele-2025.json";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {FILE, QUESTION, LINK, "/duesseldorf", "/feed/releases.atom"})
  void anotherStateIsNotSent(String address) {
    ReceivedResponse now = asked(address);
    String etag = now.header("ETag");
    String changed = now.header("Last-Modified");
    for (List<String> wrong :
        List.of(
            List.of("If-Match", "\"another\""),
            List.of("If-Match", "W/" + etag),
            List.of("If-Match", "\"another\"", "Range", "bytes=0-3"),
            List.of("If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"))) {
      ReceivedResponse refused = asked(address, wrong.toArray(String[]::new));
      assertThat(refused.status()).as(wrong.toString()).isEqualTo(412);
      assertThat(refused.code()).isEqualTo("PRECONDITION_FAILED");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.header("ETag")).isEmpty();
    }
    for (List<String> right :
        List.of(
            List.of("If-Match", "*"),
            List.of("If-Match", "\"another\", " + etag),
            List.of("If-Match", etag, "If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"),
            List.of("If-Unmodified-Since", changed),
            List.of("If-Unmodified-Since", "yesterday"))) {
      assertThat(asked(address, right.toArray(String[]::new)).status())
          .as(right.toString())
          .isEqualTo(200);
    }
  }

  @Test
  void aPartThatDoesNotExistOfWhatIsKnownIsNotAskedFor() {
    String etag = asked(FILE).header("ETag");
    assertThat(asked(FILE, "Range", "bytes=999999999-").status()).isEqualTo(416);
    assertThat(asked(FILE, "Range", "bytes=999999999-", "If-None-Match", etag).status())
        .isEqualTo(304);
    assertThat(asked(FILE, "Range", "bytes=0-3", "If-Match", etag).status()).isEqualTo(206);
  }

  @Test
  void linesOfOneFieldAreOneField() {
    String etag = asked(FILE).header("ETag");
    assertThat(asked(FILE, "If-None-Match", "\"another\"", "If-None-Match", etag).status())
        .isEqualTo(304);
    assertThat(asked(FILE, "Accept", "text/html", "Accept", "text/csv").status()).isEqualTo(200);
    assertThat(asked(QUESTION, "Accept", "image/png", "Accept", "text/csv").header("Content-Type"))
        .startsWith("text/csv");
    assertThat(
            asked(FILE, "Accept-Encoding", "br", "Accept-Encoding", "gzip")
                .header("Content-Encoding"))
        .isEqualTo("gzip");
    assertThat(
            asked(QUESTION, "Prefer", "wait=5", "Prefer", "explain").header("Preference-Applied"))
        .isEqualTo("explain");
  }

  @ParameterizedTest
  @CsvSource({
    "/05111000/ziele?am=2025-07-07, /duesseldorf/ziele?am=2025-07-07",
    "/en/05111000/projekte?status=PILOT&text=a%20b,"
        + " /en/duesseldorf/projekte?status=PILOT&text=a%20b",
    "/duesseldorf/vergleich/4-3?am=2026-01-31, /duesseldorf/vergleich/3-4?am=2026-01-31"
  })
  void theDayIsKeptOnTheWayToAnAddress(String from, String to) {
    ReceivedResponse moved = asked(from);
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.header("Location")).endsWith(to);
  }

  private ReceivedResponse asked(String address, String... fields) {
    var request =
        ReceivedResponse.request(port, address.replace("{", "%7B").replace("}", "%7D")).GET();
    for (int i = 0; i < fields.length; i += 2) {
      request.header(fields[i], fields[i + 1]);
    }
    return ReceivedResponse.send(request);
  }
}
