package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as files: their contents, and what is refused. */
@ServerTest
class AnswerFilesIT {

  private static final String DEMO = "municipality: \"musterstadt\"";

  @Autowired private Formats formats;
  @Autowired private Answers answers;
  @Autowired private Files files;

  @Test
  void aListBecomesRowsAndNestedObjectsBecomeDottedColumns() {
    List<List<String>> cells =
        files.cells(
            "{ targets(filter: {key: {in: [\"inf-1\", \"inf-2\"]}})"
                + " { nodes { key wording targetValue dueOn focusArea { name } } } }");
    assertThat(cells.getFirst())
        .containsExactly("key", "wording", "targetValue", "dueOn", "dueOnLabel", "focusArea.name");
    assertThat(cells).hasSize(3);
    assertThat(cells.get(1).getFirst()).isEqualTo("inf-1");
    assertThat(cells.get(1).get(2)).isEqualTo("50");
    assertThat(cells.get(1).get(3)).isEqualTo("2025-12-31");
    assertThat(cells.get(2).get(2)).isEmpty();
  }

  @Test
  void textIsQuotedAndNumbersAndDaysAreNot() {
    assertThat(
            files.csv(
                "{ targets(filter: {key: {eq: \"inf-1\"}}) { nodes { key targetValue dueOn } } }"))
        .isEqualTo("key,targetValue,dueOn,dueOnLabel\r\n\"inf-1\",50,2025-12-31,\"2025\"\r\n");
  }

  @Test
  void aDateIsWrittenAsExactlyAsItIsKnownAndOnlyOnce() {
    String rows = " nodes { saidOn } } }";
    String claims = "{ claims(filter: {key: {eq: \"%s\"}}) {";
    assertThat(files.csv(claims.formatted("inf-3-erreicht") + rows))
        .isEqualTo("saidOn,saidOnLabel\r\n2026-01-31,\"spätestens 31. Januar 2026\"\r\n");
    assertThat(files.csv(claims.formatted("adig-umbenennung-2020") + rows))
        .contains("zwischen dem 1. Januar 2020 und dem 31. Januar 2026");
    assertThat(
            files.csv(
                claims.formatted("inf-3-erreicht") + " nodes { saidOn saidOnLabel(lang: EN) } } }"))
        .isEqualTo("saidOn,saidOnLabel\r\n2026-01-31,\"31 January 2026 at the latest\"\r\n");
  }

  @Test
  void anEmptyAnswerHasItsHeading() {
    assertThat(
            files.csv(
                "{ targets(filter: {key: {eq: \"none\"}})"
                    + " { nodes { key focusArea { name } observations { nodes { value } } } } }"))
        .isEqualTo("key,focusArea.name,observations.value\r\n");
  }

  @Test
  void anObjectThatIsNotThereKeepsItsColumns() {
    assertThat(files.csv("{ project(key: \"none\") { key title leadUnit { name } } }"))
        .isEqualTo("project.key,project.title,project.leadUnit.name\r\n,,\r\n");
  }

  @Test
  void fragmentsAndDirectivesCountAsWhatTheyBecome() {
    assertThat(
            files
                .cells(
                    "query Q { targets { nodes { ...a kind @skip(if: true) } } }"
                        + " fragment a on Target { key ... on Node { id } focusArea { ...b } }"
                        + " fragment b on FocusArea { name }")
                .getFirst())
        .containsExactly("key", "id", "focusArea.name");
  }

  @Test
  void eventsOfAllTypesShareTheirColumns() {
    List<List<String>> cells =
        files.cells(
            "{ statusHistory("
                + DEMO
                + ", first: 200, filter: {eventKind: {in: [PROJECT_STATUS_CHANGE,"
                + " COST_OBSERVATION]}}) { nodes { key eventKind ... on ProjectStatusChange {"
                + " status } ... on CostObservation { amount } } } }");
    assertThat(cells.getFirst()).startsWith("key", "eventKind", "status", "amount");
    assertThat(cells).anySatisfy(row -> assertThat(row.get(2)).isNotEmpty());
  }

