package org.stadtstand.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stadtstand.record.Ledger;

/** Which assessment of a service was in force on which day as known at which release. */
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
}
