package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.graph.steps.StepKind;

/** Revoking a release restores what it changed, except what has changed since. */
@ExtendWith(WorkshopExtension.class)
class RevocationIT {

  private static final String PROJECTS =
      """
      select concat_ws(' ', k.key, t.title_de, t.planned_end_to) from project t
      join record k on k.id = t.record
      where t.municipality = :municipality and t.until = 2147483647 order by k.key
      """;

  private final Workshop workshop;
  private final City city;

  RevocationIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void found() throws IOException, SQLException {
    city.published(city.first());
  }

  private Report revoke(int number) throws IOException, SQLException {
    return workshop.publisher(Clock.systemUTC()).revoke(city.key(), number, "Irrtum");
  }

  private Report revoked(int number) throws IOException, SQLException {
    Report report = revoke(number);
    assertThat(report.outcome()).as("%s", report.findings()).isEqualTo(Outcome.PUBLISHED);
    return report;
  }

  /** Changes p-1, withdraws p-3, brings p-4 and an event of p-2. */
  private DeliveryFolder mistake() {
    return city.next()
        .table(
            "project",
            City.PROJECT_HEADER,
            "p-1,Glasfaser,office,2027",
            "p-2,Ampeln,office,2026",
            "p-4,Neu,office,")
        .table("withdrawals", "table,key,reason", "project,p-3,weg")
        .table("project_status_change", City.STATUS_HEADER, "s-3,p-2,COMPLETED,2024-05-01");
  }

  private List<String> status(String key) {
    return city.column(
        """
        select concat_ws(' ', p.status, p.days) from project_status_period p
        join record k on k.id = p.project
        where k.municipality = :municipality and k.key = '%s' and upper_inf(p.known) order by 1
        """
            .formatted(key));
  }

  @Test
  void whatTheReleaseChangedIsAsBefore() throws IOException, SQLException {
    List<String> projects = city.column(PROJECTS);
    List<String> status = status("p-2");
    city.published(mistake());
    assertThat(city.keys("project")).containsExactly("p-1", "p-2", "p-4");
    assertThat(status("p-2")).hasSize(2);

    Report report = revoked(2);

    assertThat(report.number()).isEqualTo(3);
    assertThat(report.findings()).isEmpty();
    assertThat(city.column(PROJECTS)).isEqualTo(projects);
    assertThat(status("p-2")).isEqualTo(status);
    assertThat(City.count(report, "project", StepKind.CHANGED)).isEqualTo(1);
    assertThat(City.count(report, "project", StepKind.WITHDRAWN)).isEqualTo(1);
    assertThat(City.count(report, "project", StepKind.RELISTED)).isEqualTo(1);
    assertThat(City.count(report, "project_status_change", StepKind.WITHDRAWN)).isEqualTo(1);
  }

  @Test
  void whatIsRestoredIsNewAndNothingPublishedIsEdited() throws IOException, SQLException {
    city.published(mistake());
    String rows =
        """
        select concat_ws(' ', k.key, r.number, t.title_de, t.planned_end_to) from project t
        join record k on k.id = t.record join release r on r.id = t.since
        where t.municipality = :municipality and r.number <= 2 order by 1
        """;
    List<String> before = city.column(rows);
    revoked(2);
    assertThat(city.column(rows)).isEqualTo(before);
    assertThat(
            city.column(
                """
                select concat_ws(' ', k.key, r.number) from project t
                join record k on k.id = t.record join release r on r.id = t.since
                where t.municipality = :municipality and t.until = 2147483647 order by 1
                """))
        .containsExactly("p-1 3", "p-2 1", "p-3 3");
    assertThat(
            city.column(
                """
                select concat_ws(' ', k.key, r.number, w.kind, w.reason) from withdrawal w
                join record k on k.id = w.record join release r on r.id = w.release
                where k.municipality = :municipality and r.number = 3 order by 1
                """))
        .containsExactly("p-4 3 EXPLAINED Irrtum", "s-3 3 EXPLAINED Irrtum");
  }

  @Test
  void derivedValuesOfPublishedReleasesStay() throws IOException, SQLException {
    city.published(mistake());
    String known =
        """
        select concat_ws(' ', k.key, p.status, p.days) from project_status_period p
        join record k on k.id = p.project
        where p.municipality = :municipality and p.known @> (select id from release
          where municipality = :municipality and number = %d) order by 1
        """;
    List<String> first = city.column(known.formatted(1));
    List<String> second = city.column(known.formatted(2));
    revoked(2);
    assertThat(city.column(known.formatted(1))).isEqualTo(first);
    assertThat(city.column(known.formatted(2))).isEqualTo(second).isNotEqualTo(first);
    assertThat(city.column(known.formatted(3))).isEqualTo(first);
  }

  @Test
  void whatHasChangedSinceStaysAndIsListed() throws IOException, SQLException {
    city.published(mistake());
    city.published(
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser für alle,office,2027",
                "p-2,Ampeln,office,2026",
                "p-4,Neu,office,")
            .table("project_status_change", City.STATUS_HEADER, "s-4,p-4,PLANNED,2024-06-01"));

    Report report = revoked(2);

