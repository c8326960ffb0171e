package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/**
 * Whatever answers repeat of their address, it fits into their header fields, or the address is
 * refused.
 */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class LongAddressesIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/ziele-2025@musterstadt.4?x=",
        "/q/ziele-2025.csv?labels=",
        "/zeit/ziele-2025?x=",
        "/zeit/ziele-2025.csv?x=",
        "/duesseldorf/ziele?x=",
        "/duesseldorf/ziele/?x=",
        "/05111000?x=",
        "/data/musterstadt/project.csv/?x=",
        "/catalog.ttl?x=",
        "/graphql/?query=",
        "/graphiql?query=",
        "/",
        "//"
      })
  void refusesWhatIsTooLong(String address, CapturedOutput output) {
    for (int length : new int[] {2_001, 3_000, 9_000, 15_000}) {
      assertThat(asked(padded(address, length)))
          .as("%d characters", length)
          .startsWith("HTTP/1.1 414")
          .contains("\"ADDRESS_TOO_LONG\"", "Cache-Control: no-store");
    }
    assertThat(output).doesNotContain("HeadersTooLargeException");
  }

  /** Of those that repeat their address, all that are not refused. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/ziele-2025@musterstadt.4?x=",
        "/zeit/ziele-2025?x=",
        "/duesseldorf/ziele/?x=",
        "//05111000?x="
      })
  void answersWhatIsNot(String address) {
    assertThat(asked(padded(address, 2_000))).containsPattern("^HTTP/1.1 [234](?!14)");
  }

  @Test
  void aQuestionMayBeLonger() {
    String head = "/graphql?query=%7B__typename%7D&extensions=%7B%22x%22%3A%22";
    assertThat(asked(padded(head, 15_000) + "%22%7D")).startsWith("HTTP/1.1 200");
  }

  @Test
  void noProbeIsLedOn(CapturedOutput output) {
    assertThat(asked(padded("/actuator//health?x=", 9_000))).startsWith("HTTP/1.1 404");
    assertThat(output).doesNotContain("HeadersTooLargeException");
  }

  private static String padded(String address, int length) {
    return address + "a".repeat(length - address.length());
  }

  private String asked(String address) {
    return Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .text();
  }
}
