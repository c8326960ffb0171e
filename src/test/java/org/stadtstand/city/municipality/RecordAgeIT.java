package org.stadtstand.city.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** A record that nobody has renewed for long says so, and can be read as of its own last day. */
@ServerTest
class RecordAgeIT {

  private static final String OVERDUE = "filter: {overdueDays: {gt: 0}}";

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  @Test
  void anotherDayOfTheSameReleaseNeedsNoStatementToBeDescribed() {
    String document = "{ dataset(municipality: \"musterstadt\", on: \"%s\") { publisher } }";
    JsonNode first = questions.ask(document.formatted("2025-03-01"));
    statements.forget();
    JsonNode second = questions.ask(document.formatted("2025-03-02"));
    assertThat(statements.statements()).isEmpty();
    assertThat(first.at("/extensions/dataset/0/day").asString()).isEqualTo("2025-03-01");
    assertThat(second.at("/extensions/dataset/0/day").asString()).isEqualTo("2025-03-02");
    assertThat(second.at("/data")).isEqualTo(first.at("/data"));
  }

  @Test
  void coverageIsReadInTheStateOfItsDataset() {
    String document =
        "{ dataset(municipality: \"musterstadt\", on: \"%s\") { coverage { id listed } } }";
    JsonNode first = questions.data(document.formatted("2025-03-01"));
    JsonNode second = questions.data(document.formatted("2025-03-02"));
    assertThat(first.at("/dataset/coverage")).isNotEmpty();
    assertThat(first.at("/dataset/coverage/0/id"))
        .isNotEqualTo(second.at("/dataset/coverage/0/id"));
    assertThat(first.at("/dataset/coverage/0/listed"))
        .isEqualTo(second.at("/dataset/coverage/0/listed"));
    assertThat(
            questions
                .data(
                    document.formatted("2025-03-01").replace("on:", "knownAt: \"1999-01-01\", on:"))
                .at("/dataset/coverage"))
        .isEmpty();
  }

  @Test
  void anOldRecordSaysHowOldItIs() {
    JsonNode dataset =
        questions
            .data(
                "{ dataset(municipality: \"musterstadt\", on: \"2026-11-28\") { standsFor ageInDays"
                    + " warnings english: warnings(lang: EN) } }")
            .get("dataset");
    assertThat(dataset.get("standsFor").asString()).isEqualTo("2025-12-31");
    assertThat(dataset.get("ageInDays").asInt()).isEqualTo(332);
    assertThat(dataset.get("warnings").toString())
        .contains("Der Stand vom 31. Dezember 2025 ist veraltet;");
    assertThat(dataset.get("english").toString())
        .contains("The record of 31 December 2025 is out of date;");
  }

  @Test
  void aRecordIsNotOldBeforeItsTime() {
    assertThat(warnings("2026-06-30")).doesNotContain("veraltet");
    assertThat(warnings("2026-07-03")).doesNotContain("veraltet");
    assertThat(warnings("2026-07-04")).contains("Der Stand vom 31. Dezember 2025 ist veraltet;");
    JsonNode before =
        questions.data(
            "{ dataset(municipality: \"musterstadt\", on: \"2025-12-30\") { ageInDays } }");
    assertThat(before.at("/dataset/ageInDays").isNull()).isTrue();
  }

  @Test
  void withoutAStatedIntervalNinetyDaysCount() {
    String day =
        "{ dataset(municipality: \"duesseldorf\", on: \"%s\") { accrualPeriodicity warnings } }";
    JsonNode fresh = questions.data(day.formatted("2026-05-01")).get("dataset");
    assertThat(fresh.get("accrualPeriodicity").isNull()).isTrue();
    assertThat(fresh.get("warnings").toString()).doesNotContain("veraltet");
    assertThat(questions.data(day.formatted("2026-05-02")).at("/dataset/warnings").toString())
        .contains("Der Stand vom 31. Januar 2026 ist veraltet;");
  }

  @Test
  void aQuestionCanBeAskedOnTheDayOfTheRecord() {
    JsonNode data =
        questions.data(
            "{ today: projects(municipality: \"musterstadt\", on: \"2026-11-28\", %1$s) { totalCount }"
                    .formatted(OVERDUE)
                + " record: projects(municipality: \"musterstadt\", asOf: RECORD, %1$s) { totalCount }"
                    .formatted(OVERDUE)
                + " day: projects(municipality: \"musterstadt\", on: \"2025-12-31\", %1$s) { totalCount } }"
                    .formatted(OVERDUE));
    assertThat(data.at("/today/totalCount").asInt()).isEqualTo(49);
    assertThat(data.at("/record/totalCount").asInt()).isEqualTo(7);
    assertThat(data.at("/day/totalCount").asInt()).isEqualTo(7);
  }

  @Test
  void theDayOfTheRecordIsThatOfTheReleaseThatWasKnownThen() {
    JsonNode data =
        questions.data(
            "{ dataset(municipality: \"musterstadt\", knownAt: \"2024-03-01\", asOf: RECORD)"
                + " { day standsFor ageInDays } }");
    assertThat(data.at("/dataset/day")).isEqualTo(data.at("/dataset/standsFor"));
    assertThat(data.at("/dataset/day").asString()).isEqualTo("2023-12-31");
    assertThat(data.at("/dataset/ageInDays").asInt()).isZero();
  }

  @Test
  void twoDaysAreOneTooMany() {
    assertThat(
            questions
                .ask("{ projects(asOf: RECORD, on: \"2025-01-01\") { totalCount } }")
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("BAD_ARGUMENT");
    assertThat(
            questions
                .data("{ projects(asOf: TODAY, on: \"2025-01-01\") { totalCount } }")
                .at("/projects/totalCount")
                .isInt())
        .isTrue();
  }

  private String warnings(String day) {
    return questions
        .data("{ dataset(municipality: \"musterstadt\", on: \"%s\") { warnings } }".formatted(day))
        .at("/dataset/warnings")
        .toString();
  }
}