    assertThat(City.found(report))
        .containsExactlyInAnyOrder("project changed-since", "project still-referred-to");
    assertThat(report.findings())
        .isNotEmpty()
        .allMatch(f -> f.sentence().de().matches(".*„p-[14]“.*"));
    assertThat(city.column(PROJECTS))
        .containsExactly(
            "p-1 Glasfaser für alle 2027-12-31", "p-2 Ampeln 2026-12-31", "p-3 Ämter", "p-4 Neu");
    assertThat(city.keys("project_status_change")).containsExactly("s-1", "s-2", "s-4");
  }

  @Test
  void whatCameBackAndWentAgainHasChangedSince() throws IOException, SQLException {
    String[] two = {City.PROJECT_HEADER, "p-1,Glasfaser,office,2025-Q4", "p-2,Ampeln,office,2026"};
    String[] three = {two[0], two[1], two[2], "p-3,Ämter,department,"};
    city.published(withdrawing(two));
    city.published(city.next().table("project", three));
    city.published(withdrawing(two[0], two[1], "p-2,Ampeln und Schilder,office,2026"));

    Report report = revoke(2);

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report)).contains("project changed-since");
    assertThat(city.keys("project")).containsExactly("p-1", "p-2");
  }

  private DeliveryFolder withdrawing(String... projects) {
    return city.next()
        .table("project", projects)
        .table("withdrawals", "table,key,reason", "project,p-3,weg");
  }

  @Test
  void whatWouldReferToSomethingGoneIsNotRestored() throws IOException, SQLException {
    city.published(
        city.next()
            .table(
                "org_unit", City.UNIT_HEADER, "office,OFFICE,Amt,,false", "new,OFFICE,Neu,,false")
            .table("withdrawals", "table,key,reason", "org_unit,department,weg")
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser,office,2025-Q4",
                "p-2,Ampeln,office,2026",
                "p-3,Ämter,new,"));
    city.published(
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser,new,2025-Q4",
                "p-2,Ampeln,new,2026",
                "p-3,Ämter,new,"));
    city.published(
        city.next()
            .table("org_unit", City.UNIT_HEADER, "new,OFFICE,Neu,,false")
            .table("withdrawals", "table,key,reason", "org_unit,office,weg"));

    Report report = revoke(3);

    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .containsExactlyInAnyOrder(
            ". nothing-to-restore", "project refers-to-gone", "project refers-to-gone");
  }

  @Test
  void aRevocationCanItselfBeRevoked() throws IOException, SQLException {
    city.published(mistake());
    List<String> mistaken = city.column(PROJECTS);
    revoked(2);
    revoked(3);
    assertThat(city.column(PROJECTS)).isEqualTo(mistaken);
    assertThat(status("p-2")).hasSize(2);
  }

  @Test
  void aReleaseIsRevokedOnce() throws IOException, SQLException {
    city.published(mistake());
    revoked(2);
    Report again = revoke(2);
    assertThat(again.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(again)).containsExactly(". revoked-before");
    assertThat(City.sentence(again)).contains("Ausgabe 2", "Ausgabe 3");
    assertThat(city.releases()).isEqualTo(3);
  }

  @Test
  void unknownReleasesAndMunicipalitiesAreRefused() throws IOException, SQLException {
    assertThat(City.found(revoke(7))).containsExactly(". revokes-unknown");
    Publisher publisher = workshop.publisher(Clock.systemUTC());
    int records = records();
    assertThat(City.found(publisher.revoke("atlantis", 1, "weg")))
        .containsExactly(". no-such-municipality");
    assertThat(City.found(publisher.revoke(city.key(), 1, " ")))
        .contains(". revokes-without-reason");
    assertThat(records()).isEqualTo(records);
    assertThat(city.releases()).isEqualTo(1);
  }

  private int records() {
    return workshop.jdbc().sql("select count(*) from record").query(int.class).single();
  }

  @Test
  void ofTheFirstReleaseTheMunicipalityStays() throws IOException, SQLException {
    Report report = revoked(1);
    assertThat(City.found(report))
        .containsExactly("municipality municipality-stays", "source still-referred-to");
    assertThat(city.keys("project")).isEmpty();
    assertThat(city.keys("municipality")).containsExactly(city.key());
    assertThat(status("p-1")).isEmpty();
  }

  @Test
  void previewPublishesNothing() throws IOException, SQLException {
    city.published(mistake());
    List<String> mistaken = city.column(PROJECTS);
    Report report = workshop.publisher(Clock.systemUTC()).previewRevoke(city.key(), 2, "Irrtum");
    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(report.changes())
        .filteredOn(change -> "planned_end".equals(change.field()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.key()).isEqualTo("p-1");
              assertThat(change.sentence().en())
                  .endsWith("moved from 2027 to Q4 2025 – a release is taken back.");
            });
    assertThat(city.column(PROJECTS)).isEqualTo(mistaken);
    assertThat(city.releases()).isEqualTo(2);
  }

  @Test
  void aFolderWithoutTablesDoesTheSame() throws IOException, SQLException {
    List<String> projects = city.column(PROJECTS);
    city.published(mistake());
    DeliveryFolder folder =
        city.next()
            .with("release", "{\"kind\": \"PUBLISHED\", \"revokes\": 2, \"reason\": \"Irrtum\"}");
    city.published(folder);
    assertThat(city.column(PROJECTS)).isEqualTo(projects);
    assertThat(city.publish(folder).outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void aCorrectionThatIsRevokedLetsTheErrorStandAgain() throws IOException, SQLException {
    city.published(
        city.next()
            .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,COMPLETED,2024-01-01")
            .table(
                "corrections",
                "key,table,row,field,reason",
                "c-1,project_status_change,s-1,status,falsch"));
    assertThat(status("p-1").getFirst()).startsWith("COMPLETED");
    revoked(2);
    assertThat(status("p-1").getFirst()).startsWith("PLANNED");
    assertThat(city.keys("correction")).isEmpty();
  }
}
