package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suggestion is made only where it helps. */
class NearestTests {

  private final Nearest names =
      new Nearest(List.of("EUR", "COMPLETED", "IN_PROGRESS", "ON_HOLD", "summary_de"));

  NearestTests() {
    names.called("COMPLETED", "Abgeschlossen");
    names.called("IN_PROGRESS", "In Umsetzung");
    names.called("summary_de", "Zusammenfassung");
  }

  @ParameterizedTest
  @CsvSource({
    "EURO,EUR",
    "eur,EUR",
    "COMPLETE,COMPLETED",
    "abgeschlossen,COMPLETED",
    "Abgeschlosen,COMPLETED",
    "in umsetzung,IN_PROGRESS",
    "INPROGRESS,IN_PROGRESS",
    "Zusamenfassung,summary_de",
    "ON_HODL,ON_HOLD"
  })
  void findsWhatIsNear(String word, String name) {
    assertThat(names.to(word)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"USD", "CHF", "DONE", "x", "Ganz etwas anderes"})
  void suggestsNothingElse(String word) {
    assertThat(names.to(word)).isEmpty();
    assertThat(names.hint(word).de())
        .isEqualTo("Erlaubt: EUR, COMPLETED, IN_PROGRESS, ON_HOLD, summary_de.");
  }

  /** Callers choose the word, and a question that is refused is charged next to nothing. */
  @Test
  void wordsWithoutEndAreNotCompared() {
    Nearest many = new Nearest(IntStream.range(0, 1_000).mapToObj("Name%d"::formatted).toList());
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertThat(many.to("x".repeat(50_000))).isEmpty());
  }
}
