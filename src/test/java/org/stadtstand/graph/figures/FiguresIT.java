package org.stadtstand.graph.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.CountedStatements;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.columns.ColumnCache;
import tools.jackson.databind.JsonNode;

/** Figures over whole lists are those that a reader of all rows would work out. */
@ServerTest
class FiguresIT {

  private static final String CITY = "municipality: \"musterstadt\"";

  private static final String FIELDS =
      "id status leadUnit { key } plannedEnd plannedEndPrecision plannedEndLabel slippageDays"
          + " partners targets(first: 200) { nodes { key } }";

  @Autowired private Questions questions;
  @Autowired private ResultCache cache;
  @Autowired private ColumnCache columns;
  @Autowired private CountedStatements statements;
  @Autowired private WriteDatabase publishing;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areThoseOfTheRows(long seed) {
    Random random = new Random(seed);
    String state = PlainRows.STATES.get(random.nextInt(PlainRows.STATES.size()));
    String list = CITY + state + ", filter: " + PlainRows.filter(random, 2);
    String filter = PlainRows.filter(random, 2);
    String of = PlainRows.filter(random, 1);
    JsonNode answer =
        questions
            .data(
                """
                { x: projects(%s) { totalCount all: count count(filter: %s)
                    percent(filter: %s, of: %s) share: percent(filter: %s)
                    aggregates { ...A } only: aggregates(filter: %s) { ...A } } }
                fragment A on ProjectAggregates {
                  status { distinctCount known missing withheld }
                  leadUnit { distinctCount known missing }
                  plannedEnd { min minPrecision minLabel minEnglish: minLabel(lang: EN)
                    max maxPrecision maxLabel maxEnglish: maxLabel(lang: EN)
                    median medianPrecision medianLabel medianEnglish: medianLabel(lang: EN)
                    distinctCount known missing inexact }
                  slippageDays { sum avg min max median p90 distinctCount known missing inexact }
                  partners { distinctCount known missing withheld }
                  targets { distinctCount known missing withheld } }
                """
                    .formatted(list, filter, filter, of, filter, filter))
            .get("x");
    PlainRows rows = PlainRows.of(questions, "projects", list, FIELDS);
    PlainRows fitting = among(list, filter);
    List<JsonNode> both = among(list, "{and: [" + filter + ", " + of + "]}").rows();
    assertThat(answer.get("totalCount").asInt()).isEqualTo(rows.count());
    assertThat(answer.get("all").asInt()).isEqualTo(rows.count());
    assertThat(answer.get("count").asInt()).isEqualTo(fitting.count());
    is(answer.get("share"), PlainRows.percent(fitting.count(), rows.count()));
    is(answer.get("percent"), PlainRows.percent(both.size(), among(list, of).count()));
    compare(answer.get("aggregates"), rows);
    compare(answer.get("only"), fitting);
  }

  private PlainRows among(String list, String filter) {
    String joined = list.replaceFirst("filter: (.*)$", "filter: {and: [$1, " + filter + "]}");
    return PlainRows.of(questions, "projects", joined, FIELDS);
  }

  private static void compare(JsonNode figures, PlainRows rows) {
    compareTexts(figures.get("status"), rows, rows.texts("/status"));
    compareTexts(figures.get("leadUnit"), rows, rows.texts("/leadUnit/key"));
    List<String> days = rows.texts("/plannedEnd");
    JsonNode end = figures.get("plannedEnd");
    compareTexts(end, rows, days);
    List<LocalDate> earliest = rows.earliest("plannedEnd");
    int last = days.size() - 1;
    Map.of("min", 0, "max", last, "median", last / 2)
        .forEach((figure, place) -> compareDate(end, figure, earliest, days, place));
    assertThat(end.get("inexact").asInt())
        .isEqualTo(days.size() - (int) precisions(rows).stream().filter("DAY"::equals).count());
    compareNumbers(figures.get("slippageDays"), rows, rows.numbers("/slippageDays"));
    compareSeveral(figures.get("partners"), rows, "/partners", JsonNode::asString);
    compareSeveral(
        figures.get("targets"), rows, "/targets/nodes", one -> one.get("key").asString());
  }

