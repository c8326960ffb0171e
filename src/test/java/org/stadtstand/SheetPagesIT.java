package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;
import tools.jackson.databind.JsonNode;

/** A page that is found in a sheet is the one that a statement finds, with its cursors. */
@ServerTest
class SheetPagesIT {

  private static final String ROWS =
      "totalCount edges { cursor node { %s } } pageInfo { startCursor endCursor hasNextPage"
          + " hasPreviousPage }";

  private static final Map<String, List<String>> ORDERS =
      Map.of(
          "projects",
          List.of("KEY", "TITLE", "PLANNED_START", "PLANNED_END", "STATUS", "OVERDUE_DAYS"),
          "targets",
          List.of("KEY", "WORDING", "DUE_ON", "FOCUS_AREA"),
          "services",
          List.of("KEY", "NAME"),
          "focusAreas",
          List.of("KEY", "NAME", "POSITION"),
          "sources",
          List.of("KEY", "TITLE", "PUBLISHED_ON", "RETRIEVED_ON"),
          "statusHistory",
          List.of("EFFECTIVE_ON", "KEY"));

  private static final Map<String, List<String>> FILTERS =
      Map.of(
          "projects",
          List.of(
              "plannedEnd: {gte: \"2024-06-30\"}",
              "plannedStart: {lte: \"2023-12-31\"}",
              "plannedEnd: {within: \"2025\"}",
              "plannedEnd: {isNull: true}",
              "plannedEnd: {in: []}",
              "plannedEnd: {in: [\"2024-06-30\", \"2025-12-31\"]}",
              "status: {in: []}",
              "status: {eq: COMPLETED}",
              "status: {in: [IN_PROGRESS, PLANNED]}",
              "overdueDays: {gt: 10}",
              "overdueDays: {isNull: false, lte: 400}",
              "title: {contains: \"ra\"}",
              "completedOn: {lt: \"2024-01-01\"}",
              "targets: {some: {dueOn: {gte: \"2025-01-01\"}}}",
              "targets: {none: {dueOn: {lt: \"2026-01-01\"}}}",
              "statusChanges: {every: {status: {in: [PLANNED, IN_PROGRESS]}}}",
              "scheduleRevisions: {some: {}, none: {newOn: {gt: \"2025-06-30\"}}}",
              "services: {some: {projects: {some: {status: {eq: COMPLETED}}}}}",
              "targets: {every: {gapPercent: {gt: 5}}}"),
          "targets",
          List.of(
              "dueOn: {gt: \"2024-12-31\"}",
              "kind: {eq: NUMERIC}",
              "gapPercent: {gt: 5}",
              "projects: {every: {status: {in: [COMPLETED, IN_PROGRESS]}}}"),
          "services",
          List.of(
              "key: {isNull: false}",
              "usageYear: {gte: 2022}",
              "leikaType: {isNull: true}",
              "identifiers: {some: {scheme: {eq: LEIKA}, value: {eq: \"99008001012000\"}}}",
              "identifiers: {none: {value: {in: [\"99008001012000\", \"-\"]}}}",
              "identifiers: {some: {value: {eq: \"99008001012000\"}}}",
              "theme: {eq: \"Querschnitt\"}",
              "leikaType: {eq: \"2/3\"}, projects: {some: {}}",
              "leikaType: {eq: \"2\"}",
              "projects: {none: {plannedEnd: {gte: \"2024-06-30\"}}}",
              "projects: {some: {targets: {some: {kind: {eq: NUMERIC}}}}}"),
          "focusAreas",
          List.of(
              "targets: {some: {dueOn: {gte: \"2026-01-01\"}}}",
              "targets: {none: {kind: {eq: NUMERIC}}}",
              "targets: {every: {gapPercent: {lt: 50}}}",
              "projects: {some: {status: {eq: COMPLETED}}}",
              "projects: {none: {targets: {some: {dueOn: {lt: \"2026-01-01\"}}}}}",
              "projects: {every: {statusChanges: {some: {}}}}"),
          "sources",
          List.of(
              "publisher: {eq: \"Stadtstand Demo-Generator\"}",
              "publisher: {eq: \"Landeshauptstadt Düsseldorf\"}",
              "publisher: {eq: \"nobody\"}",
              "publisher: {eq: \"Landeshauptstadt Düsseldorf\", in: [\"nobody\"]}",
              "publisher: {eq: \"Landeshauptstadt Düsseldorf\"}, kind: {eq: STUDY}"),
          "statusHistory",
          List.of(
              "effectiveOn: {gte: \"2023-03-01\", lte: \"2024-05-31\"}",
              "effectiveOn: {gt: \"2022-01-01\"}",
              "effectiveOn: {lt: \"2024-01-01\"}",
              "effectiveOn: {eq: \"2024-03-31\"}",
              "effectiveOn: {within: \"2024-Q2\"}",
              "eventKind: {eq: PROJECT_STATUS_CHANGE}"));

  private static WithoutSheets withoutSheets;

