package org.stadtstand.record.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Text;

/** The rooms' checks on single rows, tested by the sentences the publisher reads. */
class RowRulesTests {

  private static final List<RowRule> ALL =
      ScannedRooms.all().stream().flatMap(room -> room.rowRules().stream()).toList();

  private static List<String> sentences(String table, Map<String, String> row) {
    return ALL.stream()
        .filter(rule -> rule.table().equals(table))
        .flatMap(rule -> rule.violation(row::get).stream())
        .map(Text::de)
        .toList();
  }

  @Test
  void aLeikaKeyHasFourteenDigits() {
    assertThat(sentences("identifier", Map.of("scheme", "LEIKA", "value", "99050012104000")))
        .isEmpty();
    assertThat(sentences("identifier", Map.of("scheme", "LEIKA", "value", "9905001210400")))
        .singleElement()
        .asString()
        .contains("14 Ziffern");
  }

  @Test
  void aLeikaKeyThatASpreadsheetMangledIsCalledSo() {
    for (String mangled : List.of("9,9E+13", "9.9E+13", "9,90500E+13", "9E13")) {
      assertThat(sentences("identifier", Map.of("scheme", "LEIKA", "value", mangled)))
          .singleElement()
          .asString()
          .contains(mangled, "Tabellenkalkulation");
    }
  }

  @Test
  void anotherSchemeMayHaveAnyValue() {
    assertThat(sentences("identifier", Map.of("scheme", "OZG", "value", "10000"))).isEmpty();
  }

  @Test
  void aProjectDoesNotEndBeforeItBegins() {
    assertThat(sentences("project", Map.of("planned_start", "2025", "planned_end", "2024-12")))
        .containsExactly("planned_end (2024-12) liegt vor planned_start (2025).");
    assertThat(sentences("project", Map.of("planned_start", "2025-06", "planned_end", "2025")))
        .isEmpty();
    assertThat(sentences("project", Map.of("planned_start", "2025"))).isEmpty();
  }

  @Test
  void aYearHasFourDigits() {
    assertThat(sentences("cost_observation", Map.of("year", "2026"))).isEmpty();
    assertThat(sentences("cost_observation", Map.of("year", "26.5"))).isEmpty();
    for (String wrong : List.of("26", "20266", "0", "-2026", "0026")) {
      assertThat(sentences("cost_observation", Map.of("year", wrong)))
          .containsExactly(wrong + " ist kein Jahr der Form 2025.");
    }
  }

  @Test
  void aDateThatCannotBeReadIsLeftToTheCheckOfItsColumn() {
    assertThat(sentences("project", Map.of("planned_start", "bald", "planned_end", "2024")))
        .isEmpty();
  }

  @Test
  void aMaturityLevelFitsItsModel() {
    assertThat(assessment("OZG_1_1", "4")).isEmpty();
    assertThat(assessment("OZG_2_0", "7")).isEmpty();
    assertThat(assessment("OZG_1_1", "5"))
        .containsExactly(
            "Den Reifegrad 5 gibt es in OZG_1_1 nicht: Das Modell reicht von 0 bis 4.");
    assertThat(sentences("service_assessment", Map.of("maturity_level", "3"))).hasSize(1);
  }

  private static List<String> assessment(String model, String level) {
    return sentences(
        "service_assessment", Map.of("maturity_model", model, "maturity_level", level));
  }

  @Test
  void anObservationWithoutValueIsExplained() {
    assertThat(sentences("observation", Map.of())).hasSize(1);
    assertThat(sentences("observation", Map.of("note", "nicht beziffert"))).isEmpty();
  }

  @Test
  void aRevisionNamesWhatIsNew() {
    assertThat(sentences("target_revision", Map.of("kind", "DUE_MOVED")))
        .containsExactly("Eine Änderung der Art DUE_MOVED braucht new_due_on.");
    assertThat(sentences("target_revision", Map.of("kind", "ABANDONED"))).isEmpty();
  }

  @Test
  void aScheduleRevisionMovesADate() {
    assertThat(sentences("schedule_revision", Map.of("old_on", "2025", "new_on", "2026")))
        .isEmpty();
    assertThat(sentences("schedule_revision", Map.of("old_on", "2025", "new_on", "2025")))
        .hasSize(1);
    assertThat(sentences("schedule_revision", Map.of())).hasSize(1);
  }

  @Test
  void aProjectIsNotRelatedToItself() {
    assertThat(sentences("project_relation", Map.of("project", "a", "other", "b"))).isEmpty();
    assertThat(sentences("project_relation", Map.of("project", "a", "other", "a"))).hasSize(1);
  }
}