  /** A row with several values is known once, and each value counts once. */
  private static void compareSeveral(
      JsonNode figures, PlainRows rows, String pointer, Function<JsonNode, String> value) {
    int known = rows.that(row -> !row.at(pointer).isEmpty()).count();
    assertThat(figures.get("known").asInt()).isEqualTo(known);
    assertThat(figures.get("missing").asInt()).isEqualTo(rows.count() - known);
    assertThat(figures.get("withheld").asInt()).isZero();
    assertThat(figures.get("distinctCount").asLong())
        .isEqualTo(
            rows.rows().stream()
                .flatMap(row -> row.at(pointer).valueStream())
                .map(value)
                .distinct()
                .count());
  }

  /** A date lies between this figure of all earliest days and of all latest days. */
  private static void compareDate(
      JsonNode figures, String name, List<LocalDate> earliest, List<String> latest, int place) {
    PartialDate date =
        latest.isEmpty()
            ? null
            : PartialDate.of(earliest.get(place), LocalDate.parse(latest.get(place)));
    is(figures.get(name), date == null ? null : date.latest().toString());
    is(figures.get(name + "Precision"), date == null ? null : date.precision().name());
    is(
        figures.get(name + "Label"),
        date == null ? null : new Figures(Language.DE).inSentence(date));
    is(
        figures.get(name + "English"),
        date == null ? null : new Figures(Language.EN).inSentence(date));
  }

  private static List<String> precisions(PlainRows rows) {
    return rows.texts("/plannedEndPrecision");
  }

  private static void compareTexts(JsonNode figures, PlainRows rows, List<String> values) {
    assertThat(figures.get("known").asInt()).isEqualTo(values.size());
    assertThat(figures.get("missing").asInt()).isEqualTo(rows.count() - values.size());
    assertThat(figures.get("distinctCount").asLong()).isEqualTo(values.stream().distinct().count());
  }

  private static void compareNumbers(JsonNode figures, PlainRows rows, List<BigDecimal> values) {
    assertThat(figures.get("known").asInt()).isEqualTo(values.size());
    assertThat(figures.get("missing").asInt()).isEqualTo(rows.count() - values.size());
    assertThat(figures.get("inexact").asInt()).isZero();
    is(figures.get("sum"), PlainRows.sum(values));
    is(figures.get("avg"), PlainRows.mean(values));
    is(figures.get("min"), values.isEmpty() ? null : values.getFirst());
    is(figures.get("max"), values.isEmpty() ? null : values.getLast());
    is(figures.get("median"), PlainRows.median(values));
    is(figures.get("p90"), PlainRows.p90(values));
  }

  private static void is(JsonNode answered, @Nullable BigDecimal number) {
    assertThat(PlainRows.same(answered, number)).as("%s is %s", answered, number).isTrue();
  }

  private static void is(JsonNode answered, @Nullable String text) {
    assertThat(answered.isNull() ? null : answered.asString()).isEqualTo(text);
  }

