package org.stadtstand.serve.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a change of an answer. */
class AnswerDifferenceTests {

  private static final AnswerPlace LIST =
      new AnswerPlace(List.of("targets"), List.of("Query"), List.of("targets"));

  private static AnswerContent rows(AnswerRow... rows) {
    return new AnswerContent(Map.of(), Map.of(LIST, List.of(rows)));
  }

  private static AnswerRow row(String name, String content) {
    return new AnswerRow(name, name, content);
  }

  private static AnswerDifference.Rows between(AnswerContent before, AnswerContent since) {
    AnswerDifference difference = AnswerDifference.between(before, since);
    assertThat(difference.isEmpty()).isFalse();
    return difference.lists().values().iterator().next();
  }

  @Test
  void tellsWhatCameWentAndChanged() {
    AnswerDifference.Rows rows =
        between(rows(row("a", "1"), row("b", "1")), rows(row("b", "2"), row("c", "1")));
    assertThat(rows.added()).extracting(AnswerRow::name).containsExactly("c");
    assertThat(rows.changed()).extracting(AnswerRow::content).containsExactly("2");
    assertThat(rows.gone()).extracting(AnswerRow::name).containsExactly("a");
  }

  @Test
  void anotherOrderIsNoChange() {
    assertThat(
            AnswerDifference.between(
                    rows(row("a", "1"), row("b", "2")), rows(row("b", "2"), row("a", "1")))
                .isEmpty())
        .isTrue();
  }

  @Test
  void rowsOfOneNameAreCounted() {
    AnswerDifference.Rows rows = between(rows(row("a", "1")), rows(row("a", "1"), row("a", "1")));
    assertThat(rows.added()).hasSize(1);
    assertThat(rows.changed()).isEmpty();
  }

  @Test
  void valuesChangeAndListsComeFromNothing() {
    AnswerDifference difference =
        AnswerDifference.between(
            new AnswerContent(Map.of(LIST, "12"), Map.of()),
            new AnswerContent(Map.of(LIST, "14"), Map.of(LIST, List.of(row("a", "1")))));
    assertThat(difference.values())
        .containsExactly(Map.entry(LIST, new AnswerDifference.Values("12", "14")));
    assertThat(difference.lists())
        .hasEntrySatisfying(LIST, rows -> assertThat(rows.added()).hasSize(1));
    assertThat(AnswerDifference.between(AnswerContent.NONE, AnswerContent.NONE).isEmpty()).isTrue();
  }
}
