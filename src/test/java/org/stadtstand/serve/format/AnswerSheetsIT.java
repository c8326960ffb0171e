package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ServerTest;
import org.stadtstand.WorkbookSheets;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Answers with several lists as several tables, and tables in other shapes. */
@ServerTest
class AnswerSheetsIT {

  private static final String LISTS =
      "query Lage { projects(municipality: \"musterstadt\", first: 2)"
          + " { totalCount nodes { key title history(first: 2) { nodes { key effectiveOn } } }"
          + " groups(by: [{field: STATUS}]) { rowCount nodes { keys { status } count } }"
          + " facets(of: [STATUS, FOCUS_AREA]) { field values { label count } } }"
          + " targets(first: 3) { nodes { key } } }";

  private static final String STATUS =
      "{ projects(municipality: \"musterstadt\") { groups(by: [{field: STATUS}])"
          + " { rowCount nodes { keys { status statusAbsent } count } } } }";

  private static final String CROSSED =
      "{ projects(municipality: \"musterstadt\") { groups(first: 200, by: [{field: FOCUS_AREA},"
          + " {field: STATUS}]) { nodes { keys { focusArea { key name } statusLabel } count } } }"
          + " }";

  private static final String SERIES =
      "{ projects(municipality: \"musterstadt\") { series(from: \"2024-01-01\", to:"
          + " \"2024-12-31\", every: QUARTER) { on totalCount } } }";

  @Autowired private Files files;

  @Test
  void eachListIsASheetAndAFileOfTheArchive() throws IOException {
    Map<String, String> archive = archive(LISTS);
    assertThat(archive.keySet())
        .containsExactly(
            "projects.csv",
            "projects.history.csv",
            "projects.groups.csv",
            "projects.facets.csv",
            "targets.csv",
            "Quelle.txt");
    assertThat(sheets(LISTS))
        .containsExactly(
            "projects (Demo)",
            "projects.history (Demo)",
            "projects.groups (Demo)",
            "projects.facets (Demo)",
            "targets (Demo)",
            "Quelle");
    for (String name : List.of("projects", "projects.history", "projects.groups", "targets")) {
      assertThat(files.csv(LISTS, "sheet", name)).isEqualTo(archive.get(name + ".csv"));
    }
    assertThat(archive.get("Quelle.txt"))
        .contains(
            "NO, cut off: history, projects, targets",
            "musterstadt",
            "duesseldorf",
            "/q/",
            "query Lage")
        .endsWith("\r\n");
  }

  @Test
  void aSheetHoldsItsRowsAndWhatStandsBesideThem() {
    assertThat(files.cells(LISTS, "sheet", "projects").getFirst())
        .startsWith("projects.totalCount", "key", "title", "dataset.municipality");
    List<List<String>> inside = files.cells(LISTS, "sheet", "projects.history");
    assertThat(inside.getFirst())
        .startsWith("projects.totalCount", "key", "title", "history.key", "history.effectiveOn");
    assertThat(inside).hasSizeGreaterThan(2);
    assertThat(files.cells(LISTS, "sheet", "projects.groups").getFirst())
        .startsWith("projects.totalCount", "projects.groups.rowCount", "status", "count");
    assertThat(files.cells(LISTS, "sheet", "targets").getFirst()).startsWith("key");
    assertThat(files.cells(LISTS, "sheet", "projects.facets").getFirst())
        .startsWith("projects.totalCount", "field", "values.label", "values.count");
  }

  @Test
  void onlyWhatASheetShowsMakesItAPart() {
    Representation groups = files.file("csv", LISTS, "sheet", "projects.groups");
    assertThat(groups.headers()).doesNotContainKey(FileHeaders.TRUNCATED);
    assertThat(groups.headers().get("Content-Disposition"))
        .contains("stadtstand-Lage-", "@9", "_2026-11-22-projects.groups.csv");
    assertThat(files.file("csv", LISTS, "sheet", "projects").headers())
        .containsEntry(FileHeaders.TRUNCATED, "projects");
    assertThat(files.file("xlsx", LISTS).headers().get("Content-Disposition"))
        .contains("-auszug.xlsx")
        .doesNotContain("projects");
  }

  @Test
  void sameAnswersAreTheSameBytes() throws IOException {
    assertThat(Files.bytes(files.file("zip", LISTS)))
        .isEqualTo(Files.bytes(files.file("zip", LISTS)));
    assertThat(sheets(LISTS, "sheet", "targets")).containsExactly("targets (Demo)", "Quelle");
  }

  @Test
  void anArchiveIsWrittenForAGermanExcelToo() throws IOException {
    assertThat(archive(STATUS, "dialect", "excel-de").get("projects.csv"))
        .startsWith("\uFEFFprojects.groups.rowCount;status;statusAbsent;count;");
  }

