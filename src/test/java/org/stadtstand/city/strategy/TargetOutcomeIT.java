package org.stadtstand.city.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stadtstand.city.strategy.TargetOutcome.ABANDONED;
import static org.stadtstand.city.strategy.TargetOutcome.DUE_UNREPORTED;
import static org.stadtstand.city.strategy.TargetOutcome.MISSED;
import static org.stadtstand.city.strategy.TargetOutcome.MISSED_ON_LAST_VALUE;
import static org.stadtstand.city.strategy.TargetOutcome.NOT_DUE;
import static org.stadtstand.city.strategy.TargetOutcome.NOT_MEASURABLE;
import static org.stadtstand.city.strategy.TargetOutcome.REACHED;
import static org.stadtstand.city.strategy.TargetOutcome.REACHED_LATE;
import static org.stadtstand.city.strategy.TargetOutcome.REACHED_UNVERIFIED;
import static org.stadtstand.city.strategy.TargetOutcome.SUPERSEDED;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.declaration.Ledger;

/** The rule of {@link TargetOutcome}, case by case; the target is 50 percent by the end of 2025. */
class TargetOutcomeIT {

  private static final Object[] FIFTY_PERCENT_BY_2025 = {
    "kind", "NUMERIC", "target_value", 50, "unit", "Prozent", "due_on", "2025"
  };

  private final Ledger ledger = new Ledger();
  private int target;
  private int last;

  private void target(Object... cells) {
    last = ledger.publish(() -> target = ledger.add("target", "t", cells));
  }

  private void fiftyPercentBy2025() {
    target(FIFTY_PERCENT_BY_2025);
  }

  private int observed(String day, int value, Object... cells) {
    int[] record = new int[1];
    last =
        ledger.publish(
            () -> {
              Object[] all = new Object[cells.length + 6];
              System.arraycopy(
                  new Object[] {"target", target, "value", value, "observed_on", day},
                  0,
                  all,
                  0,
                  6);
              System.arraycopy(cells, 0, all, 6, cells.length);
              record[0] = ledger.add("observation", "o" + last, all);
            });
    return record[0];
  }

  private int claimed(String day, @Nullable String verdict) {
    int[] record = new int[1];
    last =
        ledger.publish(
            () ->
                record[0] =
                    verdict == null
                        ? ledger.add(
                            "claim",
                            "c" + last,
                            "topic",
                            "TARGET_REACHED",
                            "subject",
                            target,
                            "said_on",
                            day)
                        : ledger.add(
                            "claim",
                            "c" + last,
                            "topic",
                            "TARGET_REACHED",
                            "subject",
                            target,
                            "said_on",
                            day,
                            "verdict",
                            verdict));
    return record[0];
  }

  private void revised(String day, String kind) {
    last =
        ledger.publish(
            () ->
                ledger.add(
                    "target_revision",
                    "r" + last,
                    "target",
                    target,
                    "kind",
                    kind,
                    "effective_on",
                    day));
  }

  private Map<String, @Nullable Object> period(String day) {
    return ledger.at("target_outcome_period", target, last, day);
  }

  private @Nullable Object gapPercent(String day) {
    Object percent = period(day).get("gap_percent");
    return percent == null ? null : percent.toString();
  }

  @Test
  void theGapInPerCentIsOfTheTargetValueAndBeginsWithItsObservation() {
    target("kind", "NUMERIC", "target_value", 30, "direction", "AT_MOST", "due_on", "2025");
    observed("2025-06-30", 40);

    assertThat(gapPercent("2025-06-29")).isNull();
    assertThat(gapPercent("2025-06-30")).isEqualTo("-33.33");
    assertThat(gapPercent("2025-07-01")).isEqualTo("-33.33");
    observed("2025-07-01", 15);
    assertThat(gapPercent("2025-06-30")).isEqualTo("-33.33");
    assertThat(gapPercent("2025-07-01")).isEqualTo("50");
  }

