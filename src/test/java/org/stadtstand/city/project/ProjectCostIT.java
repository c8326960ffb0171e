package org.stadtstand.city.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.record.declaration.Ledger;

/** What a project costs, and how it is rated, by day and release. */
class ProjectCostIT {

  private final Ledger ledger = new Ledger();
  private int project;
  private int last;
  private int rows;

  /** Publishes amounts, each as phase, year or nothing, amount, qualifier and day. */
  private void amounts(String... amounts) {
    if (project == 0) {
      ledger.publish(() -> project = ledger.add("project", "p"));
    }
    last = ledger.publish(() -> List.of(amounts).forEach(this::amount));
  }

  private void amount(String text) {
    String[] parts = text.split(" ", -1);
    List<Object> cells =
        new ArrayList<>(
            List.of(
                "project",
                project,
                "phase",
                parts[0],
                "amount",
                new BigDecimal(parts[2]),
                "qualifier",
                parts[3],
                "effective_on",
                parts[4]));
    if (!parts[1].equals("-")) {
      cells.addAll(List.of("year", Integer.valueOf(parts[1])));
    }
    ledger.add("cost_observation", "c" + ++rows, cells.toArray());
  }

  private String on(String day, String value) {
    Map<String, @Nullable Object> period = ledger.at("project_cost_period", project, last, day);
    Object amount = period.get(value);
    return amount == null ? "-" : amount + " " + period.get(value + "_qualifier");
  }

  @Test
  void anAmountHoldsFromItsDayToTheNextOfItsPhase() {
    amounts("PLANNED - 100 EXACT 2024-03-01", "APPROVED - 80 ABOUT 2024-05-01");
    amounts("PLANNED - 120 ABOUT 2024-06-01");

    assertThat(on("2024-02-29", "planned")).isEqualTo("-");
    assertThat(on("2024-03-01", "planned")).isEqualTo("100 EXACT");
    assertThat(on("2024-03-02", "planned")).isEqualTo("100 EXACT");
    assertThat(on("2024-05-31", "planned")).isEqualTo("100 EXACT");
    assertThat(on("2024-06-01", "planned")).isEqualTo("120 ABOUT");
    assertThat(on("2024-06-02", "planned")).isEqualTo("120 ABOUT");
    assertThat(on("2024-04-30", "approved")).isEqualTo("-");
    assertThat(on("2024-05-01", "approved")).isEqualTo("80 ABOUT");
    assertThat(on("2024-06-02", "overrun")).isEqualTo("-");
  }

