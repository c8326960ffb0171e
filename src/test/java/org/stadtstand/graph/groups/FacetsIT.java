package org.stadtstand.graph.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/** A value of a facet counts the rows that the list would have if it were chosen. */
@ServerTest
class FacetsIT {

  private static final String CITY = "municipality: \"musterstadt\"";
  private static final String VALUES =
      "field totalCount overlap rest { groups count } values { value label absent count chosen }";

  /** Conditions that single facets leave out, by the column. */
  private static final Map<String, List<String>> CONDITIONS = new LinkedHashMap<>();

  static {
    CONDITIONS.put(
        "STATUS",
        List.of(
            "{status: {eq: COMPLETED}}",
            "{status: {in: [PILOT, CANCELLED]}}",
            "{status: {isNull: true}}",
            "{or: [{status: {isNull: true}}, {status: {in: [IDEA]}}]}"));
    CONDITIONS.put("FOCUS_AREA", List.of("{focusArea: {eq: \"demo-verwaltung\"}}"));
    CONDITIONS.put("LEAD_UNIT", List.of("{leadUnit: {isNull: true}}"));
    CONDITIONS.put(
        "PLANNED_END",
        List.of(
            "{plannedEnd: {within: \"2025\"}}",
            "{plannedEnd: {isNull: true}}",
            "{or: [{plannedEnd: {within: \"2024\"}}, {plannedEnd: {within: \"2026\"}}]}"));
    CONDITIONS.put("TARGETS", List.of("{targets: {none: {}}}", "{targets: {some: {}}}"));
    CONDITIONS.put("PARTNERS", List.of("{partners: {isNull: true}}"));
    CONDITIONS.put("TIMES_RESCHEDULED", List.of("{timesRescheduled: {in: [0, 2]}}"));
    CONDITIONS.put("SOURCE", List.of());
  }

  @LocalServerPort private int port;
  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countWhatTheListWouldHave(long seed) {
    Random random = new Random(seed);
    String city = CITY + PlainRows.STATES.get(random.nextInt(PlainRows.STATES.size()));
    // An alternative on another column keeps the rest from being a condition on one.
    String common = "{or: [" + PlainRows.filter(random, 2) + ", {source: {eq: \"nothing\"}}]}";
    List<String> columns = new ArrayList<>(CONDITIONS.keySet());
    Collections.shuffle(columns, random);
    columns = columns.subList(0, 2 + random.nextInt(4));
    Map<String, String> own = new LinkedHashMap<>();
    for (String column : columns) {
      List<String> conditions = CONDITIONS.getOrDefault(column, List.of());
      if (!conditions.isEmpty() && random.nextBoolean()) {
        own.put(column, conditions.get(random.nextInt(conditions.size())));
      }
    }
    List<JsonNode> facets = facets(city, and(common, own, ""), columns);
    assertThat(facets).extracting(facet -> facet.get("field").asString()).isEqualTo(columns);
    for (JsonNode facet : facets) {
      compare(city, facet, and(common, own, facet.get("field").asString()));
    }
  }

  private static String and(String common, Map<String, String> own, String without) {
    List<String> parts = new ArrayList<>(List.of(common));
    own.forEach(
        (column, condition) -> {
          if (!column.equals(without)) {
            parts.add(condition);
          }
        });
    return "{and: [" + String.join(", ", parts) + "]}";
  }

  private List<JsonNode> facets(String city, String filter, List<String> columns) {
    return questions
        .data(
            "{ x: projects(%s, filter: %s) { facets(of: %s, first: 200) { %s } } }"
                .formatted(city, filter, columns, VALUES))
        .at("/x/facets")
        .valueStream()
        .toList();
  }

  /** Every value, and all that have none together. */
  private void compare(String city, JsonNode facet, String others) {
    List<Integer> counts = new ArrayList<>();
    List<String> filters = new ArrayList<>();
    int absent = 0;
    int sum = 0;
    for (JsonNode value : facet.get("values")) {
      int count = value.get("count").asInt();
      sum += count;
      if (value.get("value").isString() && counts.size() < 60) {
        counts.add(count);
        filters.add(condition(facet.get("field").asString(), value.get("value").asString()));
      } else if (value.get("absent").isString()) {
        absent += count;
      }
    }
    counts.add(absent);
    filters.add(none(facet.get("field").asString()));
    counts.add(sum - facet.get("overlap").asInt() + facet.at("/rest/count").asInt());
    filters.add("{}");
    assertThat(
            counts(
                city, filters.stream().map(one -> "{and: [" + one + ", " + others + "]}").toList()))
        .as("%s of %s, %s", facet.get("field"), city, others)
        .isEqualTo(counts);
  }