  /** The delay by focus area, as the deliveries alone give it. */
  @Test
  void ofNestedListsAreReadTogether() {
    String document =
        """
        { focusAreas(municipality: "musterstadt", on: "2026-11-28") { nodes { key projects {
            totalCount moved: count(filter: {slippageDays: {gt: 0}})
            aggregates { slippageDays { avg median } }
            only: aggregates(filter: {slippageDays: {gt: 0}}) { slippageDays { median } } } } } }
        """;
    cache.clear();
    columns.clear();
    List<JsonNode> areas = questions.data(document).at("/focusAreas/nodes").valueStream().toList();
    assertThat(areas)
        .extracting(area -> area.at("/projects/aggregates/slippageDays/avg").decimalValue())
        .map(BigDecimal::toString)
        .contains("168.01", "177.58", "242.2", "211.31");
    assertThat(areas)
        .extracting(area -> area.at("/projects/only/slippageDays/median").asInt())
        .contains(457, 547, 639, 549);
    assertThat(areas)
        .hasSize(4)
        .allSatisfy(
            area ->
                assertThat(area.at("/projects/aggregates/slippageDays/median").asInt()).isZero());
    cache.clear();
    columns.clear();
    statements.forget();
    questions.data(document);
    assertThat(statements.statements())
        .as("focus areas, their lengths, their figures")
        .hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void areNullWhereUnitsAreMixedAndNeverAddPercentages() {
    JsonNode mixed = targetValues("{}");
    assertThat(mixed.get("units").asInt()).isGreaterThan(1);
    for (String figure : List.of("unit", "sum", "avg", "min", "max", "median", "p90")) {
      assertThat(mixed.get(figure).isNull()).as(figure).isTrue();
    }
    assertThat(mixed.get("known").asInt()).isPositive();
    JsonNode shares = targetValues("{unit: {eq: \"Prozent\"}}");
    assertThat(shares.get("unit").asString()).isEqualTo("Prozent");
    assertThat(shares.get("units").asInt()).isOne();
    assertThat(shares.get("sum").isNull()).isTrue();
    PlainRows rows =
        PlainRows.of(
            questions, "targets", CITY + ", filter: {unit: {eq: \"Prozent\"}}", "targetValue");
    is(shares.get("median"), PlainRows.median(rows.numbers("/targetValue")));
    is(shares.get("max"), rows.numbers("/targetValue").getLast());
  }

  private JsonNode targetValues(String filter) {
    return questions
        .data(
            """
            { targets(%s) { aggregates(filter: %s) { targetValue {
                unit units sum avg min max median p90 known missing distinctCount inexact } } } }
            """
                .formatted(CITY, filter))
        .at("/targets/aggregates/targetValue");
  }

  @Test
  void ofAmountsSayHowManyWereNotGivenExactly() {
    JsonNode projects =
        questions
            .data(
                """
                { projects(%s, first: 60) { nodes { costs(first: 200) {
                    nodes { amount currency qualifier }
                    aggregates { amount { currency sum min max median inexact known distinctCount }
                      phase { distinctCount } } } } } }
                """
                    .formatted(CITY))
            .at("/projects/nodes");
    int inexact = 0;
    for (JsonNode project : projects) {
      PlainRows rows = new PlainRows(project.at("/costs/nodes").valueStream().toList());
      JsonNode amount = project.at("/costs/aggregates/amount");
      List<BigDecimal> amounts = rows.numbers("/amount");
      is(amount.get("sum"), PlainRows.sum(amounts));
      is(amount.get("median"), PlainRows.median(amounts));
      is(amount.get("currency"), amounts.isEmpty() ? null : "EUR");
      int rough = rows.that(row -> !row.at("/qualifier").asString().equals("EXACT")).count();
      assertThat(amount.get("inexact").asInt()).isEqualTo(rough);
      inexact += rough;
    }
    assertThat(inexact).isPositive();
  }

  @Test
  void overAllLeaveDemoCitiesOut() {
    String figures =
        "{ count(filter: {endToEnd: {isNull: true}}) aggregates { municipality { distinctCount }"
            + " responsibleUnit { distinctCount } } }";
    JsonNode data =
        questions.data(
            "{ all: services(municipality: \"ALL\") %1$s own: services(municipality: \"duesseldorf\") %1$s }"
                .formatted(figures));
    assertThat(data.get("all")).isEqualTo(data.get("own"));
    assertThat(data.at("/all/aggregates/municipality/distinctCount").asInt()).isOne();
  }

  /** Both columns with and without a placeholder in the place of what is withheld. */
  @ParameterizedTest
  @CsvSource({
    "claim, said_by, claims, saidBy",
    "project, lead_unit, projects, leadUnit",
    "project, partners, projects, partners"
  })
  void leaveOutWhatIsWithheld(String table, String column, String list, String field) {
    String document =
        "{ x: %s(%s) { aggregates { %s { known missing withheld distinctCount } } } }"
            .formatted(list, CITY, field);
    String groups =
        "{ x: %s(%s) { groups(by: [{field: %s}], first: 200) { nodes { count keys { %sAbsent %sLabel } } } } }"
            .formatted(list, CITY, column.toUpperCase(java.util.Locale.ROOT), field, field);
    String facets =
        "{ x: %s(%s) { facets(of: [%s], first: 200) { values { value absent count } } } }"
            .formatted(list, CITY, column.toUpperCase(java.util.Locale.ROOT));
    JsonNode before = figures(document, field);
    String row =
        " from %s t join record k on k.id = t.record join record m on m.id = t.municipality and"
                .formatted(table)
            + " m.key = 'musterstadt' where t.until = 2147483647 and t.%s is not null limit 1"
                .formatted(column);
    publishing
        .jdbc()
        .sql(
            """
            with w as (
              insert into redaction (municipality, number, type, record, field, withheld_at, reason,
                legal_basis, stands)
              select t.municipality, 99, k.type, t.record, '%s', now(), 'a name', 'Art. 17', false
              %s returning *)
            insert into withheld (since, type, record, municipality, field, redaction)
            select t.since, w.type, w.record, w.municipality, w.field, w.id
            from w join %s t on t.record = w.record and t.until = 2147483647
            """
                .formatted(column, row, table))
        .update();
    try {
      JsonNode after = figures(document, field);
      assertThat(after.get("withheld").asInt()).isOne();
      assertThat(before.get("withheld").asInt()).isZero();
      assertThat(after.get("known").asInt()).isEqualTo(before.get("known").asInt() - 1);
      assertThat(after.get("missing").asInt()).isEqualTo(before.get("missing").asInt() + 1);
      assertThat(questions.data(groups).at("/x/groups/nodes"))
          .filteredOn(group -> group.toString().contains("WITHHELD"))
          .singleElement()
          .satisfies(group -> assertThat(group.get("count").asInt()).isOne());
      assertThat(questions.data(facets).at("/x/facets/0/values").toString())
          .contains("{\"value\":null,\"absent\":\"WITHHELD\",\"count\":1}");
    } finally {
      publishing.jdbc().sql("delete from withheld").update();
      publishing.jdbc().sql("delete from redaction").update();
      cache.clear();
      columns.clear();
    }
  }

  private JsonNode figures(String document, String field) {
    cache.clear();
    columns.clear();
    return questions.data(document).at("/x/aggregates/" + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VALIDATION|aggregates { status { median } }",
        "VALIDATION|aggregates { plannedEnd { sum } }",
        "VALIDATION|aggregates { title { known } }",
        "VALIDATION|percent",
        "BAD_FILTER|count(filter: {nothing: {eq: 1}})",
        "BAD_FILTER|count(filter: {status: {eq: null}})",
        "BAD_FILTER|aggregates(filter: {plannedEnd: {within: \"soon\"}}) { leadUnit { known } }",
        "BAD_FILTER|percent(filter: {}, of: {slippageDays: {in: null}})",
        "TOO_DEEP|count(filter: {targets: {some: {projects: {some: {targets: {some: {projects:"
            + " {some: {targets: {some: {}}}}}}}}}}})"
      })
  void thatCannotBeAreRefused(String code, String figure) {
    questions.data("{ projects(" + CITY + ") { count } }");
    statements.forget();
    String refused = code("{ projects(" + CITY + ") { totalCount " + figure + " } }", Map.of());
    assertThat(refused).isEqualTo(code);
    assertThat(statements.statements())
        .as("no figure is read, at most the lengths of lists for the price")
        .filteredOn(sql -> sql.contains("hit as materialized"))
        .isEmpty();
  }

  @Test
  void thatCannotBeAreRefusedThroughVariables() {
    String document =
        "query ($f: ProjectFilter!) { projects { percent(filter: $f) count(filter: $f) } }";
    assertThat(code(document, Map.of("f", Map.of("plannedEnd", Map.of("within", "?")))))
        .isEqualTo("BAD_FILTER");
    assertThat(code(document, Map.of("f", Map.of("nothing", 1)))).isEqualTo("BAD_FILTER");
    assertThat(code(document, Map.of())).isEqualTo("VALIDATION");
  }

  @Test
  void arePricedByTheRowsThatAreLookedThrough() {
    String deep =
        "c%d: count(filter: {targets: {some: {projects: {some: {targets: {some: {projects: {some:"
            + " {}}}}}}}}}) ";
    StringBuilder many = new StringBuilder("{ projects(" + CITY + ") { ");
    IntStream.range(0, 99).forEach(i -> many.append(deep.formatted(i)));
    assertThat(code(many + "} }", Map.of())).isEqualTo("TOO_EXPENSIVE");
    JsonNode one = questions.ask("{ projects(" + CITY + ") { " + deep.formatted(0) + "} }");
    assertThat(one.at("/extensions/cost/estimated").asInt()).isGreaterThan(10);
    JsonNode facets =
        questions.ask(
            "{ projects("
                + CITY
                + ") { facets(of: [STATUS, FOCUS_AREA, LEAD_UNIT, TARGETS, PARTNERS, SOURCE,"
                + " SERVICES, PLANNED_END, PLANNED_START, TIMES_RESCHEDULED, SLIPPAGE_DAYS]) {"
                + " field } } }");
    assertThat(facets.at("/extensions/cost/estimated").asInt()).isBetween(3, 5);
    JsonNode plain = questions.ask("{ projects(" + CITY + ") { count } }");
    assertThat(plain.at("/extensions/cost/estimated").asInt()).isLessThanOrEqualTo(2);
  }

  private String code(String document, Map<String, @Nullable Object> variables) {
    JsonNode answer = questions.ask(document, variables);
    assertThat(answer.at("/errors/0/extensions/hint").asString(""))
        .as(answer.toString())
        .isNotBlank();
    return answer.at("/errors/0/extensions/code").asString();
  }
}