  @Test
  void withoutAnAmountForTheWholeProjectYearsAreAdded() {
    amounts(
        "SPENT 2023 10 EXACT 2023-12-31",
        "SPENT 2024 20 EXACT 2024-12-31",
        "SPENT 2024 25 EXPECTED 2025-02-01");

    assertThat(on("2024-12-30", "spent")).isEqualTo("10 EXACT");
    assertThat(on("2024-12-31", "spent")).isEqualTo("30 EXACT");
    assertThat(on("2025-02-01", "spent")).isEqualTo("35 EXPECTED");
    amounts("SPENT - 33 EXACT 2025-03-01");
    assertThat(on("2025-02-28", "spent")).isEqualTo("35 EXPECTED");
    assertThat(on("2025-03-01", "spent")).isEqualTo("33 EXACT");
    amounts("SPENT 2025 7 EXACT 2025-04-01");
    assertThat(on("2025-04-01", "spent")).isEqualTo("33 EXACT");
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, EXACT, 30 EXACT",
    "ABOUT, EXACT, 30 ABOUT",
    "EXPECTED, ABOUT, 30 ABOUT",
    "MORE_THAN, EXACT, 30 MORE_THAN",
    "MORE_THAN, MORE_THAN, 30 MORE_THAN",
    "MORE_THAN, ABOUT, 30 ABOUT",
    "MORE_THAN, LESS_THAN, -"
  })
  void aSumIsAsExactAsItsAmounts(String one, String other, String sum) {
    amounts(
        "SPENT 2023 10 %s 2023-12-31".formatted(one),
        "SPENT 2024 20 %s 2024-12-31".formatted(other));

    assertThat(on("2024-12-31", "spent")).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, EXACT, 20 EXACT",
    "ABOUT, EXACT, 20 ABOUT",
    "EXACT, EXPECTED, 20 EXPECTED",
    "MORE_THAN, EXACT, 20 MORE_THAN",
    "EXACT, MORE_THAN, 20 LESS_THAN",
    "EXACT, LESS_THAN, 20 MORE_THAN",
    "MORE_THAN, LESS_THAN, 20 MORE_THAN",
    "MORE_THAN, MORE_THAN, -",
    "LESS_THAN, LESS_THAN, -",
    "ABOUT, EXPECTED, 20 ABOUT"
  })
  void anOverrunIsAsExactAsBothAmounts(String spent, String approved, String overrun) {
    amounts(
        "SPENT - 100 %s 2024-02-01".formatted(spent),
        "APPROVED - 80 %s 2024-03-01".formatted(approved));

    assertThat(on("2024-02-29", "overrun")).isEqualTo("-");
    assertThat(on("2024-03-01", "overrun")).isEqualTo(overrun);
    assertThat(ledger.at("project_cost_period", project, last, "2024-03-02").get("overrun_percent"))
        .isEqualTo(overrun.equals("-") ? null : new BigDecimal("25"));
  }

  @Test
  void nothingIsAPercentageOfNothing() {
    amounts("SPENT - 100 EXACT 2024-02-01", "APPROVED - 0 EXACT 2024-02-01");

    assertThat(on("2024-02-01", "overrun")).isEqualTo("100 EXACT");
    assertThat(ledger.at("project_cost_period", project, last, "2024-02-01").get("overrun_percent"))
        .isNull();
  }

  @Test
  void lessThanWasApprovedIsNegative() {
    amounts("SPENT - 30.5 EXACT 2024-02-01", "APPROVED - 90 EXACT 2024-02-01");

    assertThat(on("2024-02-01", "overrun")).isEqualTo("-59.5 EXACT");
    assertThat(ledger.at("project_cost_period", project, last, "2024-02-01").get("overrun_percent"))
        .hasToString("-66.11");
  }

  private void rated(String key, int guideline, String priority, String day, int ordinal) {
    ledger.add(
        "priority_rating",
        key,
        "project",
        project,
        "guideline",
        guideline,
        "priority",
        priority,
        "effective_on",
        day,
        "ordinal",
        ordinal);
  }

  private @Nullable Object priority(int release, String day) {
    return ledger.at("project_priority_period", project, release, day).get("priority");
  }

  @Test
  void thePriorityIsTheHighestOfTheLastRatingsByEachGuideline() {
    ledger.publish(() -> project = ledger.add("project", "p"));
    int first =
        ledger.publish(
            () -> {
              rated("a", 1, "HIGH", "2024-01-10", 0);
              rated("b", 2, "LOW", "2024-02-10", 0);
              rated("c", 1, "LOW", "2024-03-10", 1);
              rated("d", 1, "HIGH", "2024-03-10", 0);
            });
    int second = ledger.publish(() -> rated("e", 2, "MEDIUM", "2024-04", 0));

    assertThat(priority(first, "2024-01-09")).isNull();
    assertThat(priority(first, "2024-01-10")).isEqualTo("HIGH");
    assertThat(priority(first, "2024-02-10")).isEqualTo("HIGH");
    assertThat(priority(first, "2024-03-09")).isEqualTo("HIGH");
    assertThat(priority(first, "2024-03-10")).isEqualTo("LOW");
    assertThat(priority(first, "2024-05-01")).isEqualTo("LOW");
    assertThat(priority(second, "2024-04-29")).isEqualTo("LOW");
    assertThat(priority(second, "2024-04-30")).isEqualTo("MEDIUM");
    assertThat(priority(second, "2024-05-01")).isEqualTo("MEDIUM");
  }

  @Test
  void aWithdrawnProjectHasNeitherPriorityNorCost() {
    ledger.publish(() -> project = ledger.add("project", "p"));
    ledger.publish(
        () -> {
          rated("a", 1, "HIGH", "2024-01-10", 0);
          amount("SPENT - 100 EXACT 2024-02-01");
        });
    last = ledger.publish(() -> ledger.end("project", project));

    assertThat(priority(last, "2024-05-01")).isNull();
    assertThat(on("2024-05-01", "spent")).isEqualTo("-");
  }
}
