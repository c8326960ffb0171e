package org.stadtstand.serve.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer is compressed for callers who accept that, and for nobody else. */
class ContentCodingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                          | GZIP",
        "gzip, deflate, br, zstd       | GZIP",
        "br;q=1.0, GZIP;q=0.8, *;q=0.1 | GZIP",
        "x-gzip                        | GZIP",
        "*                             | GZIP",
        "gzip, *;q=0                   | GZIP",
        "gzip, gzip;q=0.5              | GZIP",
        "gzip;q=0                      | IDENTITY",
        "gzip;q=0.0, *                 | IDENTITY",
        "br                            | IDENTITY",
        "identity                      | IDENTITY",
        "*;q=0                         | IDENTITY",
        "gzip;q=                       | IDENTITY",
        "gzip;q=much                   | IDENTITY",
        "gzip;quality=1                | IDENTITY",
        "''                            | IDENTITY",
        ",;,=                          | IDENTITY"
      })
  void isWhatTheCallerAccepts(String header, ContentCoding coding) {
    assertThat(ContentCoding.accepted(header)).isEqualTo(coding);
  }

  @Test
  void whoSaysNothingGetsItPlain() {
    assertThat(ContentCoding.accepted(null)).isEqualTo(ContentCoding.IDENTITY);
  }

  @Test
  void whatWasCodedCanBeRead() throws IOException {
    byte[] bytes = "Düsseldorf".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] coded = ContentCoding.GZIP.encode(bytes);
    assertThat(coded).hasSizeLessThan(bytes.length / 10);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }
}
