package org.stadtstand.graph.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.graph.figures.PlainRows;
import org.stadtstand.record.columns.ColumnCache;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** Every point of a series is the list that is asked on its day. */
@ServerTest
class SeriesIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  /** What is figured is read day by day, what is only counted once for all days. */
  private static final List<String> OF_A_POINT =
      List.of(
          "totalCount moved: count(filter: {slippageDays: {gt: 0}}) percent(filter: {status: {eq:"
              + " COMPLETED}}) aggregates { slippageDays { sum median } } groups(by: [{field:"
              + " STATUS}]) { nodes { label count } }",
          "count done: count(filter: {status: {eq: COMPLETED}}) percent(filter: {status: {isNull:"
              + " true}}, of: {not: {status: {eq: PLANNED}}}) groups(by: [{field: LEAD_UNIT, level:"
              + " DEPARTMENT}, {field: STATUS}], first: 200) { rowCount nodes { label count share"
              + " done: count(filter: {status: {in: [COMPLETED, PILOT]}}) } }",
          "count moved: count(filter: {slippageDays: {gt: 0}}) never: percent(filter:"
              + " {slippageDays: {isNull: true}}) groups(by: [{field: TARGETS}, {field:"
              + " SLIPPAGE_DAYS, edges: [0, 1, 91]}], first: 200, orderBy: [{figure: COUNT}]) {"
              + " overlap nodes { label count } }",
          "count groups(by: [{field: FOCUS_AREA}]) { nodes { label count } }",
          "count moved: count(filter: {slippageDays: {gt: 0}}) done: count(filter: {status: {eq:"
              + " COMPLETED}})");

  /** A state of the list, with the day up to which things are known in it. */
  private record State(String arguments, LocalDate known) {}

  private static final List<State> STATES =
      List.of(
          new State("", LocalDate.MAX),
          new State(", on: \"2024-05-01\"", LocalDate.MAX),
          new State(", knownAt: \"2024-07-01\"", LocalDate.parse("2024-07-01")),
          new State(
              ", knownAt: \"2023-01-15\", on: \"2024-03-31\"", LocalDate.parse("2023-01-15")));

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;
  @Autowired private ColumnCache columns;

  /** What is counted by columns in memory, no statement counts. */
  @BeforeEach
  void forgetColumns() {
    columns.settle();
    columns.clear();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void showsTheListOfEachDay(long seed) {
    Random random = new Random(seed);
    State state = STATES.get(random.nextInt(STATES.size()));
    boolean then = random.nextBoolean();
    String every = List.of("QUARTER", "YEAR").get(random.nextInt(2));
    String asked = OF_A_POINT.get((int) seed % OF_A_POINT.size());
    String filter =
        random.nextBoolean() ? "" : ", filter: " + PlainRows.filter(random, random.nextInt(3));
    JsonNode list =
        questions
            .data(
                "{ x: projects(%s%s%s) { series(from: \"2022-06-15\", every: %s, axis: %s) { on listed %s } } }"
                    .formatted(CITY, state.arguments, filter, every, then ? "KNOWN" : "ON", asked))
            .get("x");
    List<JsonNode> points = list.get("series").valueStream().toList();
    assertThat(points).hasSizeGreaterThan(2);
    StringBuilder lists = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      String day = points.get(i).get("on").asString();
      String arguments = CITY + (then ? asKnown(day, state) : on(day, state));
      lists.append(
          "p%d: projects(%s%s) { on %s } l%d: projects(%s) { listed: totalCount } "
              .formatted(i, arguments, filter, asked, i, arguments));
    }
    JsonNode days = questions.data("{ " + lists + "}");
    for (int i = 0; i < points.size(); i++) {
      JsonNode point = points.get(i);
      JsonNode listed = days.get("l" + i).get("listed");
      assertThat(point.get("listed")).isEqualTo(listed);
      ((tools.jackson.databind.node.ObjectNode) point).remove("listed");
      assertThat(point).as("%s %s %s", state, filter, then).isEqualTo(days.get("p" + i));
    }
  }

  private static String on(String day, State state) {
    String known = state.known == LocalDate.MAX ? "" : ", knownAt: \"" + state.known + "\"";
    return known + ", on: \"" + day + "\"";
  }

  private static String asKnown(String day, State state) {
    LocalDate last = LocalDate.parse(day).isAfter(state.known) ? state.known : LocalDate.parse(day);
    return ", knownAt: \"" + last + "\", on: \"" + day + "\"";
  }

  /** The numbers were worked out from the deliveries alone. */
  @Test
  void ofReleasesShowsWhatWasKnownInEach() {
    List<JsonNode> points =
        series(
            "projects(" + CITY + ")",
            "from: \"2021-12-31\", to: \"2025-12-31\", every: RELEASE, axis: KNOWN",
            "on release { number knownFrom revokedBy { number } } listed moved: count(filter:"
                + " {slippageDays: {gt: 0}}) aggregates { slippageDays { sum } }");
    assertThat(points)
        .extracting(point -> point.get("moved").asInt())
        .containsExactly(0, 28, 50, 53, 50, 76, 87, 101, 110);
    assertThat(points.getLast().at("/aggregates/slippageDays/sum").asInt()).isEqualTo(75_454);
    assertThat(points).extracting(point -> point.at("/release/number").asInt()).isSorted();
    assertThat(points.stream().filter(point -> point.at("/release/revokedBy").isObject()))
        .singleElement()
        .satisfies(point -> assertThat(point.at("/release/number").asInt()).isEqualTo(4));
    for (JsonNode point : List.of(points.get(2), points.get(7))) {
      JsonNode list =
          questions
              .data(
                  "{ projects(%s, knownAt: \"%s\", on: \"%s\") { totalCount moved: count(filter: {slippageDays: {gt: 0}}) } }"
                      .formatted(
                          CITY,
                          point.at("/release/knownFrom").asString(),
                          point.get("on").asString()))
              .get("projects");
      assertThat(list.get("moved")).isEqualTo(point.get("moved"));
      assertThat(list.get("totalCount")).isEqualTo(point.get("listed"));
    }
  }

  @Test
  void ofOneListBelowAnotherCountsItsMembersOfEachDay() {
    List<JsonNode> points =
        questions
            .data(
                "{ serviceSelection(municipality: \"musterstadt\", key: \"demo-top-75\") { services"
                    + " { series(from: \"2021-12-31\", to: \"2025-12-31\", every: QUARTER) { on"
                    + " listed online: count(filter: {onlineApplication: {eq: YES}}) endToEnd:"
                    + " count(filter: {endToEnd: {eq: YES}}) } } } }")
            .at("/serviceSelection/services/series")
            .valueStream()
            .toList();
    assertThat(points).hasSize(17);
    assertThat(points.getFirst().get("online").asInt()).isEqualTo(11);
    assertThat(points.getFirst().get("endToEnd").asInt()).isEqualTo(3);
    assertThat(points.getLast().get("online").asInt()).isEqualTo(20);
    assertThat(points.getLast().get("endToEnd").asInt()).isEqualTo(20);
    assertThat(points).extracting(point -> point.get("listed").asInt()).containsOnly(75);
  }

  @Test
  void saysHowManyHadBegun() {
    List<JsonNode> points =
        series(
            "projects(" + CITY + ", filter: {status: {isNull: false}})",
            "from: \"2022-03-31\", to: \"2025-12-31\", every: QUARTER",
            "on listed begun groups(by: [{field: STATUS}]) { nodes { count } }");
    assertThat(points).hasSize(16);
    assertThat(points.getFirst().get("listed").asInt()).isEqualTo(380);
    assertThat(points.getFirst().get("begun").asInt()).isEqualTo(235);
    for (JsonNode point : points) {
      assertThat(
              point
                  .at("/groups/nodes")
                  .valueStream()
                  .mapToInt(group -> group.get("count").asInt())
                  .sum())
          .isEqualTo(point.get("begun").asInt());
    }
  }

  @Test
  void isReadInOneStatementForAllDays() {
    questions.data("{ projects(" + CITY + ") { count } }");
    forgetColumns();
    statements.forget();
    List<JsonNode> points =
        series(
            // No column in memory holds texts.
            "projects("
                + CITY
                + ", filter: {timesRescheduled: {gte: 1}, title: {contains: \"e\"}})",
            "from: \"2022-01-31\", to: \"2025-12-31\"",
            "count moved: count(filter: {slippageDays: {gt: 0}})");
    assertThat(points).hasSize(48);
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .hasSize(1);
  }

  /** One pass over the rows, or one for each day where more is asked of a day than a period. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ON|count moved: count(filter: {slippageDays: {gt: 0}})|true",
        "KNOWN|count|true",
        "KNOWN|count moved: count(filter: {slippageDays: {gt: 0}})|true",
        "KNOWN|groups(by: [{field: LEAD_UNIT}, {field: STATUS}]) { nodes { count } }|true",
        "ON|count(filter: {overdueDays: {gt: 0}})|false",
        "KNOWN|count(filter: {slippageDays: {gt: 0}, status: {eq: COMPLETED}})|false",
        "KNOWN|count(filter: {targets: {some: {}}})|false",
        "ON|count(filter: {targets: {some: {}}})|true",
        "KNOWN|aggregates { slippageDays { sum } }|false"
      })
  void isCountedInOnePass(String axis, String selection, boolean swept) {
    questions.data("{ projects(" + CITY + ") { count } }");
    forgetColumns();
    statements.forget();
    series(
        "projects(" + CITY + ")",
        "from: \"2021-12-31\", to: \"2025-12-31\", axis: " + axis,
        selection);
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .singleElement()
        .satisfies(
            sql -> assertThat(sql.contains("generate_series(part.a, part.z)")).isEqualTo(swept));
  }

  private List<JsonNode> series(String list, String arguments, String selection) {
    return questions
        .data("{ x: %s { series(%s) { %s } } }".formatted(list, arguments, selection))
        .at("/x/series")
        .valueStream()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_ARGUMENT|on: \"2025-12-31\"|from: \"2025-01-31\", to: \"2027-01-31\"|on count",
        "BAD_ARGUMENT|on: \"2025-12-31\"|from: \"2026-01-31\"|on",
        "BAD_ARGUMENT|first: 1|from: \"2025-01-31\", to: \"2024-01-31\"|on",
        "BAD_ARGUMENT|first: 1|from: \"1900-01-31\", to: \"2024-01-31\"|on",
        "BAD_ARGUMENT|first: 1|from: \"2024-01-31\"|nodes { key }",
        "BAD_ARGUMENT|first: 1|from: \"2024-01-31\"|... on ProjectConnection { pageInfo {"
            + " hasNextPage } }",
        "BAD_ARGUMENT|first: 1|from: \"2024-01-31\"|series(from: \"2024-01-31\") { on }",
        "BAD_FILTER|first: 1|from: \"2024-01-31\"|count(filter: {status: {eq: null}})",
        "BAD_GROUP|first: 1|from: \"2024-01-31\"|groups(by: []) { rowCount }",
        "FUTURE_MOMENT|on: \"2090-12-31\"|from: \"2080-01-31\", every: YEAR, axis: KNOWN|count",
        "VALIDATION|first: 1|to: \"2024-01-31\"|on",
        "VALIDATION|first: 1|from: \"2024-01-31\", every: WEEK|on",
        "TOO_EXPENSIVE|municipality: \"musterstadt\"|from: \"1993-01-31\", to: \"2025-12-31\"|"
            + "count(filter: {targets: {some: {projects: {some: {targets: {some: {projects: {some:"
            + " {}}}}}}}}})"
      })
  void thatMakesNoSenseIsRefused(String code, String list, String days, String selection) {
    assertThat(
            questions.code(
                "{ projects(%s) { series(%s) { %s } } }".formatted(list, days, selection)))
        .isEqualTo(code);
  }

  @Test
  void isPricedByItsDays() {
    String series = "{ statusHistory(%s) { series(from: \"%s\", to: \"2025-12-31\") { count } } }";
    List<Integer> costs = new ArrayList<>();
    for (String from : List.of("2025-12-31", "2022-01-31")) {
      costs.add(
          questions.ask(series.formatted(CITY, from)).at("/extensions/cost/estimated").asInt());
    }
    assertThat(costs.getLast()).isGreaterThan(10 * costs.getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "series(from: \"2021-12-31\", every: RELEASE, axis: KNOWN) { on release { number } listed"
            + " moved: count(filter: {slippageDays: {gt: 0}}) aggregates { slippageDays { sum } }"
            + " };on,release.number,listed,moved,slippageDays.sum;9",
        "series(from: \"2025-01-31\", to: \"2025-03-31\") { on listed groups(by: [{field: STATUS}])"
            + " { nodes { keys { statusLabel } count } }"
            + " };on,listed,groups.statusLabel,groups.count;30"
      })
  void areRowsOfFiles(String series, String heading, int rows) {
    List<String> lines =
        new Web(port)
            .get(Web.carried("{ projects(" + CITY + ") { " + series + " } }") + ".csv")
            .body()
            .replace("\uFEFF", "")
            .lines()
            .toList();
    assertThat(lines.getFirst()).startsWith(heading);
    assertThat(lines).hasSize(rows + 1);
  }
}
