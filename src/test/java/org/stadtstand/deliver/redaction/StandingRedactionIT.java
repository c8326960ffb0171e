package org.stadtstand.deliver.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Report;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.publication.Workshop;
import org.stadtstand.deliver.publication.WorkshopExtension;
import org.stadtstand.deliver.reading.DeliveryFolder;

/**
 * What is withheld does not come back, whoever delivers it, until the redaction is lifted; and the
 * list of redactions is part of the chain.
 */
@ExtendWith(WorkshopExtension.class)
class StandingRedactionIT {

  private final Workshop workshop;
  private final City city;

  StandingRedactionIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(city.first());
  }

  private String run(int expected, String... arguments) {
    TestConsole console = workshop.console();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    // The output for external verification is not in any language.
    if (!arguments[0].equals("chain")) {
      all.add("--lang=en");
    }
    int code = console.run(all);
    String text = (console.printed() + console.complaint()).strip();
    assertThat(code).as(text).isEqualTo(expected);
    return text;
  }

  private void redact(String table, String key, String... options) {
    List<String> all = new ArrayList<>(List.of("redact", city.key(), table, key));
    all.addAll(List.of("--reason=A name", "--legal-basis=Art. 17 DSGVO"));
    all.addAll(Arrays.asList(options));
    run(0, all.toArray(String[]::new));
  }

  private String lift(int expected, String table, String key, String... options) {
    List<String> all = new ArrayList<>(List.of("lift", city.key(), table, key));
    all.add("--reason=Consent was given");
    all.addAll(Arrays.asList(options));
    return run(expected, all.toArray(String[]::new));
  }

  /** Returns the result on which command and script agree. */
  private String verified() throws IOException {
    String line = run(0, "verify", "--municipality=" + city.key());
    assertThat(script()).containsExactly(line);
    return line;
  }

  private List<String> script() throws IOException {
    Path file = Files.createTempFile(city.folder(), "chain", ".jsonl");
    Files.writeString(file, run(0, "chain", city.key()));
    Process script =
        new ProcessBuilder("python3", "src/verifier/verify.py", file.toString(), city.key())
            .redirectErrorStream(true)
            .start();
    return script.inputReader(StandardCharsets.UTF_8).lines().toList();
  }

  /** What the next delivery says about the projects, as a full list. */
  private DeliveryFolder projects(String... lines) {
    List<String> all = new ArrayList<>(List.of(City.PROJECT_HEADER));
    all.addAll(Arrays.asList(lines));
    return city.next()
        .with("attribution", "\"Edition " + city.releases() + "\"")
        .table("project", all.toArray(String[]::new));
  }

  private DeliveryFolder sameProjects() {
    return projects(
        "p-1,Glasfaser,office,2025-Q4", "p-2,Ampeln,office,2026", "p-3,Ämter,department,");
  }

  private List<String> titles() {
    return city.column(
        """
        select t.title_de || ' ' || t.planned_end_to from project t
        join record k on k.id = t.record
        where k.key = 'p-1' and t.municipality = :municipality order by since
        """);
  }

  @Test
  void theSameFolderOfTheNextNightDoesNotBringItBack() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    Report report = city.published(sameProjects());
    assertThat(City.found(report)).containsExactly("project.csv:2 withheld-value");
    assertThat(City.sentence(report))
        .contains("title_de von „p-1“", "Eintrag 1", "lift")
        .doesNotContain("Glasfaser");
    assertThat(titles()).containsExactly("[zurückgehalten] 2025-12-31");
    assertThat(report.counts()).doesNotContainKey("project");
    assertThat(verified()).contains("unaltered. 2 releases", " 1 of them withheld. ");
  }

  @Test
  void theRestOfTheRowIsPublishedAndWhatIsWithheldIsSaid() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    city.published(
        projects("p-1,Frau Muster,office,2026-Q1", "p-2,Ampeln,office,2026", "p-3,Ä,department,"));
    assertThat(titles())
        .containsExactly("[zurückgehalten] 2025-12-31", "[zurückgehalten] 2026-03-31");
    assertThat(
            city.column(
                "select concat_ws(' ', field, count(*)) from withheld"
                    + " where municipality = :municipality group by field"))
        .containsExactly("title_de 2");
    assertThat(verified()).contains(" 1 of them withheld. ");
  }

  @Test
  void aFolderInWhichItNoLongerStandsIsNotTold() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    Report report =
        city.published(
            projects(
                "p-1,[zurückgehalten],office,2025-Q4",
                "p-2,Ampeln,office,2026",
                "p-3,Ämter,department,"));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void valuesOfOtherKindsStayAwayToo() throws IOException, SQLException {
    redact("project", "p-1", "--field=planned_end");
    redact("project", "p-1", "--field=lead_unit");
    redact("municipality", city.key(), "--field=contact");
    redact("project_status_change", "s-1", "--field=status");
    Report report =
        city.published(
            sameProjects()
                .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,PLANNED,2024-01-01"));
    assertThat(City.found(report))
        .containsExactlyInAnyOrder(
            "project.csv:2 withheld-value",
            "project.csv:2 withheld-value",
            "municipality.csv withheld-value",
            "project_status_change.csv:2 withheld-value");
    assertThat(
            city.column(
                """
                select concat_ws(' ', planned_end_to, lead_unit, status, contact)
                from project t
                join project_status_change s on s.project = t.record
                join municipality m on m.record = t.municipality and m.until = 2147483647
                where t.municipality = :municipality and t.until = 2147483647
                """))
        .contains("UNKNOWN [zurückgehalten]");
    verified();
  }

  @Test
  void aRowStaysAwayAndWhatRefersToItIsRefused() throws IOException, SQLException {
    redact("project_status_change", "s-2");
    redact("project_target", "p-2~t-1");
    redact("project", "p-2");
    Report report =
        city.published(
            sameProjects()
                .table(
                    "project_status_change",
                    City.STATUS_HEADER,
                    "s-1,p-1,PLANNED,2024-01-01",
                    "s-2,p-2,IN_PROGRESS,2024-02"));
    assertThat(City.found(report))
        .containsExactlyInAnyOrder(
            "project.csv:3 withheld-row", "project_status_change.csv:3 withheld-row");
    assertThat(city.keys("project")).containsExactly("p-1", "p-3");
    assertThat(city.keys("project_status_change")).containsExactly("s-1");
    assertThat(verified()).contains(" 3 of them withheld. ");

    Report refused =
        city.publish(
            sameProjects()
                .table("project_status_change", City.STATUS_HEADER, "s-9,p-2,PILOT,2025-02"));
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(refused))
        .containsExactlyInAnyOrder(
            "project.csv:3 withheld-row",
            "project_status_change.csv:2 (project) reference-to-withdrawn");
  }

  @Test
  void liftedItIsPublishedAgainAndBothAreInTheChain() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    assertThat(lift(1, "project", "p-1")).startsWith("Nothing that is delivered later is withheld");
    assertThat(lift(1, "project", "p-9", "--field=title_de")).contains("project p-9 (title_de)");
    assertThat(lift(1, "projekt", "p-1", "--field=title_de")).contains("projekt p-1");
    city.published(sameProjects());
    assertThat(lift(0, "project", "p-1", "--field=title_de"))
        .isEqualTo("Lifted: the next delivery is published as it is.");
    lift(1, "project", "p-1", "--field=title_de");
    assertThat(city.published(sameProjects()).findings()).isEmpty();
    assertThat(titles()).containsExactly("[zurückgehalten] 2025-12-31", "Glasfaser 2025-12-31");
    assertThat(
            city.column(
                "select canonical from (select concat_ws(' ', number, sealed - (select min(id) from"
                    + " release r where r.municipality = x.municipality), lifts is null, reason)"
                    + " as canonical from redaction x where municipality = :municipality"
                    + " order by number) x"))
        .containsExactly("1 1 t A name", "2 2 f Consent was given");
    verified();

    redact("project", "p-1", "--field=title_de");
    city.published(sameProjects());
    assertThat(titles())
        .containsExactly("[zurückgehalten] 2025-12-31", "[zurückgehalten] 2025-12-31");
    verified();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lift", "lift {city}", "lift {city} project p-1", "lift {city} project p-1 x"})
  void aliftThatIsNotUnderstoodDoesNothing(String arguments) {
    redact("project", "p-1", "--field=title_de");
    assertThat(run(2, arguments.replace("{city}", city.key()).split(" ")))
        .contains("Usage: stadtstand lift");
  }

  @Test
  void anEarlierStateThatIsWithheldBindsNoDelivery() throws IOException, SQLException {
    city.published(
        projects("p-1,Neu,office,2025-Q4", "p-2,Ampeln,office,2026", "p-3,Ämter,department,"));
    redact("project", "p-1", "--field=title_de", "--release=1");
    assertThat(
            city.published(
                    projects(
                        "p-1,Neuer,office,2025-Q4",
                        "p-2,Ampeln,office,2026",
                        "p-3,Ämter,department,"))
                .findings())
        .isEmpty();
    assertThat(titles())
        .containsExactly("[zurückgehalten] 2025-12-31", "Neu 2025-12-31", "Neuer 2025-12-31");
    verified();
  }

  @Test
  void aRevocationDoesNotBringItBackEither() throws IOException, SQLException {
    city.published(
        projects("p-1,Muster,office,2026-Q1", "p-2,Ampeln,office,2026", "p-3,Ämter,department,"));
    redact("project", "p-1", "--field=title_de", "--release=2");
    Report report = workshop.revoke(city.key(), 2, "Irrtum");
    assertThat(City.found(report)).containsExactly("project withheld-value");
    assertThat(titles())
        .containsExactly(
            "Glasfaser 2025-12-31", "[zurückgehalten] 2026-03-31", "[zurückgehalten] 2025-12-31");
    verified();
  }

  @Test
  void aPreviewSaysItToo() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    Report report = city.preview(sameProjects());
    assertThat(City.found(report)).containsExactly("project.csv:2 withheld-value");
    assertThat(report.toString()).doesNotContain("Glasfaser");
  }

  @Test
  void theNextReleaseSealsWhatWasWithheldBeforeIt() throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    String line = run(3, "verify", "--municipality=" + city.key());
    assertThat(line).contains("cannot be checked. ", " 1 of them withheld (1 not sealed yet). ");
    assertThat(script())
        .containsExactly(
            "Cannot be checked: Release 1: project p-1: withheld by entry 1, which no release has"
                + " sealed",
            line);
    city.published(sameProjects());
    assertThat(verified()).contains(" 1 of them withheld. ");
    assertThat(run(0, "chain", city.key()))
        .contains(
            "\"event\":\"REDACTED\",\"table\":\"redaction\",\"key\":\"1\"",
            "\\\"field\\\":\\\"title_de\\\",\\\"key\\\":\\\"p-1\\\",",
            "\\\"legal_basis\\\":\\\"Art. 17 DSGVO\\\",\\\"reason\\\":\\\"A name\\\"",
            "\\\"stands\\\":\\\"true\\\",\\\"states\\\":[\\\"1\\\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redaction 1: altered;update redaction set reason = 'Because'",
        "redaction 1: altered;update redaction set legal_basis = 'Art. 1'",
        "redaction 1: altered;update redaction set withheld_at = withheld_at - interval '1 year'",
        "redaction 1: altered;update redaction set field = 'note'",
        "redaction 1: altered;update redaction set stands = false",
        "redaction 1: altered;update redaction set record = (select min(id) from record"
            + " where municipality = :municipality and key = 'p-2')",
        "counts as withheld otherwise than the list says;insert into withheld select l.since,"
            + " l.type, l.record, l.municipality, 'title_de', x.id from leaf l join redaction x"
            + " using (municipality, type) where l.record <> x.record and l.municipality ="
            + " :municipality limit 1",
        "redaction 1: altered;delete from withheld",
        "redaction 1: missing;update redaction set sealed = null",
        ": missing;with w as (delete from withheld) delete from redaction",
        "redaction 7: put in;insert into redaction (municipality, number, type, record, field,"
            + " stands, withheld_at, reason, legal_basis, sealed) select municipality, 7, type,"
            + " record, 'note', false, now(), 'x', 'y', sealed from redaction"
      })
  void theListCannotBeAlteredUnseen(String alteration) throws IOException, SQLException {
    redact("project", "p-1", "--field=title_de");
    city.published(sameProjects());
    verified();
    String expected = alteration.substring(0, alteration.indexOf(';'));
    String sql = alteration.substring(alteration.indexOf(';') + 1);
    String found =
        workshop.rolledBack(
            () -> {
              workshop.owner().sql("set local session_replication_role = replica").update();
              int rows =
                  workshop
                      .owner()
                      .sql(
                          sql.contains(":municipality")
                              ? sql
                              : sql + " where municipality = :municipality")
                      .param("municipality", city.municipality())
                      .update();
              assertThat(rows).isPositive();
              return new org.stadtstand.record.chain.Verification(
                      workshop.owner(), workshop.types(), List.of())
                  .verify(city.municipality(), null)
                  .faults()
                  .toString();
            });
    assertThat(found).contains(expected);
  }
}