  @Test
  void whatIsNeitherYesNorNoIsFoundAsWell() {
    JsonNode facet =
        questions
            .data(
                "{ usage(%s) { facets(of: COMPARABLE_WITH_PREVIOUS) { %s } } }"
                    .formatted(CITY, VALUES))
            .at("/usage/facets/0/values");
    List<Integer> found =
        Stream.of("eq: true", "eq: false", "isNull: true", "isNull: false")
            .map(one -> "usage(" + CITY + ", filter: {comparableWithPrevious: {" + one + "}})")
            .map(list -> questions.data("{ x: " + list + " { totalCount } }"))
            .map(answer -> answer.at("/x/totalCount").asInt())
            .toList();
    assertThat(found.get(2)).isPositive();
    assertThat(found.get(3)).isEqualTo(found.get(0) + found.get(1));
    assertThat(facet.valueStream().mapToInt(value -> value.get("count").asInt()))
        .containsExactlyInAnyOrder(found.get(0), found.get(1), found.get(2));
  }

  private List<Integer> counts(String city, List<String> filters) {
    StringBuilder lists = new StringBuilder();
    for (int i = 0; i < filters.size(); i++) {
      lists.append(
          "f%d: projects(%s, filter: %s) { totalCount } ".formatted(i, city, filters.get(i)));
    }
    return questions
        .data("{ " + lists + "}")
        .valueStream()
        .map(list -> list.get("totalCount").asInt())
        .toList();
  }

  private static String condition(String column, String value) {
    return switch (column) {
      case "STATUS" -> "{status: {eq: " + value + "}}";
      case "PLANNED_END" -> "{plannedEnd: {within: \"" + value + "\"}}";
      case "TIMES_RESCHEDULED" -> "{timesRescheduled: {eq: " + value + "}}";
      case "TARGETS" -> "{targets: {some: {key: {eq: \"" + value + "\"}}}}";
      default -> "{" + field(column) + ": {eq: \"" + value + "\"}}";
    };
  }

  private static String none(String column) {
    return column.equals("TARGETS")
        ? "{targets: {none: {}}}"
        : "{" + field(column) + ": {isNull: true}}";
  }

  private static String field(String column) {
    return switch (column) {
      case "STATUS" -> "status";
      case "FOCUS_AREA" -> "focusArea";
      case "LEAD_UNIT" -> "leadUnit";
      case "PLANNED_END" -> "plannedEnd";
      case "TIMES_RESCHEDULED" -> "timesRescheduled";
      default -> column.toLowerCase(java.util.Locale.ROOT);
    };
  }

  @Test
  void leaveOutTheirOwnConditionAndListWhatIsChosen() {
    JsonNode list =
        questions
            .data(
                """
                { projects(%s, filter: {status: {in: [CANCELLED, PILOT]}, and: [{focusArea: {eq: "demo-verwaltung"}}]}) {
                    totalCount facets(of: [STATUS, FOCUS_AREA], first: 1) { %s } } }
                """
                    .formatted(CITY, VALUES))
            .get("projects");
    List<JsonNode> status = list.at("/facets/0/values").valueStream().toList();
    assertThat(status)
        .extracting(value -> value.get("chosen").asBoolean())
        .containsExactly(false, true, true);
    assertThat(status.subList(1, 3))
        .extracting(value -> value.get("value").asString())
        .containsExactlyInAnyOrder("CANCELLED", "PILOT");
    assertThat(status.get(1).get("count").asInt() + status.get(2).get("count").asInt())
        .isEqualTo(list.get("totalCount").asInt());
    assertThat(list.at("/facets/0/rest/groups").asInt())
        .isEqualTo(list.at("/facets/0/totalCount").asInt() - 3);
    assertThat(
            list.at("/facets/1/values")
                .valueStream()
                .filter(value -> value.get("chosen").asBoolean())
                .map(value -> value.get("value").asString()))
        .containsExactly("demo-verwaltung");
  }

  @Test
  void listWhatTheFilterNamesAlsoIfNoRowHasIt() {
    JsonNode facets =
        questions
            .data(
                """
                { projects(%s, filter: {status: {eq: PILOT}, leadUnit: {in: ["demo-amt-bauaufsicht", "nowhere"]},
                    plannedEnd: {within: "1999"}, targets: {some: {key: {eq: "demo-ziel-5g"}}}}) {
                    facets(of: [STATUS, LEAD_UNIT, PLANNED_END, TARGETS]) { %s } } }
                """
                    .formatted(CITY, VALUES))
            .at("/projects/facets");
    assertThat(facets.valueStream().flatMap(facet -> facet.get("values").valueStream()))
        .extracting(value -> value.get("label").asString())
        .containsExactly(
            "Pilotbetrieb",
            "Bauaufsichtsamt",
            "nowhere",
            "1999",
            "95 Prozent des Stadtgebiets sind mit 5G versorgt.");
    assertThat(facets.valueStream().flatMap(facet -> facet.get("values").valueStream()))
        .isNotEmpty()
        .allSatisfy(
            value -> {
              assertThat(value.get("chosen").asBoolean()).isTrue();
              assertThat(value.get("count").asInt()).isZero();
            });
  }

