package org.stadtstand.serve.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.record.time.Basis;

/** A moment is written as every program reads it, also in the first nine days of a month. */
class ValidatorsTests {

  private static final Basis BASIS =
      new Basis(Set.of(), true, Map.of(), false, LocalDate.of(2026, 12, 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-01T08:05:09.5Z | Tue, 01 Dec 2026 08:05:09 GMT
          2026-11-30T23:00:00Z   | Mon, 30 Nov 2026 23:00:00 GMT
          """)
  void aDayHasTwoDigits(Instant changed, String written) {
    assertThat(Validators.of("text/plain", new byte[0], BASIS, changed).lastModified())
        .isEqualTo(written);
  }
}
