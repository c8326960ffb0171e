package org.stadtstand.serve.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.request.Question;

/** How an answer is taken apart for people: into questions, tables, sentences and links. */
class AnswerPartsTests {

  @Test
  void eachFieldIsAskedWithWhatItNeedsAndNoMore() {
    String document =
        """
        query Two($k: String!, $n: Int) {
          one: target(key: $k) { ...Name }
          targets(first: $n) { nodes { key } }
        }
        fragment Name on Target { key ...Words }
        fragment Words on Target { wording }
        """;
    Question question = new Question(document, null, Map.of("k", "inf-1", "n", 3), null);
    Map<String, Question> parts = AnswerParts.of(question);
    assertThat(parts.keySet()).containsExactly("one", "targets");
    Question one = Objects.requireNonNull(parts.get("one"));
    assertThat(one.document())
        .contains("one: target", "fragment Name", "fragment Words", "$k")
        .doesNotContain("targets", "$n");
    assertThat(one.variables()).isEqualTo(Map.of("k", "inf-1"));
    assertThat(Objects.requireNonNull(parts.get("targets")).document())
        .doesNotContain("fragment", "$k");
    assertThat(AnswerParts.of(Question.now("{ ...Root } fragment Root on Query { __typename }")))
        .isEmpty();
  }

  @Test
  void constantsGiveWayToTheirWordsAndNumbersStandOnTheRight() {
    String csv =
        """
        key,outcome,outcome (in Worten),gap: value,leikaKey,In einem Satz,truncated
        inf-1,MISSED,Verfehlt,-16.5,99115005104000,Quoted above.,
        inf-2,REACHED,Erreicht,,05111000,Quoted above.,
        """;
    AnswerTable table =
        AnswerTable.ofCsv(csv.getBytes(StandardCharsets.UTF_8), "In einem Satz", Language.DE);
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
