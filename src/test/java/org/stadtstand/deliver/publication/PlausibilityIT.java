package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.checks.DoubtfulText;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.record.declaration.Doubt;

/** What is probably wrong is warned of, and what only resembles it is not. */
@ExtendWith(WorkshopExtension.class)
class PlausibilityIT {

  private static final String STATUS = City.STATUS_HEADER + ",ordinal";
  private static final String OBSERVATION =
      "key,target,value,unit,nature,observed_on,definition,ordinal";
  private static final String COST = "key,project,phase,amount,currency,nature,year,effective_on";
  private static final String USAGE =
      "key,service,from_on,to_on,channel,count,definition,comparable_with_previous,nature";
  private static final String PROJECT = "key,title_de,summary_de,partners";

  private final Workshop workshop;
  private final City city;

  PlausibilityIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(
        city.first()
            .table("public_service", "key,name_de", "s-1,Hundesteuer", "s-2,Reisepass")
            .table(
                "target",
                "key,focus_area,wording,kind,unit,due_on",
                "t-1,net,Alle Schulen,QUALITATIVE,,",
                "t-2,net,Halbe Stadt,NUMERIC,Prozent,2030-Q2",
                "t-3,net,Tausend Masten,NUMERIC,Stück,"));
  }

  private List<String> warned(DeliveryFolder folder) throws IOException, SQLException {
    Report report = city.preview(folder);
    assertThat(report.outcome()).as(report.findings().toString()).isEqualTo(Outcome.PREVIEWED);
    return report.findings().stream()
        .filter(finding -> finding.level() == FindingLevel.WARNING)
        .map(finding -> finding.place() + " " + finding.rule())
        .toList();
  }

  private void check(String table, String header, String rows, @Nullable String rule)
      throws IOException, SQLException {
    String[] lines = (header + "\n" + rows.replace(" / ", "\n")).split("\n");
    List<String> warned =
        warned(city.next().table(table, lines)).stream()
            .filter(found -> !found.endsWith(" unexplained-change"))
            .toList();
    if (rule == null) {
      assertThat(warned).isEmpty();
    } else {
      assertThat(warned).isNotEmpty().allMatch(found -> found.endsWith(" " + rule));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e,p-1,COMPLETED,2099-01-01,0 | future-event
          e,p-1,COMPLETED,2099,0 | future-event
          e,p-1,COMPLETED,2025-12-31,0 |
          e,p-1,IN_PROGRESS,2024-01-01,0 | two-values
          e,p-1,IN_PROGRESS,2024-01-01,1 |
          e,p-1,PLANNED,2024-01-01,0 |
          e,p-1,COMPLETED,2025-01-01,0 / f,p-1,IDEA,2025-02-01,0 | back-to-an-idea
          e,p-1,COMPLETED,2025-01-01,0 / f,p-1,IDEA,2025-01-01,1 | back-to-an-idea
          e,p-1,MERGED,2025-01-01,0 / f,p-1,PLANNED,2025-02-01,0 | back-to-an-idea
          e,p-1,COMPLETED,2023-01-01,0 | back-to-an-idea
          e,p-1,COMPLETED,2025-01-01,0 / f,p-1,IN_PROGRESS,2025-02-01,0 |
          e,p-1,CANCELLED,2025-01-01,0 / f,p-1,IDEA,2025-02-01,0 |
          e,p-1,IDEA,2025-01-01,0 / f,p-1,COMPLETED,2025-02-01,0 |
          e,p-1,COMPLETED,2025-01-01,0 / f,p-3,IDEA,2025-02-01,0 |
          """)
  void ofStatus(String rows, @Nullable String rule) throws IOException, SQLException {
    check("project_status_change", STATUS, rows, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          o,t-2,101,,MEASURED,2024,,0 | share-out-of-range
          o,t-2,100.1,Prozent,MEASURED,2024,,0 | share-out-of-range
          o,t-2,-1,,MEASURED,2024,,0 | share-out-of-range
          o,t-2,100,,MEASURED,2024,,0 |
          o,t-2,0,,MEASURED,2024,,0 |
          o,t-3,1200,,MEASURED,2024,,0 |
          o,t-2,10,,MEASURED,2099,,0 | future-event
          o,t-2,10,,DERIVED,2099,,0 |
          o,t-2,10,,MEASURED,2024-05,,0 / u,t-2,12,,MEASURED,2024-05,,0 | two-values
          o,t-2,10,,MEASURED,2024-05,,0 / u,t-2,12,,MEASURED,2024-05,,1 |
          o,t-2,10,,MEASURED,2024-05,,0 / u,t-2,12,,MEASURED,2024,,0 |
          o,t-2,10,,MEASURED,2024-05,Haushalte,0 / u,t-2,12,,MEASURED,2024-05,Adressen,0 |
          o,t-2,10,,MEASURED,2024-05,,0 / u,t-2,10,,REPORTED,2024-05,,0 |
          o,t-2,10,,MEASURED,2024-05,,0 / u,t-3,12,,MEASURED,2024-05,,0 |
          """)
  void ofObservations(String rows, @Nullable String rule) throws IOException, SQLException {
    check("observation", OBSERVATION, rows, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          w,t-2,2030-07-01,100 | step-after-due-date
          w,t-2,2030,100 | step-after-due-date
          w,t-2,2030-06-30,100 |
          w,t-2,2030-Q2,100 |
          w,t-3,2099,1200 |
          w,t-2,2028,101 | share-out-of-range
          w,t-2,2028,-1 | share-out-of-range
          w,t-2,2028,50 / x,t-2,2029,75 |
          """)
  void ofStepsTowardsATarget(String rows, @Nullable String rule) throws IOException, SQLException {
    check("target_step", "key,target,due_on,value", rows, rule);
  }

  @ParameterizedTest
  @CsvSource({"'w,t-2,,50'", "'w,t-2,2028,'", "'w,,2028,50'", "'w,t-9,2028,50'", "'w,t-2,bald,5'"})
  void aStepHasATargetADayAndAValue(String row) throws IOException, SQLException {
    Report report = city.preview(city.next().table("target_step", "key,target,due_on,value", row));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.findings())
        .filteredOn(finding -> finding.level() == FindingLevel.ERROR)
        .extracting(finding -> finding.place().toString())
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place).startsWith("target_step.csv:2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-01-02,2025-01-01 | published-after-retrieved
          2025-02,2025-01 | published-after-retrieved
          2025/2026,../2024-12-31 | published-after-retrieved
          2025-01-01,2025-01-01 |
          2025-02,2025-02-01 |
          2025,2025-01-01 |
          2025-01-01, |
          ,2025-01-01 |
          """)
  void ofSources(String days, @Nullable String rule) throws IOException, SQLException {
    check("source", City.SOURCE_HEADER, "s,PRESS,Zeitung,Bericht," + days + ",OPEN", rule);
  }

  @Test
  void anExpectationMayLieAhead() throws IOException, SQLException {
    String header = "key,target,value,nature,qualifier,observed_on";
    check("observation", header, "o,t-2,10,ESTIMATED,EXPECTED,2099", null);
    check("observation", header, "o,t-2,10,MEASURED,ABOUT,2099", "future-event");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / s,p-1,SPENT,200001,EUR,REPORTED,,2024 | spent-above-approved
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / s,p-1,SPENT,200000,EUR,REPORTED,,2024 |
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / s,p-2,SPENT,300000,EUR,REPORTED,,2024 |
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / s,p-1,SPENT,150000,EUR,REPORTED,2023,2024 / u,p-1,SPENT,60000,EUR,REPORTED,2024,2025 | spent-above-approved
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / s,p-1,SPENT,150000,EUR,REPORTED,2023,2024 / u,p-1,SPENT,160000,EUR,REPORTED,2023,2025 |
          a,p-1,PLANNED,100000,EUR,REPORTED,,2023 / s,p-1,SPENT,300000,EUR,REPORTED,,2024 |
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / b,p-1,APPROVED,200000,EUR,REPORTED,,2024 / s,p-1,SPENT,300000,EUR,REPORTED,,2025 |
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023-05-01 / b,p-1,APPROVED,120000,EUR,REPORTED,,2023-05-01 | two-values
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023-05-01 / b,p-1,PLANNED,120000,EUR,REPORTED,,2023-05-01 |
          a,p-1,APPROVED,100000,EUR,REPORTED,,2023 / b,p-1,APPROVED,120000,EUR,REPORTED,,2023 |
          a,p-1,SPENT,100000,EUR,REPORTED,,2099 | future-event
          a,p-1,PLANNED,100000,EUR,REPORTED,,2099 |
          """)
  void ofCosts(String rows, @Nullable String rule) throws IOException, SQLException {
    check("cost_observation", COST, rows, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,s-1,2024-01-01,2024-12-31,ALL,100,Fälle,true,REPORTED / o,s-1,2024-01-01,2024-12-31,ONLINE,101,Fälle,true,REPORTED | part-above-whole
          a,s-1,2024-01-01,2024-12-31,ALL,100,Fälle,true,REPORTED / o,s-1,2024-01-01,2024-12-31,OFFICE,101,Fälle,true,REPORTED | part-above-whole
          a,s-1,2024-01-01,2024-12-31,ALL,100,Fälle,true,REPORTED / o,s-1,2024-01-01,2024-12-31,ONLINE,100,Fälle,true,REPORTED |
          a,s-1,2024-01-01,2024-12-31,ALL,100,Fälle,true,REPORTED / o,s-2,2024-01-01,2024-12-31,ONLINE,500,Fälle,true,REPORTED |
          a,s-1,2024-01-01,2024-06-30,ALL,100,Fälle,true,REPORTED / o,s-1,2024-01-01,2024-12-31,ONLINE,180,Fälle,true,REPORTED |
          a,s-1,2024-01-01,2024-12-31,ALL,100,Fälle,true,REPORTED / b,s-1,2024-01-01,2024-12-31,ALL,120,Fälle,true,REPORTED | two-values
          a,s-1,2024-01-01,2099-12-31,ALL,100,Fälle,true,REPORTED | future-event
          """)
  void ofUsage(String rows, @Nullable String rule) throws IOException, SQLException {
    check("service_usage", USAGE, rows, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auskunft: erika.muster@stadt.example | mail-address
          Auskunft bei digital@amt.example.org. | mail-address
          Konto @stadt oder 5 @ 3 Euro |
          Telefon 0211 89-91000 | telephone-number
          (02 11) 8 99 10 00 | telephone-number
          Ruf 0211/8991000 | telephone-number
          +49 211 8991000 | telephone-number
          0049 211 8991000 | telephone-number
          Kosten von 1 000 000 Euro, seit 2024-01-01 |
          Vorlage 0123/2024 vom 01.02.2024 |
          Leistung 99013007026000, Gemeinde 05111000 |
          Von 2020/21 bis 2025/26, 0,5 Prozent |
          Gro?projekt der Stadt | lost-letter
          - | nothing-said
          NULL | nothing-said
          k. A. | nothing-said
          Nulltarif |
          A 3 |
          Die Ma?nahmen?bersicht | lost-letter
          Alle ?mter (Pr?fung!) | lost-letter
          Wie weiter? Wer? Wann? |
          Wer zahlt? Die Stadt. |
          Siehe https://stadt.example/suche?wort=x |
          Der <b>Ausbau</b> | markup
          Erst dies<br/>dann das | markup
          Planung &amp; Bau | markup
          Umzug &#8211; fertig | markup
          Zwischen < 5 und > 3 Prozent, a<b |
          F&E; Q&A & mehr |
          """)
  void ofTexts(String text, @Nullable String rule) throws IOException, SQLException {
    String others = "p-2,Ampeln,, / p-3,Ämter,,";
    String quoted = "\"" + text + "\"";
    check("project", PROJECT, "p-1,Glasfaser,%s, / %s".formatted(quoted, others), rule);
    check("project", PROJECT, "p-1,Glasfaser,,%s / %s".formatted(quoted, others), rule);
  }

  @Test
  void ofNamesAndIdentifiers() throws IOException, SQLException {
    String rest = "p-1,Glasfaser,, / p-2,Ampeln,, / p-3,Ämter,, / ";
    check("project", PROJECT, rest + "p-4,Glasfaser,,", "title-twice");
    check("project", PROJECT, rest + "p-4,GLASFASER,,", "title-twice");
    check("project", PROJECT, rest + "p-4,Glasfaser II,,", null);
    check("public_service", "key,name_de", "s-1,Hundesteuer / s-2,Hundesteuer", "title-twice");
    String units = "office,OFFICE,Amt,department,false / department,DEPARTMENT,Dezernat,,false / ";
    check("org_unit", City.UNIT_HEADER, units + "two,OFFICE,Amt,department,false", "title-twice");
    check("org_unit", City.UNIT_HEADER, units + "two,OFFICE,Amt,,false", null);
    String leika = "subject,scheme,value,valid_from,valid_to";
    String own = "public_service:s-1,LEIKA,99013007026000,,";
    check("identifier", leika, own, null);
    check(
        "identifier",
        leika,
        own + " / public_service:s-2,LEIKA,99013007026000,,",
        "identifier-twice");
    check("identifier", leika, own + " / public_service:s-2,LEIKA,99013007026001,,", null);
    check(
        "identifier",
        leika,
        own + "2023-12-31 / public_service:s-2,LEIKA,99013007026000,2024-01-01,",
        null);
  }

  @Test
  void ofNamesThatAreNone() throws IOException, SQLException {
    String rest = "p-1,Glasfaser,, / p-2,Ampeln,, / p-3,Ämter,, / ";
    check("project", PROJECT, rest + "p-4," + "x".repeat(501) + ",,", "long-name");
    check("project", PROJECT, rest + "p-4," + "x".repeat(500) + ",,", null);
    check("project", PROJECT, rest + "p-4,Neu," + "x".repeat(5000) + ",", null);
    check("project", PROJECT, rest + "p-4,\"Neu\nund alt\",,", "broken-name");
    check("project", PROJECT, rest + "p-4,Neu,\"Zeile\nZeile\",", null);
  }

  @ParameterizedTest
  @CsvSource({
    "9999,distant-day",
    "9999-12-31,distant-day",
    "2205-06,distant-day",
    "1025,distant-day",
    "2100,",
    "../2026,",
    "1960,"
  })
  void ofDays(String day, @Nullable String rule) throws IOException, SQLException {
    String rest = "p-1,Glasfaser,office,2025-Q4 / p-2,Ampeln,office,2026 / p-3,Ämter,department,";
    check("project", City.PROJECT_HEADER, rest + " / p-4,Neu,office," + day, rule);
  }

  @Test
  void whatIsPublishedAlreadyIsComparedToo() throws IOException, SQLException {
    city.published(
        city.next().table("cost_observation", COST, "a,p-1,APPROVED,100,EUR,REPORTED,,2023"));
    check("cost_observation", COST, "s,p-1,SPENT,900,EUR,REPORTED,,2024", "spent-above-approved");
    city.published(
        city.next().table("cost_observation", COST, "s,p-1,SPENT,150,EUR,REPORTED,,2024"));
    check("cost_observation", COST, "b,p-1,APPROVED,20,EUR,REPORTED,,2024", "spent-above-approved");
    check("cost_observation", COST, "b,p-1,APPROVED,90,EUR,REPORTED,,2024", null);
  }

  @Test
  void whatWasWarnedOfOnceIsNotWarnedOfAgain() throws IOException, SQLException {
    String[] twice = {PROJECT, "p-1,Glasfaser,,", "p-2,Glasfaser,,", "p-3,Ämter,,"};
    assertThat(warned(city.next().table("project", twice))).isNotEmpty();
    city.published(city.next().table("project", twice));
    String[] changed = {twice[0], twice[1], twice[2], "p-3,Ämter,Neu,"};
    assertThat(warned(city.next().table("project", changed))).isEmpty();
  }

  @Test
  void aWarningIsAcknowledgedByName() throws IOException, SQLException {
    DeliveryFolder folder =
        city.next()
            .table(
                "observation",
                OBSERVATION,
                "o,t-2,101,,MEASURED,2024,,0",
                "u,t-2,120,,MEASURED,2025,,0")
            .table(
                "acknowledgements",
                "rule,table,row,reason",
                "share-out-of-range,observation,o,Wachstum gegenüber dem Vorjahr",
                "future-event,observation,u,Gibt es nicht",
                "share-out-of-range,observation,gone,Gibt es nicht");
    assertThat(warned(folder))
        .containsExactly(
            "acknowledgements.csv:3 acknowledgement-of-nothing",
            "acknowledgements.csv:4 acknowledgement-of-nothing",
            "observation.csv:3 (value) share-out-of-range");
    Report report = city.publish(folder);
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    Finding noted =
        report.findings().stream()
            .filter(finding -> finding.level() == FindingLevel.INFO)
            .findFirst()
            .orElseThrow();
    assertThat(noted.place().toString()).isEqualTo("observation.csv:2 (value)");
    assertThat(noted.sentence().de())
        .isEqualTo(
            "„o“ nennt 101 Prozent; ein Anteil liegt zwischen 0 und 100. Bestätigt: Wachstum"
                + " gegenüber dem Vorjahr");
  }

  @Test
  void aFaultyRowAcknowledgesNothing() throws IOException, SQLException {
    Report report =
        city.preview(
            city.next()
                .table("observation", OBSERVATION, "o,t-2,101,,MEASURED,2024,,0")
                .table(
                    "acknowledgements",
                    "rule,table,row,reason",
                    "share-out-of-range,observations,o,Ja",
                    "share-out-of-range,observation,o,"));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .contains(
            "acknowledgements.csv:2 known-table",
            "acknowledgements.csv:3:4 (reason) missing-value",
            "observation.csv:2 (value) share-out-of-range");
    assertThat(report.findings().stream().map(Finding::level))
        .contains(FindingLevel.WARNING)
        .doesNotContain(FindingLevel.INFO);
  }

  @Test
  void anErrorIsNotAcknowledged() throws IOException, SQLException {
    Report report =
        city.preview(
            city.next()
                .table("project_target", "project,target", "p-1,nowhere")
                .table(
                    "acknowledgements",
                    "rule,table,row,reason",
                    "dangling-reference,project_target,p-1~nowhere,Kommt noch"));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .contains("acknowledgements.csv:2 acknowledgement-of-nothing")
        .anyMatch(found -> found.endsWith("dangling-reference"));
  }

  @Test
  void aLoweredTargetIsAcknowledgedLikeAnyWarning() throws IOException, SQLException {
    String[] lowered = {
      "key,focus_area,wording,kind,unit,target_value",
      "t-1,net,Alle Schulen,QUALITATIVE,,",
      "t-2,net,Halbe Stadt,NUMERIC,Prozent,%s",
      "t-3,net,Tausend Masten,NUMERIC,Stück,"
    };
    String row = lowered[2];
    lowered[2] = row.formatted("50");
    city.published(city.next().table("target", lowered));
    lowered[2] = row.formatted("30");
    assertThat(warned(city.next().table("target", lowered)))
        .containsExactly("target.csv:3 (target_value) unexplained-change");
    assertThat(
            warned(
                city.next()
                    .table("target", lowered)
                    .table(
                        "acknowledgements",
                        "rule,table,row,reason",
                        "unexplained-change,target,t-2,So gewollt")))
        .isEmpty();
  }

  /** What the invented city changes without a word is part of the invention. */
  @ParameterizedTest
  @CsvSource({"duesseldorf,0", "musterstadt,3"})
  void theSeedDataHoldNothingDoubtfulThatIsNotMeant(String seed, int acknowledged)
      throws IOException, SQLException {
    List<Finding> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of("seed-data", seed))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        found.addAll(workshop.publish(folder).findings());
      }
    }
    assertThat(found)
        .filteredOn(finding -> finding.level() != FindingLevel.INFO)
        .filteredOn(finding -> !finding.rule().matches("unexplained-change|missing-row"))
        .isEmpty();
    assertThat(found)
        .filteredOn(finding -> finding.sentence().de().contains("Bestätigt: "))
        .hasSize(acknowledged);
  }

  @Test
  void theListStandsInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("src/docs/delivering-data.md"));
    String list = page.substring(page.indexOf("| Doubtful |"));
    List<String> listed =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(list.substring(0, list.indexOf("\n\n")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    workshop.model().doubts().stream().map(Doubt::code).distinct(),
                    Stream.of(DoubtfulText.values()).map(DoubtfulText::code))
                .toList());
  }
}
