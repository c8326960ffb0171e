package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;

/** What is read from a sheet is what statements read of the same rows, to the byte. */
@ServerTest
class SheetAnswersIT {

  private static final String PAGE =
      """
      { projects(municipality: "%s", first: 200%s) { totalCount nodes {
          key title summary status statusSince daysInStatus overdueDays daysSinceLastReport
          slippageDays priority completedOn completedOnPrecision daysToComplete daysToCompleteLabel
          plannedCost { amount currency qualifier } costOverrun { amount } costOverrunPercent partners focusArea { name } leadUnit { key parent { key } }
          services(first: 3) { totalCount nodes { key leikaKey timesDowngraded onlineShare usageYear } }
          scheduleRevisions(first: 3) { nodes { movedDays movedDaysLabel } }
          targets(last: 2) { edges { cursor node { key sentence outcome gap { value } gapPercent } } }
          milestones(last: 3) { nodes { key dueOn } pageInfo { startCursor hasPreviousPage } }
          history(last: 4) { nodes { key eventKind effectiveOn ordinal } pageInfo { hasPreviousPage } }
      } } }
      """;

  private static WithoutSheets withoutSheets;

  @Autowired private GraphQlSource source;
  @Autowired private Questions questions;
  @Autowired private Sheets sheets;
  @Autowired private ReleaseDirectory releases;
  @Autowired private CountedStatements statements;

  @BeforeAll
  static void startTheOther() {
    withoutSheets = new WithoutSheets();
  }

  @AfterAll
  static void stopTheOther() {
    withoutSheets.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, 250);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyQuestionIsAnsweredAlike(int seed) {
    Random random = new Random(seed);
    String city = random.nextInt(4) == 0 ? "duesseldorf" : "musterstadt";
    String document =
        new RandomQuestion(source.schema(), 7_000 + seed).text(city, WithoutSheets.state(random));
    sameAnswer(city, document);
  }

  static List<String> days() {
    // Around the ends of plans, of status, of reports and of assessments, and far from all of them.
    return List.of(
        "2020-01-01",
        "2023-06-29",
        "2023-06-30",
        "2023-07-01",
        "2024-12-30",
        "2024-12-31",
        "2025-01-01",
        "2025-06-30",
        "2025-07-01",
        "2025-12-30",
        "2025-12-31",
        "2026-01-01",
        "2026-03-31",
        "2026-04-01",
        "2031-01-01");
  }

  @ParameterizedTest
  @MethodSource("days")
  void aPageIsTheSameOnAnyDay(String day) {
    for (String city : List.of("musterstadt", "duesseldorf")) {
      for (String known : List.of("", ", knownAt: \"2024-03-01\"", ", knownAt: \"2025-03-01\"")) {
        sameAnswer(city, PAGE.formatted(city, known + ", on: \"" + day + "\""));
      }
    }
  }

  @Test
  void whatASheetHoldsTakesNoStatement() {
    make("musterstadt");
    String known = ", knownAt: \"2024-03-01\"";
    questions.data(PAGE.formatted("musterstadt", ", on: \"2024-02-01\"" + known));
    statements.forget();
    questions.data(PAGE.formatted("musterstadt", ", on: \"2024-02-02\"" + known));
    assertThat(statements.statements()).isEmpty();
  }

  private void sameAnswer(String city, String document) {
    make(city);
    withoutSheets.answersAlike(document, questions.ask(document));
  }

  private void make(String city) {
    sheets.at(releases.present().pin(new StateRequest(city, null)), 1_000);
  }
}
