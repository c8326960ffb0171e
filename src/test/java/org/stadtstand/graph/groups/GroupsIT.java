package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.graph.figures.PlainRows;
import org.stadtstand.graph.groups.Period.DateUnit;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** Groups are those that a reader of all rows would make. */
@ServerTest
class GroupsIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  private static final String FIELDS =
      "status focusArea { key } leadUnit { key } plannedEnd plannedEndPrecision timesRescheduled"
          + " slippageDays targets(first: 200) { nodes { key } } partners";

  private static final String NONE = "-";

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  /** A column to group by, how its key is asked for, and which keys a row has. */
  private record By(String input, String key, Function<JsonNode, List<String>> keysOf) {

    static By one(String input, String key, Function<JsonNode, String> keyOf) {
      return new By(input, key, row -> List.of(keyOf.apply(row)));
    }

    String of(JsonNode keys) {
      JsonNode value = keys.get(key.replaceAll(" .*", ""));
      JsonNode inner = value.isObject() ? value.iterator().next() : value;
      return inner.isNull() ? NONE : inner.asString();
    }
  }

  private static final List<By> COLUMNS =
      List.of(
          By.one("{field: STATUS}", "status", row -> text(row, "/status")),
          By.one("{field: FOCUS_AREA}", "focusArea { key }", row -> text(row, "/focusArea/key")),
          By.one("{field: LEAD_UNIT}", "leadUnit { key }", row -> text(row, "/leadUnit/key")),
          By.one("{field: PLANNED_END}", "plannedEnd { value }", row -> period(row, DateUnit.YEAR)),
          By.one(
              "{field: PLANNED_END, unit: QUARTER}",
              "plannedEnd { value }",
              row -> period(row, DateUnit.QUARTER)),
          By.one(
              "{field: PLANNED_END, unit: MONTH}",
              "plannedEnd { value }",
              row -> period(row, DateUnit.MONTH)),
          By.one(
              "{field: TIMES_RESCHEDULED}",
              "timesRescheduled { value }",
              row -> text(row, "/timesRescheduled")),
          new By(
              "{field: TARGETS}",
              "targets { key }",
              row ->
                  several(
                      row.at("/targets/nodes")
                          .valueStream()
                          .map(one -> text(one, "/key"))
                          .toList())),
          new By(
              "{field: PARTNERS}",
              "partners",
              row ->
                  several(
                      row.get("partners")
                          .valueStream()
                          .map(JsonNode::asString)
                          .distinct()
                          .toList())));

  private static final int SEVERAL = COLUMNS.size() - 2;

  private static String text(JsonNode row, String pointer) {
    JsonNode value = row.at(pointer);
    return value.isNull() || value.isMissingNode() ? NONE : value.asString();
  }

  private static List<String> several(List<String> values) {
    return values.isEmpty() ? List.of(NONE) : values;
  }

  private static String period(JsonNode row, DateUnit unit) {
    if (row.get("plannedEnd").isNull()) {
      return NONE;
    }
    LocalDate day = LocalDate.parse(row.get("plannedEnd").asString());
    String year = String.valueOf(day.getYear());
    String quarter = year + "-Q" + (day.getMonthValue() + 2) / 3;
    String month = YearMonth.from(day).toString();
    return switch (row.get("plannedEndPrecision").asString()) {
      case "YEAR" -> year;
      case "QUARTER" -> unit == DateUnit.YEAR ? year : quarter;
      case "MONTH", "DAY" ->
          switch (unit) {
            case YEAR -> year;
            case QUARTER -> quarter;
            case MONTH -> month;
          };
      default -> throw new IllegalStateException("The demo city has no such date: " + row);
    };
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 14);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfTheRows(long seed) {
    Random random = new Random(seed);
    String state = PlainRows.STATES.get(random.nextInt(PlainRows.STATES.size()));
    String list = CITY + state + ", filter: " + PlainRows.filter(random, 2);
    List<By> by = by(random);
    List<JsonNode> groups = new ArrayList<>();
    JsonNode page = whole(list, by, groups);
    PlainRows rows = PlainRows.of(questions, "projects", list, FIELDS);
    Map<String, List<JsonNode>> made = made(rows, by);
    assertThat(groups)
        .as(list + by)
        .extracting(group -> name(group, by))
        .containsExactlyInAnyOrderElementsOf(made.keySet());
    int sum = 0;
    for (JsonNode group : groups) {
      PlainRows own = new PlainRows(made.getOrDefault(name(group, by), List.of()));
      compare(group, own, rows.count());
      sum += own.count();
    }
    assertThat(page.get("rowCount").asInt()).isEqualTo(rows.count());
    assertThat(page.get("overlap").asInt()).isEqualTo(sum - rows.count());
    assertThat(page.get("totalCount").asInt()).isEqualTo(groups.size());
  }

  /** One to three different columns, of which one at most has several values. */
  private static List<By> by(Random random) {
    List<By> all = new ArrayList<>(COLUMNS.subList(0, SEVERAL));
    Collections.shuffle(all, random);
    List<By> by = new ArrayList<>(all.subList(0, 1 + random.nextInt(2)));
    if (by.size() > 1 && by.get(0).key.equals(by.get(1).key)) {
      by.removeLast();
    }
    if (random.nextInt(3) == 0) {
      by.add(COLUMNS.get(SEVERAL + random.nextInt(2)));
    }
    return by;
  }

  /** All pages. */
  private JsonNode whole(String list, List<By> by, List<JsonNode> groups) {
    String after = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  """
                  { x: projects(%s) { groups(by: [%s], first: 37%s) { rowCount overlap totalCount
                      rest { count } pageInfo { hasNextPage endCursor }
                      nodes { keys { %s } count share moved: count(filter: {slippageDays: {gt: 0}})
                        percent(filter: {slippageDays: {gt: 0}})
                        aggregates { slippageDays { avg median p90 known }
                          targets { distinctCount missing } } } } } }
                  """
                      .formatted(
                          list,
                          by.stream().map(By::input).collect(Collectors.joining(", ")),
                          after,
                          by.stream().map(By::key).collect(Collectors.joining(" "))))
              .at("/x/groups");
      page.get("nodes").forEach(groups::add);
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return page;
      }
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    }
  }

  private static String name(JsonNode group, List<By> by) {
    return by.stream().map(one -> one.of(group.get("keys"))).collect(Collectors.joining(" | "));
  }

  private static Map<String, List<JsonNode>> made(PlainRows rows, List<By> by) {
    Map<String, List<JsonNode>> made = new TreeMap<>();
    for (JsonNode row : rows.rows()) {
      List<String> names = List.of("");
      for (By one : by) {
        String joint = one == by.getFirst() ? "" : " | ";
        names =
            names.stream()
                .flatMap(name -> one.keysOf.apply(row).stream().map(key -> name + joint + key))
                .toList();
      }
      names.forEach(name -> made.computeIfAbsent(name, made0 -> new ArrayList<>()).add(row));
    }
    return made;
  }

  private static void compare(JsonNode group, PlainRows own, int all) {
    int moved = own.that(row -> row.get("slippageDays").asInt(0) > 0).count();
    List<BigDecimal> days = own.numbers("/slippageDays");
    assertThat(group.get("count").asInt()).isEqualTo(own.count());
    assertThat(group.get("moved").asInt()).isEqualTo(moved);
    is(group.get("share"), PlainRows.percent(own.count(), all));
    is(group.get("percent"), PlainRows.percent(moved, own.count()));
    is(group.at("/aggregates/slippageDays/avg"), PlainRows.mean(days));
    is(group.at("/aggregates/slippageDays/median"), PlainRows.median(days));
    is(group.at("/aggregates/slippageDays/p90"), PlainRows.p90(days));
    assertThat(group.at("/aggregates/slippageDays/known").asInt()).isEqualTo(days.size());
    List<List<String>> targets =
        own.rows().stream().map(COLUMNS.get(SEVERAL).keysOf::apply).toList();
    JsonNode figures = group.at("/aggregates/targets");
    assertThat(figures.get("missing").asLong())
        .isEqualTo(targets.stream().filter(List.of(NONE)::equals).count());
    assertThat(figures.get("distinctCount").asLong())
        .isEqualTo(
            targets.stream()
                .flatMap(List::stream)
                .filter(key -> !key.equals(NONE))
                .distinct()
                .count());
  }

  private static void is(JsonNode answered, @Nullable BigDecimal number) {
    assertThat(PlainRows.same(answered, number)).as("%s is %s", answered, number).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"YEAR", "QUARTER", "MONTH"})
  void ofPeriodsHaveAsManyRowsAsWithinFinds(String unit) {
    List<JsonNode> groups =
        groups(
            "projects(" + CITY + ")",
            "by: [{field: PLANNED_END, unit: " + unit + "}], first: 200",
            "keys { plannedEnd { value coarser } } count");
    StringBuilder filters = new StringBuilder("{ ");
    List<Integer> counts = new ArrayList<>();
    for (JsonNode group : groups) {
      JsonNode period = group.at("/keys/plannedEnd");
      if (period.isObject() && !period.get("coarser").asBoolean() && counts.size() < 90) {
        filters.append(
            "f%d: projects(%s, filter: {plannedEnd: {within: \"%s\"}}) { totalCount } "
                .formatted(counts.size(), CITY, period.get("value").asString()));
        counts.add(group.get("count").asInt());
      }
    }
    JsonNode found = questions.data(filters + "}");
    assertThat(counts).hasSizeGreaterThan(3);
    for (int i = 0; i < counts.size(); i++) {
      assertThat(found.at("/f%d/totalCount".formatted(i)).asInt()).isEqualTo(counts.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{field: BASELINE_VALUE}", "{field: BASELINE_VALUE, edges: [0, 10]}"})
  void whatHasNoValueIsOneGroupWhateverItsUnit(String by) {
    List<JsonNode> groups =
        groups(
            "targets",
            "by: [" + by + "]",
            "keys { baselineValueAbsent } rows { totalCount } count");
    List<JsonNode> absent =
        groups.stream().filter(one -> !one.at("/keys/baselineValueAbsent").isNull()).toList();
    assertThat(absent).extracting(one -> one.get("count").asInt()).containsExactly(7);
    assertThat(absent.getFirst().at("/rows/totalCount").asInt()).isEqualTo(7);
  }

  private List<JsonNode> groups(String list, String arguments, String selection) {
    return questions
        .data("{ x: %s { groups(%s) { nodes { %s } } } }".formatted(list, arguments, selection))
        .at("/x/groups/nodes")
        .valueStream()
        .toList();
  }

  /** The numbers were worked out from the deliveries alone. */
  @Test
  void ofDepartmentsNameThoseThatAreInNone() {
    List<JsonNode> departments =
        groups(
            "projects(" + CITY + ", on: \"2026-11-28\")",
            "by: [{field: LEAD_UNIT, level: DEPARTMENT}], orderBy: [{figure: COUNT, direction:"
                + " DESC}]",
            "keys { leadUnitAbsent leadUnitLabel } count overdue: count(filter: {overdueDays: {gt:"
                + " 0}}) overduePercent: percent(filter: {overdueDays: {gt: 0}})");
    assertThat(departments)
        .extracting(one -> one.get("count").asInt() + "/" + one.get("overdue").asInt())
        .containsExactly("195/22", "77/9", "36/7", "31/6", "23/3", "10/1", "8/1");
    assertThat(departments.get(4).at("/keys/leadUnitAbsent").asString()).isEqualTo("OUTSIDE_LEVEL");
    assertThat(departments.get(4).at("/keys/leadUnitLabel").asString()).isEqualTo("außerhalb");
    is(departments.getFirst().get("overduePercent"), new BigDecimal("11.28"));
  }

  @Test
  void ofTwoColumnsMakeACrossTable() {
    List<JsonNode> cells =
        groups(
            "projects(" + CITY + ", on: \"2026-11-28\")",
            "by: [{field: LEAD_UNIT, level: DEPARTMENT}, {field: STATUS}], first: 200",
            "keys { leadUnit { key } status } count rowPercent: share(of: FIRST_KEY)");
    assertThat(cells).hasSize(47);
    assertThat(cells.stream().mapToInt(cell -> cell.get("count").asInt()).sum()).isEqualTo(380);
    JsonNode completed =
        cells.stream()
            .filter(cell -> cell.at("/keys/status").asString("").equals("COMPLETED"))
            .findFirst()
            .orElseThrow();
    assertThat(completed.get("count").asInt()).isEqualTo(109);
    is(completed.get("rowPercent"), new BigDecimal("55.9"));
  }

  @Test
  void ofClassesAndOfSeveralValuesAreRight() {
    assertThat(
            groups(
                "projects(" + CITY + ")",
                "by: [{field: SLIPPAGE_DAYS, edges: [0, 1, 91, 366, 731]}]",
                "count keys { slippageDaysLabel(lang: EN) }"))
        .extracting(
            one -> one.get("count").asInt() + " " + one.at("/keys/slippageDaysLabel").asString())
        .containsExactly(
            "270 0 to below 1",
            "1 1 to below 91",
            "29 91 to below 366",
            "40 366 to below 731",
            "40 from 731");
    JsonNode targets =
        questions
            .data(
                "{ projects(municipality: \"duesseldorf\") { groups(by: [{field: TARGETS}]) {"
                    + " rowCount overlap nodes { count share(of: KNOWN) list: share } } } }")
            .at("/projects/groups");
    assertThat(targets.get("rowCount").asInt()).isEqualTo(29);
    assertThat(targets.get("overlap").asInt()).isOne();
    assertThat(targets.at("/nodes/0/share").isNull()).as("parts that overlap").isTrue();
    assertThat(targets.at("/nodes/0/list").decimalValue())
        .as("of the list")
        .isEqualByComparingTo(PlainRows.percent(targets.at("/nodes/0/count").asInt(), 29));
  }

  @Test
  void ofServicesShowThoseThatWereNeverAssessed() {
    JsonNode groups =
        questions
            .data(
                "{ services { groups(by: [{field: ONLINE_APPLICATION}]) { rowCount nodes { count"
                    + " share known: share(of: KNOWN) keys { onlineApplication"
                    + " onlineApplicationAbsent } } } } }")
            .at("/services/groups");
    assertThat(groups.toString())
        .isEqualTo(
            "{\"rowCount\":47,\"nodes\":[{\"count\":4,\"share\":8.51,\"known\":100,\"keys\":{"
                + "\"onlineApplication\":\"YES\",\"onlineApplicationAbsent\":null}},{\"count\":43,"
                + "\"share\":91.49,\"known\":null,\"keys\":{\"onlineApplication\":null,"
                + "\"onlineApplicationAbsent\":\"NO_EVENT\"}}]}");
  }

  @Test
  void ofNestedListsAreReadTogether() {
    String document =
        "{ focusAreas("
            + CITY
            + ") { nodes { key projects { totalCount groups(by: [{field: STATUS}])"
            + " { rowCount nodes { label count } } } } } }";
    questions.data("{ focusAreas(" + CITY + ") { nodes { key projects { totalCount } } } }");
    statements.forget();
    JsonNode areas = questions.data(document).at("/focusAreas/nodes");
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .as("the groups of all four")
        .hasSize(1);
    assertThat(areas).hasSize(4);
    for (JsonNode area : areas) {
      assertThat(area.at("/projects/groups/rowCount")).isEqualTo(area.at("/projects/totalCount"));
      assertThat(
              area.at("/projects/groups/nodes")
                  .valueStream()
                  .mapToInt(g -> g.get("count").asInt())
                  .sum())
          .isEqualTo(area.at("/projects/totalCount").asInt());
    }
  }

  @Test
  void overAllLeaveDemoCitiesOut() {
    List<JsonNode> cities =
        groups(
            "targets(municipality: \"ALL\", knownAt: \"2025-12-31\")",
            "by: [{field: MUNICIPALITY}, {field: OUTCOME}]",
            "count keys { municipality { ags } municipalityLabel outcome }");
    assertThat(cities)
        .extracting(one -> one.at("/keys/municipality/ags").asString())
        .containsOnly("05111000");
    assertThat(cities.stream().mapToInt(one -> one.get("count").asInt()).sum())
        .isEqualTo(
            questions
                .data("{ targets(municipality: \"ALL\", knownAt: \"2025-12-31\") { totalCount } }")
                .at("/targets/totalCount")
                .asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"min", "max", "median"})
  void areChosenAndSortedByDates(String figure) {
    String groups =
        """
        { projects(municipality: "musterstadt") { groups(by: [{field: FOCUS_AREA}],
            having: [{field: PLANNED_END, figure: %1$s, date: {%3$s}}],
            orderBy: [{field: PLANNED_END, figure: %1$s, direction: DESC}])
            { nodes { aggregates { plannedEnd { %2$s %2$sPrecision } } } } } }
        """;
    String name = figure.toUpperCase(Locale.ROOT);
    List<JsonNode> all = dates(groups.formatted(name, figure, "gte: \"1900-01-01\""));
    List<String> days = all.stream().map(date -> date.get(figure).asString()).toList();
    assertThat(days).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.reverseOrder());
    String last = days.getFirst();
    assertThat(dates(groups.formatted(name, figure, "gte: \"" + last + "\"")))
        .isEqualTo(all.stream().filter(date -> date.get(figure).asString().equals(last)).toList());
    assertThat(dates(groups.formatted(name, figure, "within: \"" + last + "\"")))
        .as("only what is known to be that day lies in it")
        .isEqualTo(
            all.stream()
                .filter(date -> date.get(figure).asString().equals(last))
                .filter(date -> date.get(figure + "Precision").asString().equals("DAY"))
                .toList());
  }

  private List<JsonNode> dates(String document) {
    return questions
        .data(document)
        .at("/projects/groups/nodes")
        .valueStream()
        .map(group -> group.at("/aggregates/plannedEnd"))
        .toList();
  }

  @Test
  void areChosenAndSortedByFigures() {
    JsonNode page =
        questions
            .data(
                """
                { projects(%s) { all: groups(by: [{field: LEAD_UNIT}], first: 200) {
                    nodes { keys { leadUnit { key } } count aggregates { slippageDays { p90 } } } }
                  few: groups(by: [{field: LEAD_UNIT}], first: 200,
                    having: [{figure: COUNT, number: {gte: 5}},
                      {field: SLIPPAGE_DAYS, figure: P90, number: {gt: 365}}],
                    orderBy: [{field: SLIPPAGE_DAYS, figure: P90, direction: DESC}]) {
                    nodes { keys { leadUnit { key } } count aggregates { slippageDays { p90 } } }
                    totalCount excluded { groups count } } } }
                """
                    .formatted(CITY))
            .get("projects");
    List<JsonNode> fitting =
        page.at("/all/nodes")
            .valueStream()
            .filter(group -> group.get("count").asInt() >= 5 && p90(group) > 365)
            .toList();
    List<JsonNode> listed = page.at("/few/nodes").valueStream().toList();
    assertThat(listed).hasSizeGreaterThan(3).containsExactlyInAnyOrderElementsOf(fitting);
    assertThat(listed).extracting(GroupsIT::p90).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(page.at("/few/excluded/groups").asInt())
        .isEqualTo(page.at("/all/nodes").size() - listed.size());
    assertThat(page.at("/few/excluded/count").asInt())
        .isEqualTo(380 - listed.stream().mapToInt(group -> group.get("count").asInt()).sum());
  }

  private static int p90(JsonNode group) {
    return group.at("/aggregates/slippageDays/p90").asInt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_GROUP|by: [{field: STATUS, unit: YEAR}]|count",
        "BAD_GROUP|by: [{field: FOCUS_AREA, level: OFFICE}]|count",
        "BAD_GROUP|by: [{field: PLANNED_END, edges: [1]}]|count",
        "BAD_GROUP|by: [{field: STATUS}, {field: FOCUS_AREA}, {field: LEAD_UNIT}, {field:"
            + " SOURCE}]|count",
        "BAD_GROUP|by: []|count",
        "BAD_GROUP|by: [{field: TARGETS}, {field: SERVICES}]|count",
        "BAD_GROUP|by: [{field: PLANNED_END, unit: YEAR}, {field: PLANNED_END, unit: MONTH}]|count",
        "BAD_GROUP|by: [{field: SLIPPAGE_DAYS, edges: [366, 91]}]|count",
        "BAD_GROUP|by: [{field: SLIPPAGE_DAYS, edges: [1, 1]}]|count",
        "BAD_GROUP|by: [{field: FOCUS_AREA}], orderBy: [{field: STATUS, figure: MEDIAN}]|count",
        "BAD_GROUP|by: [{field: STATUS}], orderBy: [{field: LEAD_UNIT}]|count",
        "BAD_GROUP|by: [{field: STATUS}], orderBy: [{}]|count",
        "BAD_GROUP|by: [{field: STATUS}], orderBy: [{figure: SUM}]|count",
        "BAD_GROUP|by: [{field: STATUS}], orderBy: [{figure: COUNT, field: STATUS}]|count",
        "BAD_GROUP|by: [{field: STATUS}], having: [{field: SLIPPAGE_DAYS, figure: MEDIAN, number:"
            + " {gt: 10}}]|count",
        "BAD_GROUP|by: [{field: STATUS}], having: [{figure: COUNT, date: {gt:"
            + " \"2025-01-01\"}}]|count",
        "BAD_GROUP|by: [{field: STATUS}], having: [{figure: COUNT}]|count",
        "BAD_GROUP|by: [{field: FOCUS_AREA}]|keys { statusLabel } count",
        "BAD_GROUP|by: [{field: FOCUS_AREA}]|... on ProjectGroup { keys { plannedEndAbsent } }",
        "BAD_FILTER|by: [{field: STATUS}], having: [{figure: COUNT, number: {gt: null}}]|count",
        "BAD_FILTER|by: [{field: STATUS}]|count(filter: {status: {eq: null}})",
        "BAD_FILTER|by: [{field: STATUS}], orderBy: [{figure: COUNT, filter: {plannedEnd: {within:"
            + " \"?\"}}}]|count",
        "BAD_PAGE|by: [{field: STATUS}], first: 201|count",
        "BAD_PAGE|by: [{field: STATUS}], first: -1|count",
        "VALIDATION|by: [{field: SPENT}]|count",
        "VALIDATION|having: []|count"
      })
  void thatMakeNoSenseAreRefusedBeforeAnythingIsRead(String code, String groups, String selected) {
    questions.data("{ projects(" + CITY + ") { count } }");
    statements.forget();
    String document =
        "{ projects(" + CITY + ") { groups(" + groups + ") { nodes { " + selected + " } } } }";
    assertThat(questions.code(document)).isEqualTo(code);
    assertThat(statements.statements()).isEmpty();
  }

  @Test
  void thatMakeNoSenseAreRefusedThroughVariables() {
    String document =
        "query ($by: [ProjectGroupBy!]!, $having: [ProjectHaving!]) { projects { groups(by: $by,"
            + " having: $having) { nodes { keys { statusLabel } count } } } }";
    assertThat(code(document, Map.of("by", List.of(Map.of("field", "FOCUS_AREA")))))
        .isEqualTo("BAD_GROUP");
    assertThat(code(document, Map.of("by", List.of(Map.of("field", "STATUS", "unit", "YEAR")))))
        .isEqualTo("BAD_GROUP");
    assertThat(
            code(
                document,
                Map.of(
                    "by",
                    List.of(Map.of("field", "STATUS")),
                    "having",
                    List.of(Map.of("figure", "SHARE", "number", Map.of("gt", 1))))))
        .isEqualTo("BAD_GROUP");
    assertThat(
            questions.ask(document, Map.of("by", List.of(Map.of("field", "STATUS")))).has("errors"))
        .isFalse();
  }

  private String code(String document, Map<String, @Nullable Object> variables) {
    JsonNode error = questions.ask(document, variables).at("/errors/0/extensions");
    assertThat(error.get("hint").asString()).isNotBlank();
    return error.get("code").asString();
  }

  @Test
  void numbersAreSaidWithTheirUnitOrScaleInWords() {
    JsonNode data =
        questions.data(
            """
            { services(municipality: "musterstadt") {
                levels: groups(by: [{field: MATURITY_LEVEL}], first: 1) {
                  nodes { label en: label(lang: EN) keys { maturityLevel { value unit } } } }
                classes: groups(by: [{field: MATURITY_LEVEL, edges: [3]}], first: 1) {
                  nodes { label } } }
              claims(municipality: "duesseldorf", filter: {unit: {eq: "Prozent"}}) {
                groups(by: [{field: VALUE}], first: 1) { nodes { label en: label(lang: EN) } }
                classes: groups(by: [{field: VALUE, edges: [90]}], first: 1) {
                  nodes { label en: label(lang: EN) } } } }
            """);
    assertThat(data.at("/services/levels/nodes/0").toString())
        .isEqualTo(
            "{\"label\":\"1 (OZG-Reifegradmodell 1.1)\",\"en\":\"1 (OZG maturity model 1.1)\","
                + "\"keys\":{\"maturityLevel\":{\"value\":1,\"unit\":\"OZG_1_1\"}}}");
    assertThat(data.at("/services/classes/nodes/0/label").asString())
        .isEqualTo("unter 3 (OZG-Reifegradmodell 1.1)");
    assertThat(data.at("/claims/groups/nodes/0/label").asString()).endsWith(" Prozent");
    assertThat(data.at("/claims/groups/nodes/0/en").asString()).endsWith(" per cent");
    assertThat(data.at("/claims/classes/nodes/0/label").asString()).isEqualTo("unter 90 Prozent");
    assertThat(data.at("/claims/classes/nodes/0/en").asString()).isEqualTo("below 90 per cent");
  }

  @Test
  void areContinuedOnlyByTheirOwnCursors() {
    String document =
        "{ projects("
            + CITY
            + "%s) { groups(by: [{field: %s}], first: 2%s) { nodes { label"
            + " cursor } pageInfo { endCursor } } } }";
    String cursor =
        questions
            .data(document.formatted("", "STATUS", ""))
            .at("/projects/groups/pageInfo/endCursor")
            .asString();
    String after = ", after: \"" + cursor + "\"";
    assertThat(questions.data(document.formatted("", "STATUS", after)).at("/projects/groups/nodes"))
        .hasSize(2);
    assertThat(questions.code(document.formatted("", "FOCUS_AREA", after)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
    assertThat(questions.code(document.formatted(", on: \"2024-01-01\"", "STATUS", after)))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{ projects(municipality: \"musterstadt\") { groups(by: [{field: LEAD_UNIT, level:"
            + " DEPARTMENT}], orderBy: [{figure: COUNT, direction: DESC}]) { nodes { keys {"
            + " leadUnitLabel leadUnitAbsent } count overdue: count(filter: {overdueDays: {gt: 0}})"
            + " } } } };leadUnitLabel,leadUnitAbsent,count,overdue",
        "{ projects(municipality: \"musterstadt\") { groups(by: [{field: STATUS}], first: 200) {"
            + " nodes { keys { statusLabel } count rowPercent: share(of: FIRST_KEY) } rowCount rest"
            + " { groups count } } }"
            + " };statusLabel,count,rowPercent,projects.groups.rowCount,projects.groups.rest.groups,projects.groups.rest.count",
        "{ projects(municipality: \"musterstadt\") { groups(by: [{field: FOCUS_AREA}]) { nodes {"
            + " keys { focusAreaLabel } aggregates { slippageDays { known median } } onlyMoved:"
            + " aggregates(filter: {slippageDays: {gt: 0}}) { slippageDays { median } } } } }"
            + " };focusAreaLabel,slippageDays.known,slippageDays.median,onlyMoved.slippageDays.median",
        "{ focusAreas(municipality: \"musterstadt\") { nodes { key projects { totalCount groups(by:"
            + " [{field: STATUS}]) { nodes { keys { statusLabel } count } } } } }"
            + " };key,projects.totalCount,projects.groups.statusLabel,projects.groups.count",
        "{ projects(municipality: \"musterstadt\") { totalCount aggregates { overdueDays { known"
            + " p90 } } } };projects.totalCount,projects.overdueDays.known,projects.overdueDays.p90"
      })
  void areRowsOfFiles(String document, String heading) {
    String file = new Web(port).get(Web.carried(document) + ".csv").body();
    assertThat(file.replace("\uFEFF", "").lines().findFirst().orElse("").replace(";", ","))
        .startsWith(heading);
    assertThat(file.lines().count()).isGreaterThan(1);
  }
}
