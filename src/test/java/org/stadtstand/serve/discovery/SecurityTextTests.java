package org.stadtstand.serve.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The text names a contact, and a day less than a year ahead. */
class SecurityTextTests {

  @Test
  void namesContactAndItsEnd() {
    assertThat(
            SecurityText.written(
                "mailto:sicherheit@example.org",
                "https://stadtstand.example/.well-known/security.txt",
                LocalDate.of(2026, 8, 31)))
        .isEqualTo(
            """
            Contact: mailto:sicherheit@example.org
            Expires: 2027-02-01T00:00:00Z
            Preferred-Languages: de, en
            Canonical: https://stadtstand.example/.well-known/security.txt
            """);
  }
}
