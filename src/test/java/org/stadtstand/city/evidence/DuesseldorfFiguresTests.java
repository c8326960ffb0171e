package org.stadtstand.city.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of the Düsseldorf deliveries says truly whose it is, and no day is invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuesseldorfFiguresTests {

  private static final List<String> FIGURES =
      List.of("observation", "service_usage", "service_assessment", "cost_observation");

  /** A row with the number of its release; an empty cell is an empty text. */
  private record Row(int release, String table, Map<String, String> values) {

    String get(String column) {
      return values.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return release + "/" + table + "/" + get("key");
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Row> sources = new HashMap<>();

  @BeforeAll
  void read() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("seed-data/duesseldorf"))) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      String folder = file.getName(2).toString();
      String table = String.valueOf(file.getFileName()).replace(".csv", "");
      try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
        for (NamedCsvRecord line : csv) {
          rows.add(new Row(Integer.parseInt(folder.substring(0, 2)), table, line.getFieldsAsMap()));
        }
      }
    }
    of("source").forEach(source -> sources.put(source.get("key"), source));
  }

  private List<Row> of(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).toList();
  }

  private List<Row> figures() {
    return rows.stream().filter(row -> FIGURES.contains(row.table())).toList();
  }

  private Row source(Row row) {
    return Objects.requireNonNull(sources.get(row.get("source")), row::toString);
  }

  private SourceKind kind(Row row) {
    return SourceKind.valueOf(source(row).get("kind"));
  }

  @Test
  void theNatureOfEveryFigureAgreesWithTheKindOfItsSource() {
    assertThat(figures()).hasSizeGreaterThan(45);
    for (Row figure : figures()) {
      Nature nature = Nature.valueOf(figure.get("nature"));
      assertThat(nature).as("%s", figure).isNotEqualTo(Nature.SYNTHETIC);
      assertThat(nature == Nature.REPORTED && !kind(figure).ofTheCity())
          .as("%s is not reported by the city", figure)
          .isFalse();
      assertThat(kind(figure) != SourceKind.SECONDARY_REWRITE || nature == Nature.RELAYED)
          .as("%s is from a rewrite", figure)
          .isTrue();
    }
  }

  @Test
  void theNatureOfEveryObservationAgreesWithItsReporter() {
    assertThat(of("observation")).hasSizeGreaterThan(5);
    for (Row seen : of("observation")) {
      String reporter = seen.get("reporter");
      boolean city = reporter.contains("Stadt") && !reporter.contains("laut");
      String publisher = source(seen).get("publisher").replaceAll(" \\(.*", "");
      switch (Nature.valueOf(seen.get("nature"))) {
        case REPORTED -> assertThat(city).as("%s", seen).isTrue();
        case RELAYED -> assertThat(reporter).as("%s", seen).startsWith(publisher);
        case MEASURED -> {
          assertThat(reporter).as("%s", seen).isNotEmpty();
          assertThat(city).as("%s", seen).isFalse();
        }
        case ESTIMATED -> assertThat(seen.get("qualifier")).as("%s", seen).isNotEqualTo("EXACT");
        case DERIVED, SYNTHETIC -> assertThat(seen).as("neither is seeded").isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "inf-1-2020-wz,4,EXACT,RELAYED,2020-12,Westdeutsche Zeitung,PRESS",
    "inf-1-2020,5,LESS_THAN,RELAYED,2020-12,MICUS Strategieberatung,STUDY",
    "inf-1-2023,26.9,EXACT,MEASURED,2023-12,gigabit.nrw,PRESS",
    "inf-1-2025-07,34,EXACT,MEASURED,../2025-07-02,MICUS Strategieberatung,STUDY",
    "inf-1-2025-12-03,34,EXPECTED,ESTIMATED,2025-12-03,Gigabit-Koordination der Stadt,PRESS",
    "srv-1-2024-04,20,EXACT,RELAYED,2024-04,hol-aktuell.de nach Rheinischer Post,SECONDARY_REWRITE"
  })
  void everyObservationIsWhatItsSourceSays(
      String key,
      String value,
      String qualifier,
      String nature,
      String day,
      String who,
      String kind) {
    assertThat(of("observation").stream().filter(row -> row.get("key").equals(key)))
        .singleElement()
        .satisfies(
            row ->
                assertThat(
                        List.of(
                            row.get("value"),
                            row.get("qualifier"),
                            row.get("nature"),
                            row.get("observed_on"),
                            row.get("reporter"),
                            kind(row).name()))
                    .containsExactly(value, qualifier, nature, day, who, kind));
  }

  @Test
  void whatOnlyTheUndatedPageSaysIsKnownFromTheLastReleaseOn() {
    List<Row> targets =
        of("target").stream().filter(row -> row.get("key").matches("inf-.|arb-1")).toList();
    assertThat(targets)
        .hasSize(7)
        .allSatisfy(
            row -> {
              assertThat(row.release()).isEqualTo(4);
              assertThat(row.get("source")).isEqualTo("stadt-sachstand");
            });
    assertThat(of("claim").stream().filter(row -> row.get("source").equals("stadt-sachstand")))
        .hasSize(7)
        .allSatisfy(row -> assertThat(row.get("said_on")).isEqualTo("../2026-01-31"));
  }

  @Test
  void whatBearsOnTheCommercialAreasIsSaidByThreeAndSettlesNothing() {
    List<Row> said =
        of("claim").stream().filter(row -> row.get("subject").equals("target:inf-3")).toList();
    assertThat(said.stream().map(row -> row.get("source")))
        .contains("tarif4you-2025-07-07", "antenne-duesseldorf-2025-07", "stadt-sachstand");
    assertThat(said.stream().filter(row -> row.get("topic").equals("TARGET_REACHED")))
        .singleElement()
        .satisfies(row -> assertThat(row.get("source")).isEqualTo("stadt-sachstand"));
  }

  @Test
  void whatIsOnlyExpectedIsSaidToBe() {
    assertThat(of("claim"))
        .filteredOn(row -> row.get("wording").matches(".*\\bsoll(en)?\\b.*\\d.*"))
        .filteredOn(row -> !row.get("value").isEmpty() && !row.get("topic").contains("SERVICE"))
        .hasSizeGreaterThan(4)
        .allSatisfy(row -> assertThat(row.get("qualifier")).isEqualTo("EXPECTED"));
  }
}
