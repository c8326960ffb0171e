package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.declaration.Ledger;

/** Which assessment of a service was in force, by day and release. */
class AssessmentPeriodsIT {

  private final Ledger ledger = new Ledger();
  private int service;

  private int assess(String key, String day, String online, String endToEnd) {
    return ledger.add(
        "service_assessment",
        key,
        "service",
        service,
        "effective_on",
        day,
        "online_application",
        online,
        "end_to_end",
        endToEnd);
  }

  @Test
  void anAssessmentIsInForceUntilTheNext() {
    int first =
        ledger.publish(
            () -> {
              service = ledger.add("public_service", "s");
              assess("a", "2024-04", "YES", "NO");
            });
    int second = ledger.publish(() -> assess("b", "2025-01-15", "YES", "YES"));

    assertThat(ledger.at("service_assessment_period", service, second, "2024-04-29")).isEmpty();
    assertThat(ledger.at("service_assessment_period", service, second, "2025-01-14"))
        .containsEntry("end_to_end", "NO")
        .containsEntry("online_application", "YES");
    assertThat(ledger.at("service_assessment_period", service, second, "2025-01-15"))
        .containsEntry("end_to_end", "YES");
    assertThat(ledger.at("service_assessment_period", service, first, "2025-01-15"))
        .containsEntry("end_to_end", "NO");
  }

  @Test
  void aWithdrawnAssessmentGivesWayToTheOneBefore() {
    int[] wrong = new int[1];
    ledger.publish(
        () -> {
          service = ledger.add("public_service", "s");
          assess("a", "2024-04-01", "PARTLY", "NO");
          wrong[0] = assess("b", "2025-01-15", "YES", "YES");
        });
    int second = ledger.publish(() -> ledger.end("service_assessment", wrong[0]));

    assertThat(ledger.at("service_assessment_period", service, second, "2025-06-01"))
        .containsEntry("online_application", "PARTLY");
  }

  private void graded(String key, String day, String model, int level) {
    ledger.add(
        "service_assessment",
        key,
        "service",
        service,
        "effective_on",
        day,
        "online_application",
        "YES",
        "end_to_end",
        "NO",
        "maturity_model",
        model,
        "maturity_level",
        level);
  }

  @Test
  void lessThanTheLastKnownAnswerIsAStepBack() {
    int[] event = new int[5];
    int release =
        ledger.publish(
            () -> {
              service = ledger.add("public_service", "s");
              event[0] = assess("a", "2021-01-01", "YES", "NO");
              event[1] = assess("b", "2022-01-01", "UNKNOWN", "PARTLY");
              event[2] = assess("c", "2023-01-01", "PARTLY", "PARTLY");
              event[3] = assess("d", "2024-01-01", "YES", "YES");
              event[4] = assess("e", "2025-01-01", "YES", "NO");
            });

    assertThat(downgrades(release, "2020-12-31")).isEmpty();
    assertThat(downgrades(release, "2022-12-31")).containsExactly(0, null, null, null);
    assertThat(downgrades(release, "2024-12-31"))
        .containsExactly(1, LocalDate.parse("2023-01-01"), event[2], event[1]);
    assertThat(downgrades(release, "2025-01-01"))
        .containsExactly(2, LocalDate.parse("2025-01-01"), event[4], event[3]);
  }

  @Test
  void levelsAreComparedWithinOneModelOnly() {
    int release =
        ledger.publish(
            () -> {
              service = ledger.add("public_service", "s");
              graded("a", "2021-01-01", "OZG_1_1", 3);
              graded("b", "2022-01-01", "OZG_2_0", 1);
              assess("c", "2023-01-01", "YES", "NO");
              graded("d", "2024-01-01", "OZG_1_1", 2);
            });

    assertThat(downgrades(release, "2023-12-31").getFirst()).isEqualTo(0);
    assertThat(downgrades(release, "2024-01-01").getFirst()).isEqualTo(1);
  }

  @Test
  void aStepBackIsKnownFromTheReleaseThatBroughtIt() {
    int first =
        ledger.publish(
            () -> {
              service = ledger.add("public_service", "s");
              assess("b", "2024-01-01", "NO", "NO");
            });
    int second = ledger.publish(() -> assess("a", "2023-01-01", "YES", "NO"));

    assertThat(downgrades(first, "2025-01-01").getFirst()).isEqualTo(0);
    assertThat(downgrades(second, "2025-01-01").getFirst()).isEqualTo(1);
  }

  private List<@Nullable Object> downgrades(int release, String day) {
    Map<String, @Nullable Object> period =
        ledger.at("service_assessment_period", service, release, day);
    if (period.isEmpty()) {
      return List.of();
    }
    Date on = (Date) period.get("downgraded_on");
    return Arrays.asList(
        period.get("times_downgraded"),
        on == null ? null : on.toLocalDate(),
        period.get("downgrade"),
        period.get("downgraded_from"));
  }
}