  @Test
  void aListThatIsNamedIsFollowedToItsEnd() {
    List<List<String>> cells = files.cells(LISTS, "sheet", "projects", "all", "true");
    assertThat(cells).hasSizeGreaterThan(370);
    refuses(ErrorCode.BAD_ARGUMENT, "several", "xlsx", LISTS, "all", "true");
  }

  @Test
  void aChartHasAKeyInWordsAndANumber() {
    List<List<String>> rows = files.cells(STATUS, "shape", "chart");
    assertThat(rows.getFirst()).startsWith("Status (in Worten)", "Anzahl");
    assertThat(rows.getFirst()).hasSize(4).endsWith("dataset.municipality", "dataset.standing");
    assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("Abgeschlossen"));
    assertThat(files.cells(SERIES, "shape", "chart")).hasSizeBetween(4, 6);
    assertThat(files.cells(SERIES, "shape", "chart").get(1).getFirst()).startsWith("2024-");
  }

  @Test
  void aTableOfTwoKeysIsCrossed() {
    List<List<String>> plain = files.cells(CROSSED);
    List<List<String>> wide = files.cells(CROSSED, "shape", "wide", "labels", "en");
    int name = plain.getFirst().indexOf("focusArea.name");
    int status = plain.getFirst().indexOf("statusLabel");
    int count = plain.getFirst().indexOf("count");
    assertThat(plain).hasSizeGreaterThan(10);
    for (List<String> row : plain.subList(1, plain.size())) {
      int column = wide.getFirst().indexOf(row.get(status));
      List<String> line =
          wide.stream()
              .filter(each -> each.getFirst().equals(row.get(name)))
              .findFirst()
              .orElseThrow();
      assertThat(line.get(column)).isEqualTo(row.get(count));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sheet, nothing, no such table, lists",
    "sheet, '', no such table, lists",
    "sheet, projects, is one table, one",
    "shape, wild, cannot be, groups",
    "shape, wide, 'two keys and one number, and the rows have the key status and the number',"
        + " groups",
    "shape, chart, has none as rows, one",
    "shape, chart, focusArea.name, crossed"
  })
  void whatFitsNoTableIsRefused(String parameter, String value, String says, String document) {
    String asked =
        switch (document) {
          case "lists" -> LISTS;
          case "groups" -> STATUS;
          case "crossed" -> CROSSED;
          default -> "{ projects { nodes { key } } }";
        };
    refuses(ErrorCode.BAD_ARGUMENT, says, "csv", asked, parameter, value);
  }

  @Test
  void severalTablesAreNoCsv() {
    refuses(ErrorCode.NOT_A_TABLE, "projects.facets, targets", "csv", LISTS);
    refuses(ErrorCode.BAD_ARGUMENT, "explode", "csv", LISTS, "sheet", "a", "explode", "projects");
    refuses(ErrorCode.BAD_ARGUMENT, "no parameter sheet", "zip", LISTS, "sheet", "targets");
    refuses(ErrorCode.BAD_ARGUMENT, "no parameter shape", "jsonl", STATUS, "shape", "wide");
  }

  @Test
  void keysThatLookAlikeAreNotAddedUp() {
    String twice =
        "{ projects(municipality: \"musterstadt\") { groups(by: [{field: STATUS}, {field:"
            + " FOCUS_AREA}]) { nodes { keys { statusLabel } count } } } }";
    refuses(ErrorCode.NOT_A_TABLE, "same keys", "csv", twice, "shape", "chart");
  }

  @Test
  void rowsThatHoldOnlyTablesAreNoTable() throws IOException {
    String inside =
        "{ projects(municipality: \"musterstadt\", first: 3) { nodes { %s history(first: 2) {"
            + " nodes { key eventKind } } } } }";
    List<List<String>> cells = files.cells(inside.formatted(""));
    assertThat(cells.getFirst()).startsWith("history.key", "history.eventKind");
    assertThat(cells).hasSizeGreaterThan(3);
    String both = inside.formatted("targets(first: 2) { nodes { key wording } }");
    refuses(ErrorCode.NOT_A_TABLE, "projects.targets, projects.history", "csv", both);
    assertThat(sheets(both))
        .containsExactly("projects.targets (Demo)", "projects.history (Demo)", "Quelle");
  }

  private List<String> sheets(String document, String... parameters) throws IOException {
    return WorkbookSheets.names(Files.bytes(files.file("xlsx", document, parameters)));
  }

  private Map<String, String> archive(String document, String... parameters) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    byte[] bytes = Files.bytes(files.file("zip", document, parameters));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private void refuses(
      ErrorCode code, String says, String suffix, String document, String... parameters) {
    assertThatThrownBy(() -> files.file(suffix, document, parameters))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.sentence()).contains(says);
              assertThat(error.hint()).isNotBlank();
            });
  }
}
