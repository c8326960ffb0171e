package org.stadtstand.record.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/** What must hold in each declaration of a table, and between them. */
class RecordTypesTests {

  private static final Set<Column.Kind> DATES =
      EnumSet.of(Column.Kind.DATE, Column.Kind.PARTIAL_DATE);

  private static final RecordTypes ALL = new RecordTypes(ScannedRooms.all());

  static Iterable<RecordType> types() {
    return ALL.all();
  }

  @Test
  void theNumbersThatRecordsAreStoredWithNeverChange() {
    assertThat(ALL.all())
        .extracting(type -> type.number() + " " + type.table())
        .containsExactlyElementsOf(
            List.of(
                "1 municipality",
                "2 coverage",
                "10 source",
                "11 identifier",
                "12 claim",
                "13 correction",
                "20 org_unit",
                "21 decision",
                "22 responsibility_change",
                "30 focus_area",
                "31 guideline",
                "32 target",
                "33 observation",
                "34 target_revision",
                "35 target_step",
                "40 public_service",
                "41 service_selection",
                "42 selection_member",
                "43 service_assessment",
                "44 service_usage",
                "50 project",
                "51 project_target",
                "52 project_service",
                "53 project_status_change",
                "54 schedule_revision",
                "55 priority_rating",
                "56 cost_observation",
                "57 milestone",
                "58 project_relation"));
  }

  @Test
  void aReferenceNamesATableThatExists() {
    assertThat(ALL.all())
        .flatExtracting(RecordType::columns)
        .extracting(Column::references)
        .filteredOn(Objects::nonNull)
        .isNotEmpty()
        .allSatisfy(table -> assertThat(ALL.find(table)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("types")
  void anEventEndsWithItsSubjectAndHasADay(RecordType type) {
    if (type.subject() != null && type.effective() != null) {
      assertThat(type.column(type.subject()).orElseThrow().owner()).isTrue();
      assertThat(type.column(type.subject()).orElseThrow().required()).isTrue();
      assertThat(type.column(type.effective()).orElseThrow().required()).isTrue();
    }
  }

  @Test
  void whatMakesUpAKeyIsRequired() {
    assertThat(ALL.all())
        .flatExtracting(
            type -> type.linkKey().stream().map(name -> type.column(name).orElseThrow()).toList())
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.required()).as(column.name()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTableWithEnglishTextsSaysHowTheyCameAbout(RecordType type) {
    boolean english = type.columns().stream().anyMatch(column -> column.name().endsWith("_en"));
    assertThat(type.column("translation").isPresent()).isEqualTo(english);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everythingHasItsWordsInBothLanguages(RecordType type) {
    assertThat(type.told().label().en()).as(type.table()).isNotNull();
    assertThat(type.columns())
        .isNotEmpty()
        .allSatisfy(
            column ->
                assertThat(column.meaning().label().en())
                    .as(type.table() + "." + column.name())
                    .isNotNull());
  }

  @Test
  void everyChoiceHasItsWordsInBothLanguages() {
    assertThat(ALL.all())
        .flatExtracting(RecordType::columns)
        .flatExtracting(column -> column.meaning().values().values())
        .isNotEmpty()
        .allSatisfy(
            value -> {
              assertThat(value.label().en()).isNotNull();
              assertThat(value.phrase().en()).isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSentenceNamesColumnsThatExist(RecordType type) {
    Text sentence = type.told().sentence();
    if (sentence != null) {
      assertThat(List.of(sentence.de(), sentence.in(Language.EN)))
          .flatExtracting(
              text ->
                  Pattern.compile("\\{(\\w+)(?::(from|to|when|starting))?}")
                      .matcher(text)
                      .results()
                      .toList())
          .isNotEmpty()
          .allSatisfy(
              place -> {
                Column column = type.column(place.group(1)).orElseThrow();
                assertThat(place.group(2) == null || DATES.contains(column.kind())).isTrue();
              });
      assertThat(sentence.de() + sentence.in(Language.EN))
          .doesNotContainPattern("\\{\\w+:(?!from}|to}|when}|starting})");
    }
  }

  @Test
  void aRowRuleNamesATableThatExists() {
    assertThat(ScannedRooms.all())
        .flatExtracting(Room::rowRules)
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(ALL.find(rule.table())).isPresent());
  }
}
