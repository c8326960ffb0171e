package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import org.stadtstand.deliver.publication.Report.Outcome;

/** Deliveries that were once accepted without a word, as they were delivered. */
@ExtendWith(WorkshopExtension.class)
class ReportedDeliveriesIT {

  private static final Path CASES = Path.of("src/test/resources/cases");

  private final Workshop workshop;

  ReportedDeliveriesIT(Workshop workshop) {
    this.workshop = workshop;
  }

  /** The city to which most of them were delivered; another one delivers the same under its AGS. */
  @BeforeAll
  static void publish(Workshop workshop, @TempDir Path folder) throws IOException, SQLException {
    Path first = folder.resolve("first");
    FileSystemUtils.copyRecursively(CASES.resolve("steward-same-ags"), first);
    for (String file : List.of("datapackage.json", "municipality.csv")) {
      String text = Files.readString(first.resolve(file));
      Files.writeString(first.resolve(file), text.replace("andere", "beispielhausen"));
    }
    Report report = workshop.publish(first);
    assertThat(report.outcome()).as(report.findings().toString()).isEqualTo(Outcome.PUBLISHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unclosed-quote        | REFUSED   | source.csv:3 malformed-csv
          header-only-wipes     | REFUSED   | project.csv empty-list
          same-ags              | REFUSED   | municipality.csv:2 (ags) key-of-other-city
          same-ags              | REFUSED   | municipality.csv:2 (ars) key-of-other-city
          ags-renamed           | REFUSED   | municipality.csv:2 (ags) identity-changed
          ags-renamed           | REFUSED   | municipality.csv:2 (ars) identity-changed
          ags-renamed           | REFUSED   | datapackage.json (licence) identity-changed
          ags-renamed           | REFUSED   | datapackage.json (licence_url) identity-changed
          ags-renamed           | REFUSED   | datapackage.json (publisher) identity-changed
          target-lowered-silently | PREVIEWED | target.csv:2 (target_value) unexplained-change
          target-lowered-silently | PREVIEWED | target.csv:2 (due_on) unexplained-change
          target-lowered-silently | PREVIEWED | target.csv:2 (wording) unexplained-change
          duesseldorf-co2-thousand-dot/01 | PREVIEWED | observation.csv:2 (value) factor-of-thousand
          """)
  void isFoundOut(String folder, Outcome outcome, String finding) throws IOException, SQLException {
    Report report =
        workshop.publisher(Clock.systemUTC()).preview(CASES.resolve("steward-" + folder));
    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(City.found(report)).contains(finding);
  }

  @Test
  void aChangeWithoutAWordIsToldWithTheRowThatWouldExplainIt() throws IOException, SQLException {
    Report report =
        workshop
            .publisher(Clock.systemUTC())
            .preview(CASES.resolve("steward-target-lowered-silently"));
    assertThat(report.findings())
        .anySatisfy(
            finding ->
                assertThat(finding.sentence().en())
                    .contains("target_revision.csv", "target=glasfaser", "kind=DUE_MOVED"));
  }

  /** A target of 50 per cent, last observed at 61 %, was told as missed at 26.9. */
  @Test
  void aUnitIsOneHoweverItIsWritten() throws IOException, SQLException {
    Report report = workshop.publish(CASES.resolve("steward-percent-sign-ignored/01"));
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(
            workshop
                .jdbc()
                .sql(
                    """
                    select k.key || ' ' || p.outcome || ' ' || p.gap from target_outcome_period p
                    join record k on k.id = p.basis
                    join record c on c.id = p.municipality
                    where c.key = 'r-pct' and p.days @> date '2026-01-15'
                    """)
                .query(String.class)
                .list())
        .containsExactly("o2 REACHED 11");
  }
}
