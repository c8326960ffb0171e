package org.stadtstand.serve.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;

/** Answers as people see them: tables, addresses and sentences. */
class AnswerTableTests {

  @Test
  void constantsGiveWayToTheirWordsAndNumbersStandOnTheRight() {
    AnswerTable table =
        AnswerTable.ofFile(
            List.of("key", "outcome", "outcome (in Worten)", "gap: value", "leikaKey"),
            List.of(
                List.of("inf-1", "MISSED", "Verfehlt", "-16.5", "99115005104000"),
                List.of("inf-2", "REACHED", "Erreicht", "", "05111000")),
            Language.DE);
    assertThat(table.heads())
        .extracting(AnswerTable.Head::words)
        .containsExactly("key", "outcome", "gap: value", "leikaKey");
    assertThat(table.heads())
        .extracting(AnswerTable.Head::right)
        .containsExactly(false, false, true, false);
    assertThat(texts(table.lines().getFirst()))
        .containsExactly("inf-1", "Verfehlt", "−16,5", "99115005104000");
  }

  @Test
  void daysAreWrittenOutAndWhatOnlyLooksLikeOneStays() {
    List<String> row = List.of("2026-01-31", "2026-13-31", "2026-01-31/2026-02-01", "2025");
    for (Language language : Language.values()) {
      AnswerTable table = AnswerTable.ofFile(List.of("a", "b", "c", "d"), List.of(row), language);
      assertThat(texts(table.lines().getFirst()))
          .containsExactly(
              language.pick("31. Januar 2026", "31 January 2026"),
              "2026-13-31",
              "2026-01-31/2026-02-01",
              "2025");
    }
  }

  @Test
  void severalListsAreSeveralTables() {
    Map<String, Object> row = new HashMap<>();
    row.put("key", "a");
    row.put("note", null);
    row.put("claims", Map.of("nodes", List.of(Map.of("value", 3), Map.of("value", 4))));
    List<AnswerTable> tables =
        AnswerLists.of(Map.of("x", Map.of("totalCount", 1, "nodes", List.of(row))), Language.EN);
    assertThat(tables).hasSize(2);
    assertThat(texts(tables.getFirst().lines().getFirst())).containsExactly("x › totalCount", "1");
    assertThat(tables.getLast().name()).isEqualTo("x");
    assertThat(texts(tables.getLast().lines().getFirst())).contains("a", "3; 4", "");
    assertThat(AnswerLists.of(Map.of("x", List.of()), Language.DE).getFirst().lines()).isEmpty();
  }

  @Test
  void anAddressInATextCanBeFollowedWithoutWhatEndsTheSentence() {
    assertThat(LinkedText.of("Blatt (https://a.example/x?p=1), https://b.example/. Ende"))
        .extracting(LinkedText.Piece::link)
        .containsExactly("", "https://a.example/x?p=1", "", "https://b.example/", "");
    assertThat(LinkedText.of("")).isEmpty();
    assertThat(LinkedText.of("javascript:alert(1)"))
        .extracting(LinkedText.Piece::link)
        .containsExactly("");
  }

  @Test
  void sentencesAreFoundWithTheirProof() {
    Map<String, Object> target =
        Map.of("sentence", "So ist es.", "sentenceCitation", "Blatt, 2025.");
    List<AnswerSentences.Quotable> found =
        AnswerSentences.of(Map.of("targets", Map.of("nodes", List.of(target, target))));
    assertThat(found).extracting(AnswerSentences.Quotable::text).containsExactly("So ist es.");
    assertThat(found.getFirst().proof()).isEqualTo(LinkedText.of("Blatt, 2025."));
    assertThat(AnswerSentences.of(Map.of("sentence", 3))).isEmpty();
  }

  private static List<String> texts(AnswerTable.Line line) {
    return Stream.concat(Stream.of(line.first()), line.rest().stream())
        .map(cell -> String.join("", cell.pieces().stream().map(LinkedText.Piece::text).toList()))
        .toList();
  }
}