  @Test
  void ofClaimsNameSubjectsByTableAndNumbersWhateverTheirUnit() {
    String city = "municipality: \"duesseldorf\"";
    List<JsonNode> facets =
        questions
            .data(
                "{ claims(%s) { facets(of: [SUBJECT, VALUE, VERBATIM], first: 200) { %s } } }"
                    .formatted(city, VALUES))
            .at("/claims/facets")
            .valueStream()
            .toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    StringBuilder lists = new StringBuilder();
    for (JsonNode facet : facets) {
      for (JsonNode value : facet.get("values")) {
        if (value.get("value").isString() && counts.size() < 90) {
          String quote = facet.get("field").asString().equals("SUBJECT") ? "\"" : "";
          String filter =
              "%s: {eq: %s%s%s}"
                  .formatted(
                      field(facet.get("field").asString()),
                      quote,
                      value.get("value").asString(),
                      quote);
          lists.append(
              "f%d: claims(%s, filter: {%s}) { totalCount } "
                  .formatted(counts.size(), city, filter));
          counts.put(filter, value.get("count").asInt());
        }
      }
    }
    assertThat(counts).hasSizeGreaterThan(20);
    assertThat(counts.keySet()).anyMatch(filter -> filter.contains("target:"));
    assertThat(
            questions
                .data("{ " + lists + "}")
                .valueStream()
                .map(list -> list.get("totalCount").asInt()))
        .containsExactlyElementsOf(counts.values());
  }

  @Test
  void ofRowsWithSeveralValuesCountEachRowOnce() {
    JsonNode list =
        questions
            .data(
                "{ projects(municipality: \"duesseldorf\") { totalCount facets(of: [TARGETS]) { "
                    + VALUES
                    + " } } }")
            .get("projects");
    assertThat(list.at("/facets/0/overlap").asInt()).isOne();
    assertThat(
            list.at("/facets/0/values")
                    .valueStream()
                    .mapToInt(value -> value.get("count").asInt())
                    .sum()
                + list.at("/facets/0/rest/count").asInt())
        .isEqualTo(list.get("totalCount").asInt() + 1);
  }

  @Test
  void areReadInOneStatementForAllParents() {
    String areas =
        "{ focusAreas("
            + CITY
            + ") { nodes { key projects(filter: {status: {eq: COMPLETED}}) { totalCount%s } } } }";
    questions.data(areas.formatted(""));
    statements.forget();
    JsonNode found =
        questions.data(areas.formatted(" facets(of: [STATUS, PLANNED_END]) { " + VALUES + " }"));
    assertThat(statements.statements())
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .as("the facets of all four")
        .hasSize(1);
    assertThat(found.at("/focusAreas/nodes")).hasSize(4);
    for (JsonNode area : found.at("/focusAreas/nodes")) {
      JsonNode completed =
          area.at("/projects/facets/0/values")
              .valueStream()
              .filter(value -> value.get("chosen").asBoolean())
              .findFirst()
              .orElseThrow();
      assertThat(completed.get("count")).isEqualTo(area.at("/projects/totalCount"));
    }
  }

  @Test
  void overAllLeaveDemoCitiesOut() {
    JsonNode cities =
        questions
            .data(
                "{ targets(municipality: \"ALL\") { totalCount facets(of: [MUNICIPALITY]) { "
                    + VALUES
                    + " } } }")
            .get("targets");
    assertThat(cities.at("/facets/0/values")).hasSize(1);
    assertThat(cities.at("/facets/0/values/0/value").asString()).isEqualTo("duesseldorf");
    assertThat(cities.at("/facets/0/values/0/count")).isEqualTo(cities.get("totalCount"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_GROUP|of: []",
        "BAD_GROUP|of: [STATUS, STATUS]",
        "BAD_PAGE|of: [STATUS], first: 201",
        "BAD_PAGE|of: [STATUS], first: -1",
        "VALIDATION|of: [NOTHING]",
        "VALIDATION|first: 3"
      })
  void thatMakeNoSenseAreRefusedBeforeAnythingIsRead(String code, String facets) {
    questions.data("{ projects(" + CITY + ") { count } }");
    statements.forget();
    assertThat(questions.code("{ projects(" + CITY + ") { facets(" + facets + ") { field } } }"))
        .isEqualTo(code);
    assertThat(statements.statements()).isEmpty();
  }

  @Test
  void ofAmountsAreRefused() {
    assertThat(
            questions.code(
                "{ statusHistory: projects("
                    + CITY
                    + ", first: 1) { nodes { costs { facets(of: [AMOUNT]) { field } } } } }"))
        .isEqualTo("BAD_GROUP");
  }

  @Test
  void areRowsOfFiles() {
    String document =
        "{ projects("
            + CITY
            + ") { facets(of: [STATUS, FOCUS_AREA], first: 3) { field overlap values { value label"
            + " count chosen } } } }";
    List<String> lines =
        new Web(port)
            .get(Web.carried(document) + ".csv")
            .body()
            .replace("\uFEFF", "")
            .lines()
            .toList();
    assertThat(lines.getFirst())
        .startsWith("field,overlap,values.value,values.label,values.count,values.chosen");
    assertThat(lines)
        .hasSize(7)
        .anyMatch(line -> line.replace("\"", "").startsWith("FOCUS_AREA,0,demo-"));
  }
}
