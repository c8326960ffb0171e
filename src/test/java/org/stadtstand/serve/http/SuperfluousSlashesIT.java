package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** An address with a slash too many leads to the one without, and never to another server. */
@ServerTest
class SuperfluousSlashesIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "/duesseldorf/, /duesseldorf",
    "/en/duesseldorf/ziele/?am=2025-07-07, /en/duesseldorf/ziele?am=2025-07-07",
    "/q/ziele-2025/, /q/ziele-2025",
    "/q/ziele-2025.csv//?labels=de, /q/ziele-2025.csv?labels=de",
    "/q//ziele-2025@4, /q/ziele-2025@4",
    "/data/musterstadt/project.csv/, /data/musterstadt/project.csv",
    "/docs/api/, /docs/api",
    "/catalog.ttl/, /catalog.ttl",
    "//duesseldorf///ziele, /duesseldorf/ziele",
    "//example.com/, /example.com",
    "//, /",
    "/%C3%A4/, /%C3%A4"
  })
  void leadsToTheAddressWithout(String asked, String plain) {
    String head = "GET " + asked + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(Wire.send(port, head).text())
        .startsWith("HTTP/1.1 308")
        .contains("Location: " + plain + "\r\n");
  }
}
