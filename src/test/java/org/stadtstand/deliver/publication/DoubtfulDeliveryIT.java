package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;

/** What is probably not meant is refused, or named before anybody reads it. */
@ExtendWith(WorkshopExtension.class)
class DoubtfulDeliveryIT {

  private static final String CITY = "key,ags,ars,name_de";
  private static final String TARGET =
      "key,focus_area,wording,kind,unit,baseline_value,target_value,direction,due_on";
  private static final String OBSERVATION = "key,target,value,unit,nature,observed_on";
  private static final String CORRECTIONS = "key,table,row,field,reason";

  private final Workshop workshop;
  private final City city;

  DoubtfulDeliveryIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(city.first());
  }

  private List<String> refused(DeliveryFolder folder) throws IOException, SQLException {
    Report report = city.publish(folder);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    return City.found(report);
  }

  private String keys(String ags, String ars) {
    return "%s,%s,%s,Sampleton".formatted(city.key(), ags, ars);
  }

  @Test
  void aKeyIsOneMunicipalitys() throws IOException, SQLException {
    City other = workshop.city();
    String theirs = city.row().replaceFirst("^[^,]+", other.key());
    Report report = other.publish(other.first().table("municipality", CITY, theirs));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .containsExactly(
            "municipality.csv:2 (ags) key-of-other-city",
            "municipality.csv:2 (ars) key-of-other-city");
    assertThat(report.findings().getFirst().sentence().de())
        .startsWith("Der AGS 98000")
        .endsWith("gehört bereits der Kommune „%s“.".formatted(city.key()));
    String own = city.row().replaceFirst("^[^,]+,(\\d+),\\d+", other.key() + ",$1,$10000");
    assertThat(City.found(other.publish(other.first().table("municipality", CITY, own))))
        .containsExactly("municipality.csv:2 (ags) key-of-other-city");
  }

  @ParameterizedTest
  @CsvSource({
    "05111000,051110000000,true",
    "05334002,053340002002,true",
    "05334002,053340020000,false",
    "05111000,055150000000,false",
    "05111000,051110000001,false",
    "99999999,999999999999,true"
  })
  void keysAgree(String ags, String ars, boolean agree) throws IOException, SQLException {
    Report report = city.publish(city.next().table("municipality", CITY, keys(ags, ars)));
    boolean found = City.found(report).contains("municipality.csv:2 ags-of-ars");
    // Digits filled up with zeros are taken for the regional key, too.
    assertThat(found).isEqualTo(!agree && !ars.equals(ags + "0000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          standing | standing | "EDITORIAL"
          publisher | contributors | [{"title": "Rival", "role": "publisher"}]
          licence | licenses | [{"name": "cc-by-nc", "path": "https://example.org/zero"}]
          licence_url | licenses | [{"name": "dl-de-zero-2.0", "path": "https://example.org/nc"}]
          """)
  void whoPublishesOnWhatTermsChangesOnlyWithAWord(String field, String property, String json)
      throws IOException, SQLException {
    assertThat(refused(city.next().with(property, json)))
        .containsExactly("datapackage.json (%s) identity-changed".formatted(field));
    String reason = "{\"kind\": \"PUBLISHED\", \"reason\": \"Es hat sich etwas geändert\"}";
    assertThat(refused(city.next().with(property, json).with("release", reason))).hasSize(1);
    city.published(
        city.next()
            .with(property, json)
            .table(
                "corrections",
                CORRECTIONS,
                "k-%s,municipality,%s,%s,Ratsbeschluss".formatted(field, city.key(), field)));
    assertThat(
            city.column(
                "select %s from municipality where record = :municipality and until = 2147483647"
                    .formatted(field)))
        .singleElement()
        .satisfies(value -> assertThat(json).contains(value));
  }

  @ParameterizedTest
  @CsvSource({"contributors,no-publisher", "licenses,no-licence", "attribution,no-attribution"})
  void whatIsMissingIsNoChange(String property, String rule) throws IOException, SQLException {
    for (DeliveryFolder folder :
        List.of(city.next(), city.next().table("municipality", CITY, city.row()))) {
      Report report = city.preview(folder.with(property, null));
      assertThat(report.findings()).extracting(Finding::rule).containsExactly(rule);
    }
    assertThat(city.preview(city.next().with(property, null)).counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          release | {"kind": "PUBLISHED", "reason": "Nach Pr?fung"} | stadtstand.release.reason lost-letter
          release | {"kind": "PUBLISHED", "reason": "Frau A bat: a@b.example"} \
          | stadtstand.release.reason mail-address
          title | "Ma?nahmen der Stadt" | title lost-letter
          description | "Ruf 0211/8991000" | description telephone-number
          keywords | ["Verkehr", "?mter"] | keywords lost-letter
          release | {"kind": "PUBLISHED", "reason": "–"} | stadtstand.release.reason nothing-said
          attribution | "Stadt M?nchen" | stadtstand.attribution lost-letter
          """)
  void whatAReleaseSaysOfItselfIsLookedAt(String property, String json, String found)
      throws IOException, SQLException {
    String[] expected = found.split(" ");
    assertThat(City.found(city.published(city.next().with(property, json))))
        .contains("datapackage.json (%s) %s".formatted(expected[0], expected[1]));
  }

  @Test
  void aTextOfATableWithoutOtherDoubtsIsLookedAt() throws IOException, SQLException {
    String row = city.row().replace("Sampleton", "M?nster");
    assertThat(City.found(city.published(city.next().table("municipality", CITY, row))))
        .contains("municipality.csv:2 (name_de) lost-letter");
  }

  @Test
  void whyARowGoesIsLookedAt() throws IOException, SQLException {
    assertThat(
            City.found(
                city.published(
                    city.next()
                        .table(
                            "withdrawals",
                            "table,key,reason",
                            "project_status_change,s-1,Nach Pr?fung",
                            "project_status_change,s-2,Wozu?"))))
        .containsExactly("withdrawals.csv:2 (reason) lost-letter");
    Report revoked = workshop.revoke(city.key(), 2, "Versp?tet zur?ck");
    assertThat(City.found(revoked)).contains(". lost-letter");
    assertThat(revoked.findings())
        .extracting(finding -> finding.sentence().de())
        .contains(
            "In „stadtstand.release.reason“ steht „Versp?tet“: Dort ist wohl ein Buchstabe verloren"
                + " gegangen.");
  }

  @ParameterizedTest
  @CsvSource({"2130-01-15,false", "2130-01-16,true", "2129-12-31,true", "2230-01-15,true"})
  void aPublishedReleaseStandsForTheDayOfItsPublication(String day, boolean told)
      throws IOException, SQLException {
    String release = "{\"kind\": \"PUBLISHED\", \"standsFor\": \"%s\"}".formatted(day);
    Clock clock = Clock.fixed(Instant.parse("2130-01-15T12:00:00Z"), ZoneOffset.UTC);
    Report report = city.publish(city.next().with("release", release), clock);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(City.found(report).contains("datapackage.json stands-for-ignored")).isEqualTo(told);
  }

  @Test
  void aChangedKeyNeedsAWord() throws IOException, SQLException {
    DeliveryFolder folder =
        city.next().table("municipality", CITY, keys("97000111", "970000000111"));
    assertThat(refused(folder))
        .containsExactly(
            "municipality.csv:2 (ags) identity-changed",
            "municipality.csv:2 (ars) identity-changed");
    String word = "k-1,municipality,%s,ags,Gebietsreform".formatted(city.key());
    assertThat(refused(folder.table("corrections", CORRECTIONS, word)))
        .containsExactly("municipality.csv:2 (ars) identity-changed");
    String whole = "k-1,municipality,%s,,Gebietsreform".formatted(city.key());
    city.published(folder.table("corrections", CORRECTIONS, whole));
  }

  @Test
  void foldersOfTwoCitiesMayHaveTheSameNames() throws IOException, SQLException {
    City other = workshop.city();
    other.published(other.first());
    for (City each : List.of(city, other)) {
      each.published(
          each.next()
              .with("name", "\"daten\"")
              .table("focus_area", "key,name_de,position", "n,N,1", "net,Netz,1"));
    }
    assertThat(other.keys("focus_area")).containsExactly("n", "net");
  }

  @Test
  void foldersBesideEachOtherAreOfOneCity() throws IOException, SQLException {
    City owner = workshop.city();
    City stray = workshop.city();
    owner.first().write();
    Path folder = Files.createDirectories(owner.folder());
    copy(stray.first().write(), folder.resolve("02"));
    PackageFolders folders =
        workshop.folders(new IngestSettings(List.of(folder)), Clock.systemUTC());
    assertThat(folders.importNew(pack -> {})).isEqualTo(1);
    assertThat(owner.releases()).isEqualTo(1);
    assertThat(stray.releases()).isZero();
    assertThat(folders.importNew(pack -> {})).isZero();
    assertThat(stray.releases()).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private Report withTarget(String target, String... observations)
      throws IOException, SQLException {
    String[] rows = new String[observations.length + 1];
    rows[0] = OBSERVATION;
    System.arraycopy(observations, 0, rows, 1, observations.length);
    DeliveryFolder folder =
        city.next().table("target", TARGET, "t-1,net,Alle Schulen,QUALITATIVE,,,,,", target);
    return city.published(observations.length == 0 ? folder : folder.table("observation", rows));
  }

  private static List<String> sentences(Report report) {
    return report.findings().stream().map(Finding::sentence).map(text -> text.de()).toList();
  }

  @Test
  void aTargetLoweredSilentlyIsNamedWithTheRowThatWouldExplainIt()
      throws IOException, SQLException {
    withTarget("g,net,50 Prozent,NUMERIC,Prozent,5,50,AT_LEAST,2025");
    Report report = withTarget("g,net,30 Prozent,NUMERIC,Prozent,5,30,AT_LEAST,2030");
    assertThat(City.found(report))
        .containsExactly(
            "target.csv:3 (due_on) unexplained-change",
            "target.csv:3 (target_value) unexplained-change",
            "target.csv:3 (wording) unexplained-change");
    assertThat(sentences(report).get(1))
        .isEqualTo(
            "target_value von „g“ ändert sich von „50“ zu „30“ und wird als „ohne Erläuterung"
                + " geändert“ veröffentlicht. Erläutern würde es diese Zeile in"
                + " target_revision.csv: target=g, kind=VALUE_CHANGED, old_value=50,"
                + " new_value=30.");
  }

  @Test
  void whatTheFeedDoesNotCallUnexplainedIsNotNamed() throws IOException, SQLException {
    withTarget("g,net,50 Prozent,NUMERIC,Prozent,,50,,2025");
    Report report = withTarget("g,net,50 PROZENT!,NUMERIC,Prozent,5,50,AT_LEAST,2025");
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void whatNoEventExplainsNeedsACorrection() throws IOException, SQLException {
    withTarget("g,net,50 Prozent,NUMERIC,Prozent,5,50,AT_LEAST,2025");
    Report report = withTarget("g,net,50 Prozent,NUMERIC,Prozent,40,50,AT_MOST,2025");
    assertThat(City.found(report))
        .containsExactly(
            "target.csv:3 (baseline_value) unexplained-change",
            "target.csv:3 (direction) unexplained-change");
    assertThat(sentences(report).getFirst())
        .endsWith("corrections.csv: table=target, row=g, field=baseline_value.");
    report =
        city.published(
            city.next()
                .table(
                    "project",
                    City.PROJECT_HEADER,
                    "p-1,Glasfaser,department,2026",
                    "p-2,Ampeln,office,2026",
                    "p-3,Ämter,department,")
                .table("corrections", CORRECTIONS, "k-9,project,p-1,planned_end,Tippfehler"));
    assertThat(City.found(report)).containsExactly("project.csv:2 (lead_unit) unexplained-change");
  }

  /** No event can say that there is no unit, but a correction can. */
  @Test
  void whatWouldExplainAValueThatGoesCanBeDelivered() throws IOException, SQLException {
    String[] rows = {"p-1,Glasfaser,,2025-Q4", "p-2,Ampeln,office,2026", "p-3,Ämter,department,"};
    DeliveryFolder folder =
        city.next().table("project", City.PROJECT_HEADER, rows[0], rows[1], rows[2]);
    assertThat(City.sentence(city.preview(folder)))
        .endsWith("corrections.csv: table=project, row=p-1, field=lead_unit.");
    folder.table("corrections", CORRECTIONS, "k-8,project,p-1,lead_unit,Umbau");
    assertThat(City.found(city.published(folder))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.953 1775 1486 1254 | 2
          1775 1.486 1254 | 3
          1953 1775 1486 1254000 | 5
          1.953 1.775 1486 1254 1300 | 2 3
          0.953 1000 900 | 2
          1953 1775 1486 1254 | none
          1.5 12 3 40 | none
          1.953 2.1 2.4 | none
          0 1775 1486 | none
          """)
  void aThousandTimesLessOrMoreThanItsNeighboursIsNamed(String values, String lines)
      throws IOException, SQLException {
    String[] all = values.split(" ");
    String[] rows = new String[all.length];
    for (int i = 0; i < all.length; i++) {
      rows[i] = "o-%d,g,%s,kt,MEASURED,%d".formatted(i, all[i], 1990 + i);
    }
    Report report = withTarget("g,net,Weniger,NUMERIC,kt,,,,", rows);
    List<String> expected =
        lines.equals("none")
            ? List.of()
            : List.of(lines.split(" ")).stream()
                .map("observation.csv:%s (value) factor-of-thousand"::formatted)
                .toList();
    assertThat(City.found(report)).isEqualTo(expected);
  }

  @Test
  void aTargetAndItsValuesAreNeighbours() throws IOException, SQLException {
    Report report =
        withTarget("g,net,Weniger,NUMERIC,kt,1900,1500,AT_MOST,2030", "o,g,1.953,kt,MEASURED,2001");
    assertThat(City.found(report)).containsExactly("observation.csv:2 (value) factor-of-thousand");
    report = withTarget("h,net,Weniger,NUMERIC,kt,1900,1.5,AT_MOST,2030");
    assertThat(City.found(report))
        .doesNotContain("target.csv:3 (baseline_value) factor-of-thousand");
    report =
        city.published(
            city.next()
                .table(
                    "cost_observation",
                    "key,project,phase,amount,currency,nature,effective_on",
                    "c-1,p-1,PLANNED,1250000,EUR,REPORTED,2024",
                    "c-2,p-1,SPENT,1250,EUR,REPORTED,2024",
                    "c-3,p-1,SPENT,1300000,EUR,REPORTED,2024"));
    assertThat(City.found(report))
        .containsExactly("cost_observation.csv:3 (amount) factor-of-thousand");
  }
}
