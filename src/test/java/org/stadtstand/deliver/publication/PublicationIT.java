package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.graph.steps.StepKind;

/** A delivery becomes one release, as a whole or not at all. */
@ExtendWith(WorkshopExtension.class)
class PublicationIT {

  private final Workshop workshop;
  private final City city;

  PublicationIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @Test
  void publishesGoodDelivery() throws IOException, SQLException {
    int before = workshop.published().size();
    Report report = city.publish(city.first());
    assertThat(report.findings()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.number()).isEqualTo(1);
    assertThat(City.count(report, "project", StepKind.ADDED)).isEqualTo(3);
    assertThat(city.keys("project")).containsExactly("p-1", "p-2", "p-3");
    assertThat(city.keys("project_target")).containsExactly("p-1~t-1", "p-2~t-1");
    assertThat(workshop.published()).hasSize(before + 1);
    assertThat(workshop.published().getLast().municipality()).isEqualTo(city.municipality());
  }

  @Test
  void writesEveryValue() throws IOException, SQLException {
    city.published(
        city.first()
            .table(
                "project",
                "key,title_de,title_en,translation,planned_end,partners,note",
                "p-1,\"Glas\\faser \"\"neu\"\"\",Fibre,HUMAN,2025-Q4,\"A | \"\"B\"\" \\"
                    + " C\",\"zwei\n"
                    + "Zeilen\tTab\"",
                "p-2,Ämter,,,,,"));
    assertThat(
            city.column(
                """
                select concat_ws('; ', title_de, title_de_sort, title_en, planned_end_from,
                  planned_end_to, array_to_string(partners, '+'), note)
                from project where municipality = :municipality order by record
                """))
        .containsExactly(
            "Glas\\faser \"neu\"; glas\\faser \"neu\"; Fibre; 2025-10-01; 2025-12-31;"
                + " A+\"B\" \\ C; zwei\nZeilen\tTab",
            "Ämter; amter");
    assertThat(
            city.column(
                """
                select concat_ws('; ', publisher, standing, licence, licence_url, attribution,
                  contact) from municipality where municipality = :municipality
                """))
        .containsExactly(
            "The City; OFFICIAL; dl-de-zero-2.0; https://example.org/zero; The City, 2026;"
                + " mailto:data@example.org");
  }

  @Test
  void derivesPeriodsInTheSameTransaction() throws IOException, SQLException {
    city.published(city.first());
    assertThat(
            city.column(
                """
                select status from project_status_period
                where municipality = :municipality order by status
                """))
        .contains("IN_PROGRESS", "PLANNED");
  }