  @Test
  void aListInsideARowIsJoinedWhenOneOfItsFieldsIsAsked() {
    List<List<String>> cells =
        files.cells("{ focusAreas { nodes { key targets { nodes { key } } } } }");
    assertThat(cells.getFirst()).containsExactly("key", "targets.key");
    assertThat(cells).anySatisfy(row -> assertThat(row.get(1)).contains("inf-1 | inf-2"));
  }

  @Test
  void aNestedListBecomesRowsWhenItIsNamed() {
    String document =
        "{ projects("
            + DEMO
            + ", first: 20) { nodes { key history(first: 200)"
            + " { nodes { key effectiveOn } } } } }";
    List<List<String>> cells = files.cells(document, "explode", "history");
    assertThat(cells.getFirst()).startsWith("key", "history.key", "history.effectiveOn");
    assertThat(cells).hasSizeGreaterThan(21);
    assertThat(files.cells(document, "explode", "projects.history")).isEqualTo(cells);
    assertThat(cells.stream().skip(1).map(List::getFirst).distinct()).hasSize(20);
  }

  @Test
  void listsInsideTheNamedOneAreNotLostEither() {
    String document =
        "{ focusAreas(first: 5) { nodes { key targets(first: 9) { nodes { key observations"
            + " { nodes { key value } } } } } } }";
    refuses(ErrorCode.NOT_A_TABLE, "targets.observations", document, "explode", "targets");
    assertThat(files.cells(document, "explode", "targets.observations").getFirst())
        .containsExactly(
            "key", "targets.key", "targets.observations.key", "targets.observations.value");
  }

  @Test
  void moreThanOneListIsRefusedByName() {
    refuses(
        ErrorCode.NOT_A_TABLE,
        "targets, projects",
        "{ targets { nodes { key } } projects { nodes { key } } }");
    refuses(
        ErrorCode.NOT_A_TABLE,
        "projects, projects.history",
        "{ projects { nodes { key history { nodes { key effectiveOn } } } } }");
    refuses(
        ErrorCode.NOT_A_TABLE,
        "milestones",
        "{ projects { nodes { key history { nodes { key effectiveOn } }"
            + " milestones { nodes { key title } } } } }",
        "explode",
        "history");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    String document = "{ targets { nodes { key } } }";
    refuses(ErrorCode.BAD_ARGUMENT, "no such list", document, "explode", "nothing");
    refuses(ErrorCode.BAD_ARGUMENT, "dialect", document, "dialect", "excel-fr");
    refuses(ErrorCode.BAD_ARGUMENT, "labels", document, "labels", "fr");
    refuses(ErrorCode.BAD_ARGUMENT, "no parameter", document, "separator", ";");
    refuses(ErrorCode.BAD_ARGUMENT, "all", document, "all", "yes");
    refuses(ErrorCode.BAD_ARGUMENT, "follows", "{ project(key: \"x\") { key } }", "all", "true");
    refuses(
        ErrorCode.BAD_ARGUMENT, "last", "{ targets(last: 5) { nodes { key } } }", "all", "true");
    refuses(
        ErrorCode.BAD_ARGUMENT, "no such list", "{ project(key: \"x\") { key } }", "explode", "a");
  }

