package org.stadtstand.city.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** A project came from the status that its history has on the day before. */
@ServerTest
class PreviousStatusIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  @Autowired private Questions questions;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", on: \"2024-05-01\"",
        ", knownAt: \"2024-01-15\"",
        ", knownAt: \"2025-01-15\", on: \"2022-03-31\""
      })
  void isThatOfTheDayBefore(String state) {
    List<JsonNode> projects =
        questions
            .data(
                """
                { projects(%s%s, first: 200) { nodes { key statusChanges(first: 200) { nodes {
                    status effectiveOn previousStatus previousStatusLabel previousStatusCitation
                    citation } } } } }
                """
                    .formatted(CITY, state))
            .at("/projects/nodes")
            .valueStream()
            .toList();
    assertThat(projects)
        .isNotEmpty()
        .anyMatch(project -> project.at("/statusChanges/nodes").size() > 2)
        .allSatisfy(project -> compare(project.at("/statusChanges/nodes")));
  }

  private static void compare(JsonNode changes) {
    for (JsonNode change : changes) {
      JsonNode before = before(changes, change.get("effectiveOn").asString());
      assertThat(change.get("previousStatus").asString(null))
          .as(changes.toString())
          .isEqualTo(before == null ? null : before.get("status").asString());
      assertThat(change.get("previousStatusLabel").isNull()).isEqualTo(before == null);
      assertThat(change.get("previousStatusCitation").isNull()).isEqualTo(before == null);
    }
  }

  private static @Nullable JsonNode before(JsonNode changes, String day) {
    return changes
        .valueStream()
        .filter(other -> other.get("effectiveOn").asString().compareTo(day) < 0)
        .reduce((one, later) -> later)
        .orElse(null);
  }

  /** By SQL, where the rows above were read from a sheet. */
  @Test
  void groupsAndFiltersKnowItToo() {
    assertThat(flows("2025")).hasSize(16).containsEntry("IN_PROGRESS PILOT", 42);
    Map<String, Integer> rows = new HashMap<>();
    questions
        .data(
            "{ x: "
                + changes("2025-Q2", "isNull: false")
                + ", first: 200) { nodes { previousStatus status } } }")
        .at("/x/nodes")
        .forEach(
            row ->
                rows.merge(
                    row.get("previousStatus").asString() + " " + row.get("status").asString(),
                    1,
                    Integer::sum));
    Map<String, Integer> flows = flows("2025-Q2");
    flows.keySet().removeIf(flow -> flow.startsWith("NO_EVENT"));
    assertThat(rows).isNotEmpty().isEqualTo(flows);
  }

  private static String changes(String period, String previous) {
    return "statusChanges(%s, filter: {effectiveOn: {within: \"%s\"}, previousStatus: {%s}}"
        .formatted(CITY, period, previous);
  }

  private Map<String, Integer> flows(String period) {
    Map<String, Integer> flows = new HashMap<>();
    questions
        .data(
            "{ x: "
                + changes(period, "")
                + ") { groups(by: [{field: PREVIOUS_STATUS}, {field: STATUS}], first: 200)"
                + " { nodes { keys { previousStatus previousStatusAbsent status } count } } } }")
        .at("/x/groups/nodes")
        .forEach(
            flow ->
                flows.put(
                    flow.at("/keys/previousStatus")
                            .asString(flow.at("/keys/previousStatusAbsent").asString())
                        + " "
                        + flow.at("/keys/status").asString(),
                    flow.get("count").asInt()));
    return flows;
  }
}