  @Test
  void startImportsNewFoldersOnceAndInTheirOrder() throws IOException, SQLException {
    city.first().write();
    city.next().table("focus_area", "key,name_de,position", "net,Netze,1").write();
    IngestSettings settings =
        new IngestSettings(List.of(city.folder(), city.folder().resolve("nowhere")));
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(pack -> {})).isEqualTo(2);
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(pack -> {})).isZero();
    assertThat(city.releases()).isEqualTo(2);
    assertThat(city.column("select name_de from focus_area where municipality = :municipality"))
        .containsExactlyInAnyOrder("Netz", "Netze");
  }

  @Test
  void startStopsAtRefusedFolderAndLeavesNothingOfIt() throws IOException, SQLException {
    city.first().write();
    city.next().table("org_unit", City.UNIT_HEADER, "x,OFFICE,X,nobody,false").write();
    city.next().table("focus_area", "key,name_de,position", "net,Netze,1").write();
    IngestSettings settings = new IngestSettings(List.of(city.folder()));
    int records = records();
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(pack -> {})).isEqualTo(1);
    assertThat(city.releases()).isEqualTo(1);
    assertThat(city.keys("org_unit")).containsExactly("department", "office");
    assertThat(records()).isEqualTo(records + 13);
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(pack -> {})).isZero();
  }

  private int records() {
    return workshop.jdbc().sql("select count(*) from record").query(int.class).single();
  }

  @Test
  void changedFolderIsNotImportedAgain() throws IOException, SQLException {
    DeliveryFolder folder = city.first();
    city.published(folder);
    Report report = city.publish(folder.table("focus_area", "key,name_de,position", "net,Neu,1"));
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(City.found(report)).containsExactly(". changed-folder");
    assertThat(City.sentence(report)).contains("als Ausgabe 1 veröffentlicht und danach geändert");
    assertThat(city.column("select name_de from focus_area where municipality = :municipality"))
        .containsExactly("Netz");
  }

  @Test
  void sameRowsInOtherBytesAreTheSameDelivery() throws IOException, SQLException {
    DeliveryFolder folder = city.first();
    city.published(folder);
    Report report =
        city.publish(folder.table("focus_area", "position,name_de,key", "1,\"Netz\",net", ""));
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(City.found(report)).containsExactly(". already-published");
    IngestSettings settings = new IngestSettings(List.of(city.folder()));
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(pack -> {})).isZero();
  }

  @Test
  void sameRowsInAnotherFolderAreTheSameDelivery() throws IOException, SQLException {
    city.published(city.first());
    Report report = city.publish(city.first());
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(City.found(report)).containsExactly(". already-published");
    assertThat(city.releases()).isEqualTo(1);
  }

  @Test
  void unchangedRowKeepsItsReleaseAndItsSource() throws IOException, SQLException {
    city.published(city.first());
    city.published(
        city.next()
            .with("defaultSource", "\"other\"")
            .table("source", City.SOURCE_HEADER, "other,PRESS,Paper,News,2021,,QUOTE")
            .table(
                "org_unit",
                City.UNIT_HEADER + ",note",
                "office,OFFICE,Amt,department,false,",
                "department,DEPARTMENT,Dezernat,,false,umbenannt"));
    assertThat(
            city.column(
                """
                select concat_ws(' ', k.key, string_agg(s.key, '+' order by t.since))
                from org_unit t join record k on k.id = t.record join record s on s.id = t.source
                where t.municipality = :municipality group by k.key order by 1
                """))
        .containsExactly("department page+other", "office page");
  }

  @Test
  void descriptionAloneCanChangeTheMunicipality() throws IOException, SQLException {
    city.published(city.first());
    Report report = city.published(city.next().with("attribution", "\"New\""));
    assertThat(report.counts()).hasSize(1);
    assertThat(City.count(report, "municipality", StepKind.CHANGED)).isEqualTo(1);
    assertThat(
            city.column(
                "select attribution from municipality where municipality = :municipality"
                    + " and until = 2147483647"))
        .containsExactly("New");
  }

  @Test
  void repeatedEventIsNothingNew() throws IOException, SQLException {
    city.published(city.first());
    Report report =
        city.published(
            city.next()
                .table(
                    "project_status_change",
                    City.STATUS_HEADER,
                    "s-1,p-1,PLANNED,2024-01-01",
                    "s-3,p-1,IN_PROGRESS,2024-05"));
    assertThat(City.count(report, "project_status_change", StepKind.ADDED)).isEqualTo(1);
    assertThat(city.keys("project_status_change")).containsExactly("s-1", "s-2", "s-3");
  }

  @Test
  void changedEventNeedsCorrection() throws IOException, SQLException {
    city.published(city.first());
    String changed = "s-1,p-1,IDEA,2024-01-02";
    Report report =
        city.publish(city.next().table("project_status_change", City.STATUS_HEADER, changed));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report)).containsExactly("project_status_change.csv:2 event-changed");
    assertThat(City.sentence(report))
        .isEqualTo(
            "„s-1“ ist schon mit anderen Werten veröffentlicht (status, effective_on). Eine"
                + " Änderung braucht eine Zeile in corrections.csv.");
    String[] correction = {
      "key,table,row,field,reason", "k-1,project_status_change,s-1,status,Irrtum"
    };
    report =
        city.published(
            city.next()
                .table("project_status_change", City.STATUS_HEADER, changed)
                .table("corrections", correction));
    assertThat(report.findings()).isEmpty();
    assertThat(City.count(report, "project_status_change", StepKind.CHANGED)).isEqualTo(1);
    assertThat(
            city.column(
                """
                select concat_ws(' ', k.key, field, reason) from correction c
                join record k on k.id = c.corrected where c.municipality = :municipality
                """))
        .containsExactly("s-1 status Irrtum");
  }

  @Test
  void oldCorrectionExcusesNothingNew() throws IOException, SQLException {
    city.published(city.first());
    String[] correction = {
      "key,table,row,field,reason", "k-1,project_status_change,s-1,status,Irrtum"
    };
    city.published(
        city.next()
            .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,IDEA,2024-01-01")
            .table("corrections", correction));
    Report report =
        city.publish(
            city.next()
                .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,PILOT,2024-01-01")
                .table("corrections", correction));
    assertThat(City.found(report)).containsExactly("project_status_change.csv:2 event-changed");
  }

  @Test
  void correctionOfNothingIsDoubtful() throws IOException, SQLException {
    city.published(city.first());
    Report report =
        city.published(
            city.next()
                .table("corrections", "key,table,row,field,reason", "k-1,project,p-1,title_de,x"));
    assertThat(City.found(report)).containsExactly("corrections.csv:2 correction-without-change");
  }

  @Test
  void thePublicationThatComesSecondWaitsForTheFirst() throws Exception {
    city.published(city.first());
    try (Publication first = workshop.publication(attributed("First").write());
        ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      byte[] digest = first.read();
      first.queue();
      Draft draft = first.prepare();
      Future<Report> second = other.submit(() -> city.published(attributed("Second")));
      assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);

      first.derive(draft);
      first.remember(draft, digest, new byte[32]);
      first.commit(draft);

      assertThat(second.get(30, TimeUnit.SECONDS).number()).isEqualTo(3);
    }
    assertThat(
            city.column(
                """
                select r.number || ' ' || t.attribution from municipality t
                join release r on r.id = t.since
                where t.municipality = :municipality order by r.number offset 1
                """))
        .containsExactly("2 First", "3 Second");
  }

  /** The database sees a killed process only as the end of its session. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aPublicationThatIsCutOffAtAnyStepLeavesThePreviousReleaseWhole(int steps) throws Exception {
    city.published(city.first());
    List<String> before = Contents.of(workshop.owner());
    DeliveryFolder folder = attributed("Cut off");

    Publication cut = workshop.publication(folder.write());
    go(cut, steps);
    int ended =
        workshop
            .owner()
            .sql(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and state = 'idle in transaction'
                """)
            .query(int.class)
            .single();
    assertThat(ended).isEqualTo(1);
    assertThatThrownBy(cut::close).isInstanceOf(SQLException.class);

    assertThat(Contents.of(workshop.owner())).isEqualTo(before);
    assertThat(city.publish(folder).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(Contents.of(workshop.owner())).isNotEqualTo(before);
  }

  private static void go(Publication publication, int steps) throws IOException, SQLException {
    byte[] digest = publication.read();
    if (steps > 1) {
      publication.queue();
    }
    if (steps > 2) {
      Draft draft = publication.prepare();
      if (steps > 3) {
        publication.derive(draft);
      }
      if (steps > 4) {
        publication.remember(draft, digest, new byte[32]);
      }
    }
  }

  private DeliveryFolder attributed(String name) {
    return city.next().with("attribution", "\"" + name + "\"");
  }

  @Test
  void numbersAndIdsRise() throws IOException, SQLException {
    city.published(city.first());
    City other = workshop.city();
    other.published(other.first());
    Report second = city.published(city.next().with("attribution", "\"New\""));
    assertThat(second.number()).isEqualTo(2);
    assertThat(
            workshop
                .jdbc()
                .sql("select published_at from release order by id")
                .query((row, number) -> row.getTimestamp(1))
                .list())
        .isSorted();
  }
}