  @Test
  void columnsOfOneNameAreRefused() {
    refuses(
        ErrorCode.NOT_A_TABLE,
        "targets.key",
        "{ projects { nodes { targets { key: totalCount nodes { key } } } } }");
    refuses(ErrorCode.NOT_A_TABLE, "no column", "{ targets { pageInfo { hasNextPage } } }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serviceSelections { totalCount nodes { members { pageInfo { endCursor } } } }"
            + "| serviceSelections.totalCount",
        "targets { totalCount nodes { projects { pageInfo { endCursor } } } }"
            + "| targets.totalCount",
        "targets { nodes { key wording projects { pageInfo { endCursor } } } } | key, wording",
        "focusAreas { nodes { key name projects { groups(by: [{field: STATUS}])"
            + " { nodes { rows { pageInfo { endCursor } } } } } } } | key, name"
      })
  void aListWithoutValuesIsNoTable(String question, String columns) {
    for (String format : List.of("csv", "jsonl", "xlsx", "zip")) {
      assertThat(files.file(format, "{ " + question + " }").status()).as(format).isEqualTo(200);
    }
    List<String> own = List.of(columns.split(", "));
    assertThat(Files.read(files.csv("{ " + question + " }")).getFirst().subList(0, own.size()))
        .isEqualTo(own);
  }

  @Test
  void anAnswerWithErrorsIsNoFile() {
    Representation wrongFilter =
        files.file("csv", "{ targets(filter: {key: {eq: null}}) { nodes { key } } }");
    assertThat(wrongFilter.whole()).isFalse();
    assertThat(Files.text(wrongFilter)).contains("BAD_FILTER");
    assertThat(files.file("csv", "{ nothing }").whole()).isFalse();
    assertThat(files.file("xlsx", "{ targets { nodes { key }").whole()).isFalse();
    assertThat(
            files
                .file("jsonl", "query A { targets { totalCount } } query B { __typename }")
                .whole())
        .isFalse();
  }

  @Test
  void aPageThatIsNotTheWholeListSaysSo() {
    Representation part =
        files.file("csv", "{ projects(" + DEMO + ", first: 3) { nodes { key } } }");
    assertThat(part.headers()).containsEntry("Stadtstand-Truncated", "projects");
    assertThat(part.headers().get("Content-Disposition"))
        .contains("stadtstand-projects-demo-musterstadt@9_2026-11-22-auszug.csv");
    List<List<String>> cells = Files.read(Files.text(part));
    assertThat(cells.getFirst())
        .containsExactly("key", "dataset.municipality", "dataset.standing", "truncated");
    assertThat(cells).hasSize(4).last().extracting(List::getLast).isEqualTo("projects");
    Representation nested =
        files.file(
            "csv",
            "{ projects("
                + DEMO
                + ", first: 20)"
                + " { nodes { key history(first: 1) { nodes { key } } } } }");
    assertThat(nested.headers().get("Stadtstand-Truncated")).contains("history");
    assertThat(files.file("csv", "{ targets { nodes { key } } }").headers())
        .doesNotContainKey("Stadtstand-Truncated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ projects(municipality: \"musterstadt\") { totalCount } }",
        "{ projects(municipality: \"musterstadt\", first: 1) { n: totalCount pageInfo"
            + " { hasNextPage } } }",
        "{ a: projects(municipality: \"musterstadt\") { totalCount }"
            + " b: services(municipality: \"musterstadt\") { totalCount } }",
        "{ serviceSelections(municipality: \"musterstadt\") { nodes { key"
            + " all: members { totalCount } } } }",
        "{ orgUnits { nodes { key projects { totalCount } } } }"
      })
  void aCountIsNoPartOfAList(String document) {
    Representation whole = files.file("csv", document);
    assertThat(whole.headers()).doesNotContainKey("Stadtstand-Truncated");
    assertThat(whole.headers().get("Content-Disposition")).doesNotContain("auszug");
    assertThat(Files.read(Files.text(whole)).getFirst()).doesNotContain("truncated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ projects(municipality: \"musterstadt\", first: 2) { edges { node { key } } } }",
        "{ projects(municipality: \"musterstadt\", last: 2) { rows: nodes { key } } }",
        "{ projects(municipality: \"musterstadt\", first: 2) { ...on ProjectConnection"
            + " { nodes { key } } } }",
        "{ serviceSelections(municipality: \"musterstadt\") { nodes { key"
            + " members(first: 2) { nodes { key } } } } }"
      })
  void aPartIsCalledOneHoweverItWasAsked(String document) {
    assertThat(files.file("csv", document).headers().get("Content-Disposition"))
        .contains("-auszug.csv");
  }

