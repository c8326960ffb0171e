package org.stadtstand.city.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.declaration.Ledger;

/** What status a project had, and how far it had slipped, by day and release. */
class ProjectPeriodsIT {

  private final Ledger ledger = new Ledger();
  private int project;

  private int firstRelease(Object... projectCells) {
    return ledger.publish(() -> project = ledger.add("project", "p", projectCells));
  }

  private int status(String key, String status, String day, int ordinal) {
    return ledger.add(
        "project_status_change",
        key,
        "project",
        project,
        "status",
        status,
        "effective_on",
        day,
        "ordinal",
        ordinal);
  }

  private @Nullable Object statusAt(int release, String day) {
    return ledger.at("project_status_period", project, release, day).get("status");
  }

  private @Nullable Object schedule(String value, int release, String day) {
    return ledger.at("project_schedule_period", project, release, day).get(value);
  }

  private @Nullable Object lastReportAt(int release, String day) {
    return ledger.at("project_report_period", project, release, day).get("days");
  }

  @Test
  void anyEventIsAReportUntilTheNextOne() {
    int first = firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("a", "PLANNED", "2024-01-10", 0);
              status("b", "IN_PROGRESS", "2024-01-10", 1);
              moved("r", "2024-12-31", "2025-06-30", "2024-05-02");
            });
    int third = ledger.publish(() -> status("c", "PILOT", "2024-03-01", 0));

    assertThat(lastReportAt(first, "2024-02-01")).isNull();
    assertThat(lastReportAt(second, "2024-01-09")).isNull();
    assertThat(lastReportAt(second, "2024-04-01")).hasToString("[2024-01-10,2024-05-02)");
    assertThat(lastReportAt(third, "2024-04-01")).hasToString("[2024-03-01,2024-05-02)");
    assertThat(lastReportAt(third, "2024-05-02")).hasToString("[2024-05-02,)");
  }

  @Test
  void aProjectWithoutAnyChangeHasNoStatus() {
    int first = firstRelease();

    assertThat(statusAt(first, "2025-01-01")).isNull();
  }

  @Test
  void aChangeCountsFromItsDayToThatOfTheNext() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("a", "IDEA", "2024-01-10", 0);
              status("b", "IN_PROGRESS", "2024-03-01", 0);
            });

    assertThat(statusAt(second, "2024-01-09")).isNull();
    assertThat(statusAt(second, "2024-01-10")).isEqualTo("IDEA");
    assertThat(statusAt(second, "2024-02-29")).isEqualTo("IDEA");
    assertThat(statusAt(second, "2024-03-01")).isEqualTo("IN_PROGRESS");
    assertThat(statusAt(second, "2099-01-01")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aReleaseCanBringAnEarlierDayAndLeavesWhatWasKnownBefore() {
    firstRelease();
    int second = ledger.publish(() -> status("b", "IN_PROGRESS", "2024-03-01", 0));
    int third = ledger.publish(() -> status("a", "PLANNED", "2024-01-10", 0));

    assertThat(statusAt(second, "2024-02-01")).isNull();
    assertThat(statusAt(third, "2024-02-01")).isEqualTo("PLANNED");
    assertThat(statusAt(second, "2024-03-01")).isEqualTo("IN_PROGRESS");
    assertThat(statusAt(third, "2024-03-01")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aReleaseThatChangesNothingLeavesThePeriodsAlone() {
    firstRelease();
    ledger.publish(() -> status("a", "PLANNED", "2024-01-10", 0));
    int third = ledger.publish(() -> ledger.change("project", "p", "title_de", "anders"));

    assertThat(ledger.at("project_status_period", project, third, "2025-01-01").get("known"))
        .hasToString("[" + (third - 1) + ",)");
  }

  @Test
  void ofTwoChangesOnADayTheHigherOrdinalCounts() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("b", "CANCELLED", "2024-01-10", 2);
              status("a", "ON_HOLD", "2024-01-10", 1);
            });

    assertThat(statusAt(second, "2024-01-10")).isEqualTo("CANCELLED");
  }

  @Test
  void ofTwoChangesOnADayWithoutOrdinalTheOnePublishedLastCounts() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("b", "ON_HOLD", "2024-01-10", 0);
              status("a", "CANCELLED", "2024-01-10", 0);
            });

    assertThat(statusAt(second, "2024-01-10")).isEqualTo("CANCELLED");
  }

  @Test
  void aYearCountsFromItsLastDay() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("a", "PLANNED", "2024-06", 0);
              status("b", "IN_PROGRESS", "2024", 0);
            });

    assertThat(statusAt(second, "2024-06-29")).isNull();
    assertThat(statusAt(second, "2024-12-30")).isEqualTo("PLANNED");
    assertThat(statusAt(second, "2024-12-31")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void theSameStatusReportedAgainGoesOnFromItsFirstDay() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("a", "IDEA", "2024-01-01", 0);
              status("b", "IN_PROGRESS", "2024-02-01", 0);
              status("c", "IN_PROGRESS", "2024-03-01", 0);
            });

    assertThat(ledger.at("project_status_period", project, second, "2024-04-01").get("since_on"))
        .isEqualTo(Date.valueOf("2024-02-01"));
  }

  @Test
  void itIsPlannedSinceTheFirstChangeThatSaysSo() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              status("a", "IDEA", "2023-12-01", 0);
              status("b", "PLANNED", "2024", 0);
              status("c", "ON_HOLD", "2025-02-01", 0);
              status("d", "PLANNED", "2025-03-01", 0);
              status("e", "COMPLETED", "2025-04-01", 0);
            });

    assertThat(planned("planned_on", second, "2024-12-30")).isNull();
    assertThat(planned("planned_on", second, "2024-12-31")).isEqualTo("2024-12-31");
    assertThat(planned("planned_on", second, "2025-01-01")).isEqualTo("2024-12-31");
    assertThat(planned("planned_on", second, "2025-04-01")).isEqualTo("2024-12-31");
    assertThat(planned("planned_on_earliest", second, "2025-04-01")).isEqualTo("2024-01-01");
  }

  private @Nullable String planned(String column, int release, String day) {
    Object date = ledger.at("project_status_period", project, release, day).get(column);
    return date == null ? null : date.toString();
  }

  @Test
  void aCorrectedChangeCountsAsCorrectedFromItsRelease() {
    firstRelease();
    int second = ledger.publish(() -> status("a", "COMPLETED", "2024-01-10", 0));
    int third =
        ledger.publish(
            () ->
                ledger.change(
                    "project_status_change",
                    "a",
                    "project",
                    project,
                    "status",
                    "PILOT",
                    "effective_on",
                    "2024-02-01"));

    assertThat(statusAt(second, "2024-03-01")).isEqualTo("COMPLETED");
    assertThat(statusAt(third, "2024-01-15")).isNull();
    assertThat(statusAt(third, "2024-03-01")).isEqualTo("PILOT");
  }

  @Test
  void aWithdrawnProjectHasNoStatusUntilItIsListedAgain() {
    int[] change = new int[1];
    firstRelease("planned_end", "2026");
    int second = ledger.publish(() -> change[0] = status("a", "PLANNED", "2024-01-10", 0));
    int third =
        ledger.publish(
            () -> {
              ledger.end("project", project);
              ledger.end("project_status_change", change[0]);
            });
    int fourth =
        ledger.publish(
            () -> {
              ledger.add("project", "p", "planned_end", "2026");
              status("a", "PLANNED", "2024-01-10", 0);
            });

    assertThat(statusAt(second, "2025-01-01")).isEqualTo("PLANNED");
    assertThat(statusAt(third, "2025-01-01")).isNull();
    assertThat(schedule("times_rescheduled", third, "2025-01-01")).isNull();
    assertThat(statusAt(fourth, "2025-01-01")).isEqualTo("PLANNED");
    assertThat(schedule("times_rescheduled", fourth, "2025-01-01")).isEqualTo(0);
  }

  private int moved(String key, String from, String to, String day) {
    return ledger.add(
        "schedule_revision",
        key,
        "project",
        project,
        "field",
        "PLANNED_END",
        "old_on",
        from,
        "new_on",
        to,
        "effective_on",
        day);
  }

  @Test
  void aProjectThatWasNeverMovedHasNotSlipped() {
    int first = firstRelease("planned_end", "2025-06");

    assertThat(schedule("first_planned_end", first, "2020-01-01"))
        .isEqualTo(Date.valueOf("2025-06-30"));
    assertThat(schedule("times_rescheduled", first, "2030-01-01")).isEqualTo(0);
    assertThat(schedule("slippage_days", first, "2030-01-01")).isEqualTo(0);
  }

  @Test
  void aProjectWithoutPlannedEndHasNoSlippage() {
    int first = firstRelease();

    assertThat(schedule("first_planned_end", first, "2025-01-01")).isNull();
    assertThat(schedule("slippage_days", first, "2025-01-01")).isNull();
    assertThat(schedule("times_rescheduled", first, "2025-01-01")).isEqualTo(0);
  }

  @Test
  void slippageIsWhatWasAnnouncedSinceTheFirstPlannedEnd() {
    firstRelease("planned_end", "2025");
    ledger.publish(
        () -> {
          ledger.change("project", "p", "planned_end", "2026-06-30");
          moved("a", "2025", "2026-06-30", "2025-03-01");
        });
    int third =
        ledger.publish(
            () -> {
              ledger.change("project", "p", "planned_end", "2026-12-31");
              moved("b", "2026-06-30", "2026-12-31", "2025-09-01");
            });

    assertThat(schedule("times_rescheduled", third, "2025-02-28")).isEqualTo(0);
    assertThat(schedule("times_rescheduled", third, "2025-03-01")).isEqualTo(1);
    assertThat(schedule("times_rescheduled", third, "2025-09-01")).isEqualTo(2);
    assertThat(schedule("first_planned_end", third, "2025-09-01"))
        .isEqualTo(Date.valueOf("2025-12-31"));
    assertThat(schedule("slippage_days", third, "2025-09-01")).isEqualTo(365);
  }

  @Test
  void aSilentChangeOfThePlannedEndIsNoAnnouncedSlippage() {
    firstRelease("planned_end", "2025");
    int second = ledger.publish(() -> ledger.change("project", "p", "planned_end", "2026"));

    assertThat(schedule("times_rescheduled", second, "2026-01-01")).isEqualTo(0);
    assertThat(schedule("slippage_days", second, "2026-01-01")).isEqualTo(0);
    assertThat(schedule("first_planned_end", second, "2026-01-01"))
        .isEqualTo(Date.valueOf("2026-12-31"));
  }

  @Test
  void aFirstDateIsNoDelay() {
    firstRelease();
    int second =
        ledger.publish(
            () -> {
              ledger.change("project", "p", "planned_end", "2026");
              ledger.add(
                  "schedule_revision",
                  "a",
                  "project",
                  project,
                  "field",
                  "PLANNED_END",
                  "new_on",
                  "2026",
                  "effective_on",
                  "2025-03-01");
            });

    assertThat(schedule("times_rescheduled", second, "2025-03-01")).isEqualTo(0);
    assertThat(schedule("slippage_days", second, "2025-03-01")).isEqualTo(0);
  }
}
