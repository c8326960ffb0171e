package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.graph.execution.AnswerMemory;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import tools.jackson.databind.JsonNode;

/** No answer takes more of the heap than it may, nor do all together. */
@ServerTest
class AnswerMemoryIT {

  private static final long PLENTY = 1_000_000_000;

  @Autowired private Questions questions;

  private final AtomicLong all = new AtomicLong();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ projects(municipality: \"musterstadt\", first: 200) { nodes { key title status history {"
            + " nodes { key citation } } } } }",
        "{ projects(municipality: \"musterstadt\", first: 200) { nodes { key sources { title url"
            + " municipality { name } } history { nodes { key sources { title } } } } } }",
        "{ a: projects(municipality: \"musterstadt\", first: 200) { nodes { key title summary } }"
            + " b: services(municipality: \"musterstadt\", first: 200) { nodes { key title history"
            + " { nodes { key } } identifiers { scheme value } } } }",
        "{ projects(municipality: \"musterstadt\", first: 100) { nodes { a: citation b: citation"
            + " focusArea { citation projects { nodes { citation lead: leadUnit { citation } } } }"
            + " } } }"
      })
  void anAnswerThatGrowsTooLargeIsAbandoned(String document) {
    try (AnswerMemory memory = new AnswerMemory(70_000, PLENTY, all)) {
      assertThat(refused(memory, document)).isEqualTo(ErrorCode.TOO_EXPENSIVE);
      assertThat(all.get()).isLessThanOrEqualTo(131_072);
    }
    assertThat(all.get()).as("given back").isZero();
    try (AnswerMemory memory = new AnswerMemory(PLENTY, PLENTY, all)) {
      JsonNode answer = memory.current().call(() -> questions.ask(document));
      assertThat(answer.has("errors")).isFalse();
      assertThat(all.get()).isPositive();
    }
  }

  @Test
  void whatOthersHoldIsMissingToTheNext() {
    String document = "{ projects(municipality: \"musterstadt\", first: 100) { nodes { key } } }";
    try (AnswerMemory slow = new AnswerMemory(PLENTY, 200_000, all)) {
      slow.current().run(() -> AnswerMemory.take(190_000));
      try (AnswerMemory next = new AnswerMemory(PLENTY, 200_000, all)) {
        assertThat(refused(next, document)).isEqualTo(ErrorCode.OVERLOADED);
      }
      slow.current().run(() -> AnswerMemory.keep(10_000));
      try (AnswerMemory next = new AnswerMemory(PLENTY, 200_000, all)) {
        assertThat(next.current().call(() -> questions.ask(document)).has("errors")).isFalse();
      }
    }
    assertThat(all.get()).isZero();
  }

  private ErrorCode refused(AnswerMemory memory, String document) {
    try {
      JsonNode answer = memory.current().call(() -> questions.ask(document));
      throw new AssertionError("Not refused: " + answer);
    } catch (ApiError refusal) {
      return refusal.code();
    }
  }
}