  @Test
  void theNameOfAFileSaysWhatWasAskedOfWhomAndWhen() {
    String targets = "{ targets { nodes { key } } }";
    assertThat(name(FileOrigin.UNKNOWN, targets))
        .isEqualTo("stadtstand-targets-duesseldorf@4_2026-11-22.csv");
    assertThat(name(new FileOrigin(null, "ziele-2025", null), targets))
        .isEqualTo("stadtstand-ziele-2025-duesseldorf@4_2026-11-22.csv");
    assertThat(name(new FileOrigin(null, "~eJwrSS0u", null), "query Ziele " + targets))
        .isEqualTo("stadtstand-Ziele-duesseldorf@4_2026-11-22.csv");
    assertThat(
            name(
                FileOrigin.UNKNOWN,
                "{ projects(" + DEMO + ", knownAt: \"2024-12-31\") { totalCount } }"))
        .matches("stadtstand-projects-demo-musterstadt@\\d_2024-12-31\\.csv");
    assertThat(
            name(
                FileOrigin.UNKNOWN,
                "{ a: projects { totalCount } b: projects(" + DEMO + ") { totalCount } }"))
        .isEqualTo("stadtstand-a-duesseldorf@4-demo-musterstadt@9_2026-11-22.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on      | demo-musterstadt@9_2021-12-31-bis-2024-12-31
          knownAt | demo-musterstadt-4-staende_2021-12-31-bis-2024-12-31
          """)
  void aFileOfManyStatesOfOneCityNamesThatCityAndThatItIsInvented(String moment, String expected) {
    String years =
        Stream.of(2021, 2024, 2022, 2023)
            .map(
                year ->
                    "y%d: projects(%s, %s: \"%d-12-31\") { totalCount }"
                        .formatted(year, DEMO, moment, year))
            .collect(Collectors.joining(" "));
    assertThat(name(FileOrigin.UNKNOWN, "query Jahre { " + years + " }"))
        .isEqualTo("stadtstand-Jahre-" + expected + ".csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl"})
  void inventedDataSayThatTheyAreInEveryRow(String suffix) {
    String demo =
        Files.text(files.file(suffix, "{ services(" + DEMO + ", first: 3) { nodes { key } } }"));
    assertThat(demo.lines().filter(line -> line.contains("DEMO") && line.contains("musterstadt")))
        .hasSize(3);
    assertThat(Files.text(files.file(suffix, "{ services(first: 3) { nodes { key } } }")))
        .doesNotContain("DEMO", "dataset.");
  }

  @Test
  void allFollowsTheListToItsEnd() {
    List<List<String>> cells =
        files.cells("{ projects(" + DEMO + ", first: 70) { nodes { key } } }", "all", "true");
    assertThat(cells.getFirst())
        .containsExactly("key", "dataset.municipality", "dataset.standing", "truncated");
    List<String> keys = cells.stream().skip(1).map(List::getFirst).toList();
    assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(370);
    assertThat(cells.stream().skip(1).map(List::getLast)).isNotEmpty().allMatch(String::isEmpty);
  }

  @Test
  void whatFailsOnTheWayDoesNotLookWhole() {
    Answers failing =
        question ->
            question.variables().containsKey("after__")
                ? new Answer(
                    ExecutionResult.newExecutionResult()
                        .addError(GraphqlErrorBuilder.newError().message("away").build())
                        .build(),
                    answers.ask(question).basis())
                : answers.ask(question);
    Representation file =
        new Files(formats, failing)
            .file("csv", "{ projects(" + DEMO + ") { nodes { key } } }", "all", "true");
    assertThat(file.content())
        .isInstanceOfSatisfying(
            Representation.Flow.class,
            flow ->
                assertThatThrownBy(() -> flow.writeTo(new ByteArrayOutputStream()))
                    .isInstanceOf(ApiError.class));
  }

  @Test
  void aGermanExcelFindsItsSemicolonsAndCommas() {
    String csv =
        files.csv(
            "{ target(key: \"inf-1\") { gap { value } targetValue focusArea { name } } }",
            "dialect",
            "excel-de");
    assertThat(csv)
        .startsWith("\uFEFFtarget.gap.value;target.targetValue;target.focusArea.name\r\n");
    assertThat(csv).contains("\r\n-16;50;\"");
  }

  @Test
  void labelsSayInWordsWhatListsAndColumnsAreCalled() {
    List<List<String>> cells =
        files.cells(
            "{ targets(filter: {key: {eq: \"inf-1\"}}) { nodes { key wording outcome } } }",
            "labels",
            "de");
    assertThat(cells.getFirst())
        .containsExactly("Schlüssel", "Wortlaut", "Ergebnis", "Ergebnis (in Worten)");
    assertThat(cells.get(1).get(2)).isEqualTo("MISSED_ON_LAST_VALUE");
    assertThat(cells.get(1).get(3)).contains("verfehlt");
  }

  @Test
  void keysAndFiguresAreCalledAsTheirColumnIs() {
    String document =
        """
        { projects(municipality: "musterstadt") { groups(by: [{field: LEAD_UNIT}], first: 1) { nodes {
          keys { leadUnitLabel leadUnitAbsent } count Davon_verspaetet_: count
          aggregates { slippageDays { median } } } } } }\
        """;
    assertThat(headings(document, "labels", "de"))
        .startsWith(
            "Federführende Stelle",
            "Federführende Stelle: warum nicht",
            "Anzahl",
            "Davon verspaetet",
            "Verschiebung in Tagen: Median");
    assertThat(headings(document, "labels", "en"))
        .startsWith("Lead unit", "Lead unit: why not", "Count", "Davon verspaetet")
        .contains("Slippage in days: median");
    assertThat(headings(document))
        .startsWith("leadUnitLabel", "leadUnitAbsent", "count", "Davon_verspaetet_")
        .contains("slippageDays.median");
  }

  @Test
  void aHeadingSaysWhatIsPickedOutAndNotTheAlias() {
    String document =
        """
        query Lage($min: Int = 0) { focusAreas(municipality: "musterstadt") { nodes {
          english: name(lang: EN)
          now: projects { late: count(filter: {overdueDays: {gt: 0}, not: {priority: {eq: HIGH}}})
            late_: count(filter: {overdueDays: {gt: $min}}) many: count(filter: {targets: {some: {}}})
            percent(filter: {status: {in: [COMPLETED]}}, of: {plannedEnd: {within: "2025"}}) } } } }\
        """;
    assertThat(headings(document, "labels", "de"))
        .startsWith(
            "Name (englisch)",
            "Projekte: Anzahl (Tage überfällig > 0, nicht (Priorität: Hoch))",
            "Projekte: late",
            "Projekte: many",
            "Projekte: Prozent (Status: Abgeschlossen; von: geplantes Ende: 2025)");
    assertThat(headings(document))
        .startsWith("english", "now.late", "now.late_", "now.many", "now.percent");
  }

  @Test
  void statesAreToldApartByTheirDay() {
    String document =
        """
        { projects(municipality: "musterstadt") { count }
          then: projects(municipality: "musterstadt", on: "2024-12-31") { count }
          record: projects(municipality: "musterstadt", asOf: RECORD) { count } }\
        """;
    assertThat(headings(document, "labels", "de"))
        .startsWith(
            "Projekte: Anzahl",
            "Projekte (am 31.12.2024): Anzahl",
            "Projekte (am Tag des Stands): Anzahl");
    assertThat(headings(document, "labels", "en")).contains("Projects (on 31 Dec 2024): count");
  }

  private List<String> headings(String document, String... parameters) {
    return files.cells(document, parameters).getFirst();
  }

  @Test
  void provenanceTravelsInColumns() {
    List<List<String>> cells = files.cells("{ targets { nodes { key } } }", "meta", "columns");
    assertThat(cells.getFirst())
        .contains("dataset.licence", "dataset.release", "dataset.publisher");
    int link = cells.getFirst().indexOf("dataset.permanentLink");
    assertThat(cells.get(1).get(link)).contains("/q/");
    int release = cells.getFirst().indexOf("dataset.release");
    assertThat(cells.get(1).get(release)).isEqualTo("4");
  }

  @Test
  void theLinkLeadsToTheQuestionAsItWasPut() {
    String document = "{ targets(first: 3) { nodes { key } } }";
    String plain =
        String.valueOf(
            answers.ask(Question.now(document)).result().getExtensions().get("permanentLink"));
    assertThat(files.csv(document, "labels", "de", "meta", "columns")).contains(plain);
  }

  @Test
  void jsonLinesKeepWhatIsNested() {
    String lines =
        Files.text(
            files.file(
                "jsonl",
                "{ targets(filter: {key: {in: [\"inf-1\", \"inf-2\"]}}) { totalCount"
                    + " nodes { key targetValue observations { nodes { key value } } } } }"));
    assertThat(lines).endsWith("\n").doesNotContain("pageInfo__");
    JsonNode first = JsonMapper.builder().build().readTree(lines.lines().findFirst().orElseThrow());
    assertThat(lines.lines()).hasSize(2);
    assertThat(first.get("key").asString()).isEqualTo("inf-1");
    assertThat(first.get("targets.totalCount").asInt()).isEqualTo(2);
    assertThat(first.at("/observations/nodes").size()).isPositive();
  }

  @Test
  void theCsvIsDescribed() {
    JsonNode description =
        JsonMapper.builder()
            .build()
            .readTree(
                Files.bytes(
                    files.file(
                        "csv-metadata.json",
                        "{ targets { nodes { key targetValue dueOn outcome } } }",
                        "labels",
                        "de")));
    assertThat(description.at("/tableSchema/columns/1/datatype").asString()).isEqualTo("decimal");
    assertThat(description.at("/tableSchema/columns/2/datatype").asString()).isEqualTo("date");
    assertThat(description.at("/tableSchema/columns/3/name").asString()).isEqualTo("dueOn_label");
    assertThat(description.at("/tableSchema/columns/5/name").asString()).isEqualTo("outcome_label");
    assertThat(description.at("/tableSchema/columns/1/titles/de").asString()).isEqualTo("Zielwert");
    assertThat(description.at("/tableSchema/columns/1/titles/en").asString())
        .isEqualTo("Target value");
    assertThat(description.get("dc:license").asString()).startsWith("https://");
  }

  @Test
  void equalParametersAreEqualForms() {
    Format csv = files.format("csv");
    assertThat(csv.with(Map.of("labels", "de"))).isEqualTo(csv.with(Map.of("labels", "de")));
    assertThat(csv.with(Map.of())).isNotEqualTo(csv.with(Map.of("labels", "de")));
  }

  private String name(FileOrigin origin, String document) {
    String disposition =
        String.valueOf(
            files
                .format("csv")
                .from(origin)
                .write(new Inquiry(Question.now(document), answers))
                .headers()
                .get("Content-Disposition"));
    return disposition.substring(disposition.indexOf('"') + 1, disposition.length() - 1);
  }

  private void refuses(ErrorCode code, String says, String document, String... parameters) {
    assertThatThrownBy(() -> files.file("csv", document, parameters))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.sentence()).contains(says);
              assertThat(error.hint()).isNotBlank();
            });
  }
}
