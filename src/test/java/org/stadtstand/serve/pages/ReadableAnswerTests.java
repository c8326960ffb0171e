package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;

/** Dates and numbers of an answer are written as German readers expect. */
class ReadableAnswerTests {

  private static final ReadableAnswer GERMAN = new ReadableAnswer(Language.DE);

  @Test
  void daysAreWrittenInGerman() {
    assertThat(GERMAN.of(Map.of("from", "2024-01-01"))).containsEntry("from", "01.01.2024");
  }

  @Test
  void numbersAreGermanAtEveryLevel() {
    Map<String, Object> answer =
        Map.of("nodes", List.of(Map.of("value", new BigDecimal("26.9")), Map.of("count", 124348)));
    assertThat(GERMAN.of(answer))
        .containsEntry("nodes", List.of(Map.of("value", "26,9"), Map.of("count", "124.348")));
  }

  @Test
  void whatIsNotKnownStaysNull() {
    Map<String, Object> answer = new HashMap<>();
    answer.put("gap", null);
    answer.put("complete", false);
    assertThat(GERMAN.of(answer))
        .containsEntry("gap", null)
        .containsEntry("complete", false)
        .containsEntry("completeLabel", "nein");
  }

  @Test
  void whatTemplatesMustTellApartStandsBesideIt() {
    assertThat(GERMAN.of(Map.of("from", "2024-01-01", "kind", "WITHDRAWN")))
        .containsEntry("fromIso", "2024-01-01")
        .containsEntry("kind_WITHDRAWN", true);
  }

  @Test
  void aMinusIsOneAndEnglishIsEnglish() {
    assertThat(new ReadableAnswer(Language.EN).of(Map.of("gap", -16.5, "on", "2024-01-01")))
        .containsEntry("gap", "−16.5")
        .containsEntry("on", "1 Jan 2024");
  }
}
