package org.stadtstand.city.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** The figures of a project are those that a reader works out of its events. */
@ServerTest
class ProjectFiguresIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  @Autowired private Questions questions;

  private List<JsonNode> projects(String state, String fields) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  "{ projects(%s, first: 200%s%s) { nodes { key %s } pageInfo { hasNextPage endCursor } } }"
                      .formatted(CITY, state, after, fields))
              .get("projects");
      page.get("nodes").forEach(all::add);
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return all;
      }
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", on: \"2024-05-01\"", ", knownAt: \"2024-01-15\""})
  void completionIsCountedFromTheFirstPlan(String state) {
    List<JsonNode> projects =
        projects(
            state,
            "status statusSince completedOn completedOnLabel daysToComplete daysToCompleteLabel"
                + " statusSinceLabel daysToCompleteCitation statusChanges(first: 200) {"
                + " nodes { status effectiveOn } }");
    assertThat(projects).anyMatch(project -> !project.get("daysToComplete").isNull());
    for (JsonNode project : projects) {
      boolean completed = "COMPLETED".equals(project.get("status").asString(null));
      String since = completed ? project.get("statusSince").asString() : null;
      String planned = completed ? firstPlanned(project) : null;
      assertThat(project.get("completedOn").asString(null)).isEqualTo(since);
      assertThat(project.get("completedOnLabel").asString(null))
          .isEqualTo(completed ? project.get("statusSinceLabel").asString() : null);
      assertThat(project.get("daysToComplete").asString(null))
          .as(project.toString())
          .isEqualTo(planned == null || since == null ? null : days(planned, since));
      assertThat(project.get("daysToCompleteLabel").isNull())
          .isEqualTo(project.get("daysToComplete").isNull());
      assertThat(project.get("daysToCompleteCitation").isNull()).isEqualTo(!completed);
    }
  }

  private static @Nullable String firstPlanned(JsonNode project) {
    return project
        .at("/statusChanges/nodes")
        .valueStream()
        .filter(change -> change.get("status").asString().equals("PLANNED"))
        .map(change -> change.get("effectiveOn").asString())
        .findFirst()
        .orElse(null);
  }

  private static String days(String from, String to) {
    return String.valueOf(ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", on: \"2024-05-01\"", ", knownAt: \"2024-01-15\""})
  void thePriorityIsTheHighestOfTheLastRatings(String state) {
    List<JsonNode> projects =
        projects(
            state,
            "priority priorityCitation priorityRatings(first: 200) { nodes {"
                + " priority guideline { key } citation } }");
    assertThat(projects).anyMatch(project -> !project.get("priority").isNull());
    for (JsonNode project : projects) {
      Map<String, String> last = new TreeMap<>();
      project
          .at("/priorityRatings/nodes")
          .forEach(
              rating ->
                  last.put(
                      rating.at("/guideline/key").asString(), rating.get("priority").asString()));
      assertThat(project.get("priority").asString(null))
          .isEqualTo(
              last.values().stream()
                  .map(Priority::valueOf)
                  .min(Comparator.naturalOrder())
                  .map(Priority::name)
                  .orElse(null));
      assertThat(project.get("priorityCitation").isNull()).isEqualTo(last.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", on: \"2024-05-01\"", ", knownAt: \"2024-01-15\""})
  void costsAreTheLastAmountsAndTheirDifference(String state) {
    String cost = " { amount qualifier currency }";
    List<JsonNode> projects =
        projects(
            state,
            "plannedCost%1$s approvedCost%1$s spentCost%1$s costOverrun%1$s costOverrunPercent costs(first: 200) { nodes { phase year amount } } plannedCostCitation costOverrunCitation"
                .formatted(cost));
    for (JsonNode project : projects) {
      BigDecimal approved = lastOf(project, "APPROVED");
      BigDecimal spent = lastOf(project, "SPENT");
      assertThat(amount(project, "plannedCost")).isEqualTo(lastOf(project, "PLANNED"));
      assertThat(amount(project, "approvedCost")).isEqualTo(approved);
      assertThat(amount(project, "spentCost")).isEqualTo(spent);
      assertThat(amount(project, "costOverrun"))
          .isEqualTo(approved == null || spent == null ? null : spent.subtract(approved));
      assertThat(project.get("plannedCostCitation").isNull())
          .isEqualTo(project.get("plannedCost").isNull());
      assertThat(project.get("costOverrunCitation").isNull())
          .isEqualTo(project.get("costOverrun").isNull());
    }
    assertThat(projects).anyMatch(project -> project.get("plannedCost").isObject());
  }

  private static @Nullable BigDecimal amount(JsonNode project, String field) {
    JsonNode amount = project.at("/" + field + "/amount");
    return amount.isMissingNode() ? null : amount.decimalValue();
  }

  /** Years are added unless there is an amount for the whole project. */
  private static @Nullable BigDecimal lastOf(JsonNode project, String phase) {
    Map<String, BigDecimal> last = new TreeMap<>();
    project
        .at("/costs/nodes")
        .valueStream()
        .filter(cost -> cost.get("phase").asString().equals(phase))
        .forEach(
            cost ->
                last.put(cost.get("year").asString("whole"), cost.get("amount").decimalValue()));
    BigDecimal whole = last.get("whole");
    return whole != null ? whole : last.values().stream().reduce(BigDecimal::add).orElse(null);
  }

  @Test
  void theNewsroomsQuestionsHaveTheirAnswers() {
    JsonNode data =
        questions.data(
            """
            { stopped: projects(%1$s,
                filter: {priority: {eq: HIGH}, status: {in: [CANCELLED, ON_HOLD]}}) { totalCount }
              ever: projects(%1$s, filter: {priorityRatings: {some: {priority: {eq: HIGH}}},
                status: {in: [CANCELLED, ON_HOLD]}}) { totalCount }
              coverage: projects(%1$s) { aggregates { costOverrun { known missing } } }
              over: projects(%1$s, filter: {costOverrun: {gt: 0}},
                orderBy: [{field: COST_OVERRUN_PERCENT, direction: DESC}]) {
                nodes { costOverrunPercent } } }
            """
                .formatted(CITY));
    assertThat(data.at("/stopped/totalCount").asInt()).isEqualTo(10);
    assertThat(data.at("/ever/totalCount").asInt()).isEqualTo(12);
    assertThat(data.at("/coverage/aggregates/costOverrun/known").asInt()).isEqualTo(4);
    assertThat(data.at("/coverage/aggregates/costOverrun/missing").asInt()).isEqualTo(376);
    assertThat(
            data.at("/over/nodes")
                .valueStream()
                .map(node -> node.get("costOverrunPercent").asString()))
        .containsExactly("460", "323.08", "117.39", "65.52");
  }

  /** A figure of the asked day begins on its day, not before. */
  @Test
  void completionBeginsOnItsDay() {
    JsonNode completed =
        questions
            .data(
                "{ projects(%s, first: 5, filter: {daysToComplete: {gt: 0}}) { nodes { key completedOn daysToComplete } } }"
                    .formatted(CITY))
            .at("/projects/nodes");
    assertThat(completed).hasSize(5);
    for (JsonNode project : completed) {
      LocalDate day = LocalDate.parse(project.get("completedOn").asString());
      String key = project.get("key").asString();
      assertThat(onDay(key, day.minusDays(1)).get("daysToComplete").isNull()).isTrue();
      assertThat(onDay(key, day.minusDays(1)).get("completedOn").isNull()).isTrue();
      assertThat(onDay(key, day)).isEqualTo(project);
      assertThat(onDay(key, day.plusDays(1)).get("completedOn"))
          .isEqualTo(project.get("completedOn"));
    }
  }

  private JsonNode onDay(String key, LocalDate day) {
    return questions
        .data(
            "{ project(%s, key: \"%s\", on: \"%s\") { key completedOn daysToComplete } }"
                .formatted(CITY, key, day))
        .get("project");
  }

  @Test
  void aMoveIsFromTheOldDateToTheNew() {
    JsonNode moves =
        questions
            .data(
                "{ scheduleRevisions(%s, first: 200) { nodes { oldOn newOn movedDays oldOnPrecision newOnPrecision movedDaysLabel movedDaysCitation citation } } }"
                    .formatted(CITY))
            .at("/scheduleRevisions/nodes");
    assertThat(moves).hasSizeGreaterThan(100);
    for (JsonNode move : moves) {
      boolean known = !move.get("oldOn").isNull() && !move.get("newOn").isNull();
      assertThat(move.get("movedDays").asString(null))
          .isEqualTo(
              known ? days(move.get("oldOn").asString(), move.get("newOn").asString()) : null);
      assertThat(move.get("movedDaysCitation")).isEqualTo(move.get("citation"));
      boolean exact =
          "DAY".equals(move.get("oldOnPrecision").asString(null))
              && "DAY".equals(move.get("newOnPrecision").asString(null));
      assertThat(move.get("movedDaysLabel").asString("").contains("etwa"))
          .isEqualTo(known && !exact);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STATUS", "COMPLETED_ON", "DAYS_TO_COMPLETE", "DAYS_IN_STATUS"})
  void listsAreInTheOrderOfTheFigure(String field) {
    List<JsonNode> projects =
        projects(
            ", orderBy: [{field: " + field + "}]",
            "status completedOn daysToComplete daysInStatus");
    List<String> values = projects.stream().map(project -> sortable(project, field)).toList();
    // What has no value comes last.
    List<String> ordered =
        values.stream()
            .sorted(Comparator.comparing(String::isEmpty).thenComparing(value -> value))
            .toList();
    assertThat(values).hasSize(380).isEqualTo(ordered);
  }

  private static String sortable(JsonNode project, String field) {
    return switch (field) {
      case "STATUS" ->
          project.get("status").isNull()
              ? ""
              : String.valueOf(ProjectStatus.valueOf(project.get("status").asString()).ordinal());
      case "COMPLETED_ON" -> project.get("completedOn").asString("");
      case "DAYS_TO_COMPLETE" -> padded(project.get("daysToComplete"));
      default -> padded(project.get("daysInStatus"));
    };
  }

  private static String padded(JsonNode number) {
    return number.isNull() ? "" : "%06d".formatted(number.asInt());
  }
}
