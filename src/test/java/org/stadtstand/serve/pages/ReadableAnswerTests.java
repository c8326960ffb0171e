package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dates and numbers of an answer are written as German readers expect. */
class ReadableAnswerTests {

  @Test
  void daysAreWrittenInGerman() {
    assertThat(ReadableAnswer.of(Map.of("from", "2024-01-01"))).containsEntry("from", "01.01.2024");
  }

  @Test
  void numbersAreGermanAtEveryLevel() {
    Map<String, Object> answer =
        Map.of("nodes", List.of(Map.of("value", new BigDecimal("26.9")), Map.of("count", 124348)));
    assertThat(ReadableAnswer.of(answer))
        .containsEntry("nodes", List.of(Map.of("value", "26,9"), Map.of("count", "124.348")));
  }

  @Test
  void whatIsNotKnownStaysNull() {
    Map<String, Object> answer = new HashMap<>();
    answer.put("gap", null);
    answer.put("complete", false);
    assertThat(ReadableAnswer.of(answer))
        .containsEntry("gap", null)
        .containsEntry("complete", "nein");
  }
}
