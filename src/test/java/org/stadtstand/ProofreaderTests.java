package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of all texts finds what is wrong, and lets pass what is right. */
class ProofreaderTests {

  private static final String HOST = "https://stadt.example";

  private final Proofreader reader =
      new Proofreader(
          Set.of(LocalDate.of(2025, 12, 3)),
          Set.of(LocalDate.of(2026, 1, 31), LocalDate.of(2024, 4, 30), LocalDate.of(2020, 1, 1)),
          List.of("Die Liste umfasste zunächst 130 Projekte."));

  @Test
  void aLabelInAPhraseIsAFault() {
    Proofreader reader = new Proofreader(Set.of(), Set.of(), List.of());
    assertThat(reader.faults("34 Prozent (Geschätzt, laut MICUS)")).hasSize(1);
    assertThat(reader.faults("voraussichtlich Geschätzt")).hasSize(1);
    assertThat(reader.faults("34 Prozent (geschätzt, laut MICUS). Geschätzt")).isEmpty();
    assertThat(reader.faults("Geschätzt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gesagt am 31. Januar 2026",
        "said on 31 January 2026",
        "31.01.2026",
        "Stand: 31 Jan 2026",
        "30 Apr 2024",
        "2024-04-30",
        "seit dem 30. April 2024 (Quelle)",
        "am 4. Dezember 2025",
        "„Die Liste umfasste zunächst 130 Projekte.“",
        "Stadt: “Die Liste umfasste zunächst 130 Projekte.”",
        "sie sagte: \"Die Liste umfasste zunächst 130 Projekte.\"",
        "„Ziel“ und „so war es: Die Liste umfasste zunächst 130 Projekte.“",
        "«Die Liste umfasste zunächst 130 Projekte.»"
      })
  void strikesOut(String text) {
    assertThat(reader.faults(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gesagt am 3. Dezember 2025",
        "3 December 2025, 3 Dec 2025, 03.12.2025, 2025-12-03",
        "April 2024, 2024, 1. Quartal 2025, Herbst 2025",
        "spätestens am 31. Januar 2026",
        "spätestens 31. Januar 2026",
        "on or before 31 January 2026",
        "31 January 2026 at the latest",
        "../2026-01-31",
        "2020-01-01/2026-01-31",
        "zwischen dem 1. Januar 2020 und dem 31. Januar 2026",
        "between 1 January 2020 and 31 January 2026",
        "published 2026-02-01T12:00:00+01:00",
        "https://stadt.example/q/ziele-2025@4_2026-02-01.csv",
        "demo-ziel-60-2021-12-31",
        "sinngemäß: Die Liste umfasste zunächst 130 Projekte.",
        "„Ziel“: sinngemäß: Die Liste umfasste zunächst 130 Projekte.",
        "“Target”: paraphrased: Die Liste umfasste zunächst 130 Projekte."
      })
  void letsPass(String text) {
    assertThat(reader.faultsOfFile(HOST, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Meilenstein „Personalrat beteiligt“: erledigt am neu angegeben: April 2022.",
        "Coverage (projects): complete changed from no to yes.",
        "Projekt „Glasfaser“: geplantes Ende verschoben von 4. Quartal 2025 auf 2026.",
        "Projekt „Glasfaser“: geplantes Ende verschoben von 2025 auf 2. Quartal 2026.",
        "Status geändert von „Idee“ auf „Geplant“ – ohne Erläuterung geändert.",
        "“Target”: superseded, superseded by “Other target”."
      })
  void strikesOutWhatNobodyWrites(String text) {
    assertThat(reader.faults(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/ziele-2025@4_2026-01-31",
        "Link;/q/~eJw1_-",
        "<a href=\"/q/~eJw1\">",
        "=\"/q/abc\"",
        "http://localhost:8080/q/ziele-2025",
        "https://stadt.example.org/q/~eJw1"
      })
  void strikesOutALinkThatNobodyCanOpen(String text) {
    assertThat(reader.faultsOfFile(HOST, text)).isNotEmpty();
    assertThat(reader.faults(text)).isEmpty();
  }
}
