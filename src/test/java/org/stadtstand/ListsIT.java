package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;
import tools.jackson.databind.JsonNode;

/** Lists are complete: each row once, in order, forwards and backwards, in one state. */
@ServerTest
class ListsIT {

  private static final int PROJECTS = 380;

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;
  @Autowired private ResultCache cache;
  @Autowired private Sheets sheets;
  @Autowired private ReleaseDirectory releases;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{field: KEY}",
        "{field: TITLE, direction: DESC}",
        "{field: PLANNED_END}",
        "{field: SLIPPAGE_DAYS, direction: DESC, nulls: FIRST}",
        "{field: STATUS}, {field: COST_OVERRUN, direction: DESC}",
        "{field: FOCUS_AREA}, {field: LEAD_UNIT, direction: DESC, nulls: FIRST}",
        "{field: STATUS_SINCE}, {field: TITLE, direction: DESC}"
      })
  void everyRowComesOnceInBothDirections(String order) {
    List<String> forwards = keys(order, "first: 77", "after", "endCursor", "hasNextPage");
    List<String> backwards = keys(order, "last: 77", "before", "startCursor", "hasPreviousPage");
    assertThat(forwards).hasSize(PROJECTS).doesNotHaveDuplicates();
    assertThat(backwards).containsExactlyInAnyOrderElementsOf(forwards);
  }

  @Test
  void germanTitlesAreInGermanOrder() {
    List<String> titles =
        texts(
            questions.data(
                "{ projects(municipality: \"musterstadt\", first: 200, orderBy: [{field: TITLE}])"
                    + " { nodes { title } } }"),
            "/projects/nodes",
            "title");
    assertThat(titles).hasSize(200).isSortedAccordingTo(Comparator.comparing(SortKey::of));
  }

  @Test
  void unitsAreInTheOrderOfTheirNamesAndFocusAreasInThatOfTheStrategy() {
    JsonNode data =
        questions.data(
            """
            { units: projects(municipality: "musterstadt", first: 200,
                filter: {leadUnit: {isNull: false}}, orderBy: [{field: LEAD_UNIT}]) {
                nodes { leadUnit { name } } }
              areas: projects(municipality: "musterstadt", first: 200,
                orderBy: [{field: FOCUS_AREA, direction: DESC}]) {
                nodes { focusArea { position } } } }
            """);
    assertThat(
            data.at("/units/nodes").valueStream().map(one -> one.at("/leadUnit/name").asString()))
        .hasSize(200)
        .isSortedAccordingTo(Comparator.comparing(SortKey::of));
    assertThat(
            data.at("/areas/nodes").valueStream().map(one -> one.at("/focusArea/position").asInt()))
        .hasSize(200)
        .contains(3, 4)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void nestedListsAreExactForEachParent() {
    JsonNode areas =
        questions
            .data(
                "{ focusAreas(municipality: \"musterstadt\") { nodes { key projects(first: 2)"
                    + " { totalCount nodes { key focusArea { key } } } } } }")
            .at("/focusAreas/nodes");
    int total = 0;
    for (JsonNode area : areas) {
      total += area.at("/projects/totalCount").asInt();
      for (JsonNode project : area.at("/projects/nodes")) {
        assertThat(project.at("/focusArea/key").asString()).isEqualTo(area.get("key").asString());
      }
      assertThat(area.at("/projects/nodes")).hasSize(2);
    }
    assertThat(total).isEqualTo(PROJECTS);
  }

  @Test
  void aPageTakesTwoStatementsAListAndFromASheetNone() {
    String page =
        """
        { projects(municipality: "musterstadt", first: 50) { nodes {
            key title status focusArea { name } leadUnit { name }
            services(first: 5) { nodes { key name } }
            history(last: 5) { nodes { eventKind effectiveOn } }
            targets { nodes { key wording } } } } }
        """;
    // How long the lists are is known for good once it was asked.
    questions.data(page);
    cache.clear();
    sheets.clear();
    statements.forget();
    JsonNode cold = questions.data(page);
    // Two each: projects, services, targets, coverage. One each: focus areas, units, municipality.
    // The history takes one, plus one for each kind of event.
    assertThat(statements.statements()).hasSizeLessThanOrEqualTo(2 * 4 + 3 + 1 + 6);
    sheets.at(releases.present().pin(new StateRequest("musterstadt", null)), 1_000);
    statements.forget();
    assertThat(questions.data(page)).isEqualTo(cold);
    String other = page.replace("first: 50", "last: 50");
    assertThat(questions.data(other).at("/projects/nodes")).hasSize(50);
    assertThat(statements.statements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{status: {eq: COMPLETED}}",
        "{overdueDays: {gt: 0}}",
        "{not: {leadUnitWithin: {eq: \"demo-dez-3\"}}}",
        "{milestones: {some: {doneOn: {isNull: true}}}}",
        "{or: []}",
        "{}"
      })
  void eventsAreFoundByAnyConditionOnTheirSubject(String filter) {
    JsonNode data =
        questions.data(
            """
            { all: scheduleRevisions(municipality: "musterstadt") { totalCount }
              fit: scheduleRevisions(municipality: "musterstadt", filter: {projectFits: %1$s}) {
                totalCount aggregates { project { distinctCount } } }
              others: scheduleRevisions(municipality: "musterstadt",
                filter: {not: {projectFits: %1$s}}) { totalCount }
              projects(municipality: "musterstadt",
                filter: {and: [%1$s, {scheduleRevisions: {some: {}}}]}) { totalCount } }
            """
                .formatted(filter));
    assertThat(data.at("/fit/aggregates/project/distinctCount"))
        .isEqualTo(data.at("/projects/totalCount"));
    assertThat(data.at("/fit/totalCount").asInt() + data.at("/others/totalCount").asInt())
        .isEqualTo(data.at("/all/totalCount").asInt())
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "'{projectFits: {leadUnit: {eq: 3}}}', VALIDATION",
    "'{projectFits: {amount: {gt: 3}}}', BAD_FILTER",
    "'{projectFits: {costs: {some: {projectFits: {costs: {some: {projectFits: {}}}}}}}}', TOO_DEEP"
  })
  void aConditionOnASubjectThatCannotBeIsRefused(String filter, String code) {
    assertThat(questions.code("{ costs(filter: %s) { totalCount } }".formatted(filter)))
        .isEqualTo(code);
  }

  @Test
  void aDateIsOneOfSeveral() {
    JsonNode data =
        questions.data(
            """
            { one: projects(municipality: "musterstadt", filter: {plannedEnd: {eq: "2024-12-31"}}) {
                totalCount }
              other: projects(municipality: "musterstadt",
                filter: {plannedEnd: {eq: "2025-12-31"}}) { totalCount }
              both: projects(municipality: "musterstadt",
                filter: {plannedEnd: {in: ["2024-12-31", "2025-12-31"]}}) { totalCount }
              none: projects(municipality: "musterstadt", filter: {plannedEnd: {in: []}}) {
                totalCount } }
            """);
    int one = data.at("/one/totalCount").asInt();
    int other = data.at("/other/totalCount").asInt();
    assertThat(one).isPositive();
    assertThat(other).isPositive();
    assertThat(data.at("/both/totalCount").asInt()).isEqualTo(one + other);
    assertThat(data.at("/none/totalCount").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digitale ", "DIGITÄLE", "straße", "Strasse", "%", "xyz"})
  void aTextBeginsWithWhatItsSortKeyBeginsWith(String beginning) {
    JsonNode data =
        questions.data(
            """
            { found: projects(municipality: "musterstadt", first: 200,
                filter: {title: {startsWith: "%1$s"}}) { nodes { title } totalCount }
              holds: projects(municipality: "musterstadt", first: 200,
                filter: {title: {contains: "%1$s"}}) { nodes { title } totalCount } }
            """
                .formatted(beginning));
    List<String> begin =
        texts(data, "/holds/nodes", "title").stream()
            .filter(title -> SortKey.of(title).startsWith(SortKey.of(beginning)))
            .toList();
    assertThat(data.at("/holds/totalCount").asInt()).isLessThanOrEqualTo(200);
    assertThat(texts(data, "/found/nodes", "title")).isEqualTo(begin);
  }

  @Test
  void demonstrationsAreNeverPartOfAll() {
    JsonNode data = questions.data("{ projects(municipality: \"ALL\") { totalCount } }");
    assertThat(data.at("/projects/totalCount").asInt())
        .isEqualTo(
            questions
                .data("{ projects(municipality: \"duesseldorf\") { totalCount } }")
                .at("/projects/totalCount")
                .asInt());
  }

  private List<String> keys(
      String order, String size, String argument, String cursor, String more) {
    List<String> keys = new ArrayList<>();
    String position = "";
    while (true) {
      JsonNode page =
          questions
              .data(
                  "{ projects(municipality: \"musterstadt\", orderBy: [%s], %s%s) { nodes { key } pageInfo { %s %s } } }"
                      .formatted(order, size, position, cursor, more))
              .get("projects");
      keys.addAll(texts(page, "/nodes", "key"));
      if (!page.at("/pageInfo/" + more).asBoolean()) {
        return keys;
      }
      position = ", %s: \"%s\"".formatted(argument, page.at("/pageInfo/" + cursor).asString());
    }
  }

  private static List<String> texts(JsonNode data, String path, String field) {
    return StreamSupport.stream(data.at(path).spliterator(), false)
        .map(node -> node.get(field).asString())
        .toList();
  }
}