  @Test
  void thereIsNoPerCentOfNothing() {
    target("kind", "NUMERIC", "target_value", 0, "due_on", "2025");
    observed("2025-06-30", 3);
    assertThat(period("2025-07-01").get("gap")).hasToString("3");
    assertThat(gapPercent("2025-07-01")).isNull();
  }

  @Test
  void perCentOfALossAreOfItsSize() {
    target("kind", "NUMERIC", "target_value", -50, "due_on", "2025");
    observed("2025-06-30", -60);
    assertThat(gapPercent("2025-07-01")).isEqualTo("-20");
  }

  private TargetOutcome on(String day) {
    return TargetOutcome.valueOf(String.valueOf(period(day).get("outcome")));
  }

  @Test
  void aDeadlinePassesWithoutARelease() {
    fiftyPercentBy2025();

    assertThat(on("2000-01-01")).isEqualTo(NOT_DUE);
    assertThat(on("2025-12-31")).isEqualTo(NOT_DUE);
    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);
  }

  @Test
  void aTargetReachedInTimeIsReachedFromThatDay() {
    fiftyPercentBy2025();
    observed("2025-03", 48);
    int reaching = observed("2025-06-15", 52);

    assertThat(on("2025-06-14")).isEqualTo(NOT_DUE);
    assertThat(on("2025-06-15")).isEqualTo(REACHED);
    assertThat(on("2030-01-01")).isEqualTo(REACHED);
    assertThat(period("2030-01-01")).containsEntry("basis", reaching);
    assertThat(period("2030-01-01").get("gap")).hasToString("2");
  }

  @Test
  void aTargetReachedAfterTheDeadlineIsLate() {
    fiftyPercentBy2025();
    observed("2025", 40);
    int late = observed("2026-05-01", 50);

    assertThat(on("2026-04-30")).isEqualTo(MISSED);
    assertThat(on("2026-05-01")).isEqualTo(REACHED_LATE);
    assertThat(period("2026-05-01")).containsEntry("basis", late);
  }

  @Test
  void theObservationOfTheClosingPeriodSaysThatItIsMissed() {
    fiftyPercentBy2025();
    int closing = observed("2025-Q4", 34);
    observed("2026-02-01", 36);

    assertThat(on("2025-12-31")).isEqualTo(NOT_DUE);
    assertThat(on("2026-03-01")).isEqualTo(MISSED);
    assertThat(period("2026-03-01")).containsEntry("basis", closing);
    assertThat(period("2026-03-01").get("gap")).hasToString("-16");
    assertThat(period("2026-03-01")).containsEntry("gap_unit", "Prozent");
  }

  @Test
  void anOlderObservationOnlyLetsItBeMissedOnTheLastValue() {
    fiftyPercentBy2025();
    int older = observed("2025-07", 34);

    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);
    assertThat(period("2026-01-01")).containsEntry("basis", older);
  }

  @Test
  void aShortObservationAfterTheDeadlineIsAReportToo() {
    fiftyPercentBy2025();
    observed("2026-02-01", 36);

    assertThat(on("2026-01-31")).isEqualTo(DUE_UNREPORTED);
    assertThat(on("2026-02-01")).isEqualTo(MISSED_ON_LAST_VALUE);
  }

  @Test
  void aTargetThatWasReachedAndLostCountsByItsLastObservationInTime() {
    fiftyPercentBy2025();
    observed("2024-06-01", 52);
    observed("2025", 48);

    assertThat(on("2024-06-01")).isEqualTo(REACHED);
    assertThat(on("2025-12-31")).isEqualTo(NOT_DUE);
    assertThat(on("2026-01-01")).isEqualTo(MISSED);
  }

  @Test
  void aClaimSaysButDoesNotMeasure() {
    fiftyPercentBy2025();
    observed("2025-03", 34);
    int claim = claimed("2025-11-01", null);

    assertThat(on("2025-10-31")).isEqualTo(NOT_DUE);
    assertThat(on("2026-01-01")).isEqualTo(REACHED_UNVERIFIED);
    assertThat(period("2026-01-01")).containsEntry("claim", claim).containsEntry("basis", null);
    assertThat(period("2026-01-01").get("gap")).hasToString("-16");
  }

  @Test
  void aLaterShortObservationOutweighsAClaim() {
    fiftyPercentBy2025();
    claimed("2025-06-01", null);
    observed("2025-09-01", 34);

    assertThat(on("2025-06-01")).isEqualTo(REACHED_UNVERIFIED);
    assertThat(on("2025-09-01")).isEqualTo(NOT_DUE);
    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);
  }

  @Test
  void aClaimDoesNotOutweighTheObservationOfTheClosingPeriod() {
    fiftyPercentBy2025();
    observed("2025", 34);
    claimed("2026-02-01", null);

    assertThat(on("2026-02-01")).isEqualTo(MISSED);
  }

  @Test
  void aContradictedClaimSaysNothing() {
    fiftyPercentBy2025();
    claimed("2025-06-01", "CONTRADICTED");

    assertThat(on("2025-06-01")).isEqualTo(NOT_DUE);
    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);
  }

  @Test
  void anEstimateThatReachesItIsNotVerified() {
    fiftyPercentBy2025();
    int estimate = observed("2025-06-01", 51, "nature", "ESTIMATED");

    assertThat(on("2026-01-01")).isEqualTo(REACHED_UNVERIFIED);
    assertThat(period("2026-01-01")).containsEntry("basis", estimate);
  }

  @Test
  void aBoundDecidesOnlyWhatItProves() {
    fiftyPercentBy2025();
    observed("2025-01-01", 40, "qualifier", "MORE_THAN");
    observed("2025-02-01", 60, "qualifier", "LESS_THAN");
    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);

    observed("2025-03-01", 50, "qualifier", "LESS_THAN");
    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);

    observed("2025-04-01", 50, "qualifier", "MORE_THAN");
    assertThat(on("2026-01-01")).isEqualTo(REACHED);
  }

  @Test
  void aValueInAnotherUnitIsNotCompared() {
    fiftyPercentBy2025();
    observed("2025-06-01", 100_000, "unit", "Haushalte");

    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);
    assertThat(period("2026-01-01")).containsEntry("gap", null);
  }

  @Test
  void aLastValueThatDecidesNothingLeavesTheOutcomeOpen() {
    fiftyPercentBy2025();
    observed("2024-04-30", 27);
    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);

    observed("2025-06-01", 100_000, "unit", "Haushalte");
    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);
    assertThat(period("2026-01-01").get("gap")).hasToString("-23");

    observed("2025-07-01", 30);
    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);

    observed("2026-02-01", 45, "qualifier", "MORE_THAN");
    assertThat(on("2026-01-01")).isEqualTo(MISSED_ON_LAST_VALUE);
    assertThat(on("2026-03-01")).isEqualTo(DUE_UNREPORTED);
  }

  @Test
  void unitsOfOneMeasureConvert() {
    fiftyPercentBy2025();
    observed("2025-06-01", 520, "unit", "Promille");

    assertThat(on("2026-01-01")).isEqualTo(REACHED);
    assertThat(period("2026-01-01").get("gap")).hasToString("2");
  }

  @Test
  void atMostIsReachedFromAboveAndItsGapIsNegativeWhenOver() {
    target("kind", "NUMERIC", "target_value", 10, "direction", "AT_MOST", "due_on", "2025-06");
    observed("2025-06-30", 12);
    assertThat(on("2025-07-01")).isEqualTo(MISSED);
    assertThat(period("2025-07-01").get("gap")).hasToString("-2");

    observed("2025-08-01", 9, "qualifier", "LESS_THAN");
    assertThat(on("2025-08-01")).isEqualTo(REACHED_LATE);
  }

  @Test
  void exactlyIsMissedOnEitherSide() {
    target("kind", "NUMERIC", "target_value", 10, "direction", "EQUALS", "due_on", "2025");
    observed("2025", 12);
    assertThat(on("2026-01-01")).isEqualTo(MISSED);
    assertThat(period("2026-01-01").get("gap")).hasToString("-2");

    observed("2026-02-01", 10);
    assertThat(on("2026-02-01")).isEqualTo(REACHED_LATE);
  }

  @Test
  void aTargetInWordsOrWithoutValueCannotBeMeasured() {
    target("kind", "ALL_OF", "due_on", "2025");
    observed("2025", 100);
    assertThat(on("2026-01-01")).isEqualTo(NOT_MEASURABLE);

    claimed("2025-06-01", null);
    assertThat(on("2025-05-31")).isEqualTo(NOT_MEASURABLE);
    assertThat(on("2026-01-01")).isEqualTo(REACHED_UNVERIFIED);
  }

  @Test
  void aTargetWithoutDueDateIsNeverLate() {
    target("kind", "NUMERIC", "target_value", 50);
    observed("2024", 10);
    assertThat(on("2099-01-01")).isEqualTo(NOT_DUE);

    observed("2030-01-01", 50);
    assertThat(on("2030-01-01")).isEqualTo(REACHED);
  }

  @Test
  void theLatestOfAbandonedAndSupersededCountsFromItsDay() {
    fiftyPercentBy2025();
    observed("2024", 52);
    revised("2024-06-01", "DUE_MOVED");
    revised("2025-02-01", "ABANDONED");
    revised("2025-08-01", "SUPERSEDED");

    assertThat(on("2025-01-31")).isEqualTo(REACHED);
    assertThat(on("2025-02-01")).isEqualTo(ABANDONED);
    assertThat(on("2025-08-01")).isEqualTo(SUPERSEDED);
  }

  @Test
  void aMovedDueDateCountsFromItsReleaseAndLeavesTheAnswersBefore() {
    fiftyPercentBy2025();
    int before = last;
    last =
        ledger.publish(
            () ->
                ledger.change(
                    "target",
                    "t",
                    "kind",
                    "NUMERIC",
                    "target_value",
                    50,
                    "unit",
                    "Prozent",
                    "due_on",
                    "2030"));

    assertThat(on("2026-01-01")).isEqualTo(NOT_DUE);
    assertThat(ledger.at("target_outcome_period", target, before, "2026-01-01"))
        .containsEntry("outcome", "DUE_UNREPORTED");
  }

  @Test
  void anObservationForAnEarlierPeriodThatArrivesLateDoesNotChangeWhatWasKnown() {
    fiftyPercentBy2025();
    int before = last;
    observed("2025", 51);

    assertThat(on("2026-01-01")).isEqualTo(REACHED);
    assertThat(ledger.at("target_outcome_period", target, before, "2026-01-01"))
        .containsEntry("outcome", "DUE_UNREPORTED");
  }

  @Test
  void aWithdrawnTargetHasNoOutcomeUntilItIsListedAgain() {
    fiftyPercentBy2025();
    int observation = observed("2025", 34);
    last =
        ledger.publish(
            () -> {
              ledger.end("target", target);
              ledger.end("observation", observation);
            });
    assertThat(period("2026-01-01")).isEmpty();

    last = ledger.publish(() -> ledger.add("target", "t", FIFTY_PERCENT_BY_2025));
    assertThat(on("2026-01-01")).isEqualTo(DUE_UNREPORTED);
  }

  @Test
  void theLatestObservationIsTheOneWithTheHighestOrdinalOfTheNewestDay() {
    fiftyPercentBy2025();
    observed("2025-03-01", 30);
    observed("2025-06-01", 31, "ordinal", 1);
    observed("2025-06-01", 32);

    assertThat(ledger.at("target_latest_period", target, last, "2025-05-31").get("value"))
        .hasToString("30");
    assertThat(ledger.at("target_latest_period", target, last, "2025-06-01").get("value"))
        .hasToString("31");
    assertThat(ledger.at("target_latest_period", target, last, "2025-01-01")).isEmpty();
  }
}
