package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.graph.figures.PlainRows;
import tools.jackson.databind.JsonNode;

/** The rows of a group are those of the list that have its keys, in the order that is asked for. */
@ServerTest
class GroupRowsIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  private static final String ORDER =
      "orderBy: [{field: SLIPPAGE_DAYS, direction: DESC}, {field: TITLE}]";

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfTheListWithItsKeys(long seed) {
    Random random = new Random(seed);
    String state = PlainRows.STATES.get(random.nextInt(PlainRows.STATES.size()));
    String list = CITY + state + ", filter: " + PlainRows.filter(random, 2);
    List<JsonNode> all =
        PlainRows.of(questions, "projects", list + ", " + ORDER, "key status focusArea { key }")
            .rows();
    List<String> read = new ArrayList<>();
    for (JsonNode group :
        groups(
            "projects(" + list + ")",
            "by: [{field: STATUS}, {field: FOCUS_AREA}], first: 200",
            "count keys { status focusArea { key } } rows(first: 200, "
                + ORDER
                + ") { totalCount nodes { key } }")) {
      List<String> own =
          all.stream()
              .filter(row -> row.get("status").equals(group.at("/keys/status")))
              .filter(row -> row.get("focusArea").equals(group.at("/keys/focusArea")))
              .map(row -> row.get("key").asString())
              .toList();
      assertThat(keys(group.get("rows"))).as(list).isNotEmpty().isEqualTo(own);
      assertThat(group.at("/rows/totalCount")).isEqualTo(group.get("count"));
      read.addAll(own);
    }
    assertThat(read).hasSameSizeAs(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{field: LEAD_UNIT, level: DEPARTMENT}",
        "{field: LEAD_UNIT}",
        "{field: PLANNED_END, unit: QUARTER}",
        "{field: SLIPPAGE_DAYS, edges: [0, 1, 91]}",
        "{field: TARGETS}",
        "{field: PARTNERS}",
        "{field: PRIORITY}"
      })
  void areAsManyAsTheGroupCounts(String by) {
    List<JsonNode> groups =
        groups(
            "projects(" + CITY + ")",
            "by: [" + by + "]",
            "count rows(first: 200) { totalCount nodes { key } }");
    assertThat(groups)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            group ->
                assertThat(keys(group.get("rows")))
                    .doesNotHaveDuplicates()
                    .hasSize(Math.min(200, group.get("count").asInt())));
  }

  @Test
  void arePagedForwardsAndBackwards() {
    String groups = "by: [{field: STATUS}], first: 1, orderBy: [{figure: COUNT, direction: DESC}]";
    String page = "rows(%s, " + ORDER + ") { pageInfo { %s } edges { cursor node { key } } }";
    String list = "projects(" + CITY + ")";
    List<String> all =
        keys(groups(list, groups, "rows(first: 200, " + ORDER + ") { nodes { key } }").getFirst());
    List<String> forwards = new ArrayList<>();
    String first = "first: 7";
    boolean more = true;
    while (more) {
      JsonNode rows =
          groups(list, groups, page.formatted(first, "hasNextPage endCursor"))
              .getFirst()
              .get("rows");
      rows.get("edges").forEach(edge -> forwards.add(edge.at("/node/key").asString()));
      more = rows.at("/pageInfo/hasNextPage").asBoolean();
      first = "first: 7, after: \"%s\"".formatted(rows.at("/pageInfo/endCursor").asString());
    }
    assertThat(forwards).hasSizeGreaterThan(14).isEqualTo(all);
    JsonNode last =
        groups(list, groups, page.formatted("last: 3", "hasPreviousPage")).getFirst().get("rows");
    assertThat(last.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    assertThat(last.get("edges").valueStream().map(edge -> edge.at("/node/key").asString()))
        .containsExactlyElementsOf(all.subList(all.size() - 3, all.size()));
  }

  @Test
  void areNarrowedByAFilterOfTheirOwn() {
    List<JsonNode> groups =
        groups(
            "projects(" + CITY + ", filter: {timesRescheduled: {lt: 3}})",
            "by: [{field: STATUS}]",
            "late: count(filter: {slippageDays: {gt: 90}})"
                + " rows(filter: {slippageDays: {gt: 90}}, first: 200)"
                + " { totalCount nodes { slippageDays timesRescheduled } }");
    assertThat(groups)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            group -> {
              assertThat(group.at("/rows/totalCount")).isEqualTo(group.get("late"));
              assertThat(group.at("/rows/nodes").valueStream())
                  .hasSize(group.get("late").asInt())
                  .allMatch(row -> row.get("slippageDays").asInt() > 90)
                  .allMatch(row -> row.get("timesRescheduled").asInt() < 3);
            });
    assertThat(groups).anyMatch(group -> group.get("late").asInt() > 0);
  }

  @Test
  void ofListsBelowManyRecordsAreReadTogether() {
    String document =
        "{ focusAreas("
            + CITY
            + ") { nodes { key projects { groups(by: [{field: STATUS}])"
            + " { nodes { count rows(first: 2) { nodes { key focusArea { key } } } } } } } } }";
    questions.data(document.replace("first: 2", "first: 1"));
    statements.forget();
    JsonNode areas = questions.data(document).at("/focusAreas/nodes");
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .as("the rows of all groups of all four")
        .hasSize(1);
    assertThat(areas).hasSize(4);
    for (JsonNode area : areas) {
      assertThat(area.at("/projects/groups/nodes").valueStream())
          .isNotEmpty()
          .allSatisfy(
              group ->
                  assertThat(group.at("/rows/nodes").valueStream())
                      .hasSize(Math.min(2, group.get("count").asInt()))
                      .allMatch(row -> row.at("/focusArea/key").equals(area.get("key"))));
    }
  }

  @Test
  void ofGroupsWithoutRowsAreNone() {
    assertThat(
            groups(
                "projects(" + CITY + ", filter: {status: {eq: COMPLETED}})",
                "by: [{field: STATUS, empty: true}]",
                "count rows { totalCount nodes { key } }"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            group -> {
              assertThat(group.at("/rows/totalCount")).isEqualTo(group.get("count"));
              assertThat(group.at("/rows/nodes").isEmpty())
                  .isEqualTo(group.get("count").asInt() == 0);
            });
  }

  /** The events of several types, of all cities. */
  @Test
  void areOfEachTypeAndCity() {
    List<JsonNode> types =
        groups(
            "statusHistory(municipality: \"ALL\")",
            "by: [{field: EVENT_KIND}]",
            "keys { eventKind } count rows(first: 3) { nodes { eventKind effectiveOn id } }");
    assertThat(types)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            group ->
                assertThat(group.at("/rows/nodes").valueStream())
                    .hasSize(Math.min(3, group.get("count").asInt()))
                    .allMatch(row -> row.get("eventKind").equals(group.at("/keys/eventKind"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows { groups(by: [{field: STATUS}]) { totalCount } } | BAD_GROUP",
        "rows { count } | BAD_GROUP",
        "rows { series(from: \"2024-01-01\") { count } } | BAD_GROUP",
        "rows { facets(of: [STATUS]) { field } } | BAD_GROUP",
        "rows { aggregates { slippageDays { sum } } } | BAD_GROUP",
        "rows { on nodes { key } } | BAD_GROUP",
        "rows(first: 201) { nodes { key } } | BAD_PAGE",
        "rows(first: 2, last: 2) { nodes { key } } | BAD_PAGE",
        "rows(after: \"x\") { nodes { key } } | BAD_CURSOR",
        "rows(filter: {plannedEnd: {within: \"2025-Q9\"}}) { nodes { key } } | BAD_FILTER",
        "rows(orderBy: [{field: TARGETS}]) { nodes { key } } | VALIDATION"
      })
  void areRefusedWhereTheyMakeNoSense(String rows, String code) {
    assertThat(
            questions.code(
                "{ projects(%s) { groups(by: [{field: STATUS}]) { nodes { %s } } } }"
                    .formatted(CITY, rows)))
        .isEqualTo(code);
  }

  @Test
  void areNotContinuedInAnotherState() {
    String document =
        "{ projects(%s) { groups(by: [{field: STATUS}], first: 1) { nodes { rows(first: 1%s)"
            + " { pageInfo { endCursor } } } } } }";
    String cursor =
        questions
            .data(document.formatted(CITY, ""))
            .at("/projects/groups/nodes/0/rows/pageInfo/endCursor")
            .asString();
    String after = ", after: \"" + cursor + "\"";
    assertThat(questions.code(document.formatted("municipality: \"duesseldorf\"", after)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(questions.code(document.formatted(CITY + ", on: \"2024-01-01\"", after)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  private static List<String> keys(JsonNode rows) {
    JsonNode list = rows.has("rows") ? rows.get("rows") : rows;
    return list.get("nodes").valueStream().map(row -> row.get("key").asString()).toList();
  }

  private List<JsonNode> groups(String list, String arguments, String selection) {
    return questions
        .data("{ x: %s { groups(%s) { nodes { %s } } } }".formatted(list, arguments, selection))
        .at("/x/groups/nodes")
        .valueStream()
        .toList();
  }
}