  @Autowired private Questions questions;
  @Autowired private Sheets sheets;
  @Autowired private ReleaseDirectory releases;
  @Autowired private CountedStatements statements;

  @BeforeAll
  static void startTheOther() {
    withoutSheets = new WithoutSheets();
  }

  @AfterAll
  static void stopTheOther() {
    withoutSheets.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, 480);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyPageIsTheSame(int seed) {
    Random random = new Random(seed);
    String city = random.nextInt(4) == 0 ? "duesseldorf" : "musterstadt";
    String list =
        one(
            List.of("projects", "targets", "services", "focusAreas", "sources", "statusHistory"),
            random);
    String arguments =
        "%s: %d%s%s%s"
            .formatted(
                random.nextInt(3) == 0 ? "last" : "first",
                List.of(0, 1, 7, 50, 200).get(random.nextInt(5)),
                WithoutSheets.state(random),
                random.nextInt(4) == 0 ? "" : ", filter: {" + filter(list, random, 2) + "}",
                random.nextInt(3) == 0 ? "" : ", orderBy: [" + order(list, random) + "]");
    String language = random.nextInt(4) == 0 ? "query @lang(in: EN) " : "";
    JsonNode page = sameAnswer(city, language + document(city, list, arguments));
    List<String> cursors = page.path("data").path(list).findValuesAsString("cursor");
    if (!cursors.isEmpty()) {
      String further =
          "%s, %s: \"%s\""
              .formatted(arguments, one(List.of("after", "before"), random), one(cursors, random));
      sameAnswer(city, language + document(city, list, further));
    }
  }

  @Test
  void aPageTakesNoStatement() {
    make("musterstadt");
    String projects = "{projects(municipality: \"musterstadt\", first: 9, %s) {nodes {key title}}}";
    String feed =
        "{statusHistory(municipality: \"musterstadt\", last: 9, %s) {nodes {key effectiveOn}}}";
    questions.data(projects.formatted("filter: {plannedEnd: {gte: \"2023-01-01\"}}"));
    String before =
        questions
            .data(
                "{statusHistory(municipality: \"musterstadt\", last: 5) {pageInfo {startCursor}}}")
            .findValuesAsString("startCursor")
            .getFirst();
    statements.forget();
    questions.data(projects.formatted("filter: {plannedEnd: {gte: \"2023-01-02\"}}"));
    questions.data(projects.formatted("orderBy: [{field: TITLE, direction: DESC}]"));
    questions.data(feed.formatted("filter: {effectiveOn: {gte: \"2023-01-02\"}}"));
    questions.data(
        "{service(municipality: \"musterstadt\", leika: \"99008001012000\") {key name}}");
    questions.data(feed.formatted("before: \"%s\"".formatted(before)));
    questions.data(
        "{focusAreas(municipality: \"musterstadt\", filter: {targets: {some: {dueOn: {gte:"
            + " \"2026-01-03\"}}}}) {nodes {key name}}}");
    assertThat(statements.statements()).isEmpty();
  }

  /** A widget asks for one service again and again, and for nothing else. */
  @Test
  void whoIsAskedForListsAloneMakesASheetToo() {
    String service = "{service(municipality: \"musterstadt\", leika: \"9900800101%04d\") {key}}";
    sheets.clear();
    for (int i = 0; i < 600; i++) {
      questions.data(service.formatted(i));
    }
    statements.forget();
    questions.data(service.formatted(601));
    assertThat(statements.statements()).isEmpty();
  }

  private static String document(String city, String list, String arguments) {
    String node = list.equals("statusHistory") ? "key eventKind effectiveOn ordinal" : "key id";
    return "{ %s(municipality: \"%s\", %s) { %s } }"
        .formatted(list, city, arguments, ROWS.formatted(node));
  }

  private static String filter(String list, Random random, int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(7)) {
      case 0 -> "not: {" + filter(list, random, depth - 1) + "}";
      case 1 -> "or: [" + both(list, random, depth) + "]";
      case 2 -> "and: [" + both(list, random, depth) + "]";
      default -> one(FILTERS.getOrDefault(list, List.of()), random);
    };
  }

  private static String both(String list, Random random, int depth) {
    return "{%s}, {%s}".formatted(filter(list, random, depth - 1), filter(list, random, depth - 1));
  }

  private static String order(String list, Random random) {
    return "{field: %s%s%s}"
        .formatted(
            one(ORDERS.getOrDefault(list, List.of()), random),
            one(List.of("", ", direction: DESC", ", direction: ASC"), random),
            one(List.of("", "", ", nulls: FIRST", ", nulls: LAST"), random));
  }

  private static String one(List<String> several, Random random) {
    return several.get(random.nextInt(several.size()));
  }

  private JsonNode sameAnswer(String city, String document) {
    make(city);
    JsonNode own = questions.ask(document);
    assertThat(own.has("errors")).as(document + own).isFalse();
    withoutSheets.answersAlike(document, own);
    return own;
  }

  private void make(String city) {
    sheets.at(releases.present().pin(new StateRequest(city, null)), 1_000);
  }
}
