package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.ground.text.Language;

/** A release says when it was published, which day it stands for and since when it was known. */
@ExtendWith(WorkshopExtension.class)
class ReleaseIT {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Workshop workshop;
  private final City city;

  ReleaseIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  private String release(String columns) {
    return city.column(
            "select concat_ws(' ', %s) from release where municipality = :municipality order by id"
                .formatted(columns))
        .getLast();
  }

  @Test
  void publishedOneIsKnownFromItsPublication() throws IOException, SQLException {
    city.published(city.first());
    assertThat(release("kind, known_from = published_at, stands_for"))
        .isEqualTo("PUBLISHED t " + LocalDate.now(Clock.system(BERLIN)));
  }

  @Test
  void reconstructedOneIsKnownFromTheEndOfItsDayInBerlin() throws IOException, SQLException {
    city.published(city.first().reconstructed("2024-06-30"));
    assertThat(release("kind, stands_for, known_from at time zone 'Europe/Berlin'"))
        .isEqualTo("RECONSTRUCTED 2024-06-30 2024-07-01 00:00:00");
    city.published(city.next().reconstructed("2024-12-31").with("attribution", "\"x\""));
    assertThat(release("number, stands_for")).isEqualTo("2 2024-12-31");
  }

  @Test
  void revocationNamesTheReleaseByItsNumber() throws IOException, SQLException {
    city.published(city.first());
    city.published(
        city.next()
            .with("release", "{\"kind\": \"PUBLISHED\", \"revokes\": 1, \"reason\": \"x\"}"));
    assertThat(
            release(
                "revokes = (select id from release f where f.municipality ="
                    + " :municipality and f.number = 1)"))
        .isEqualTo("t");
  }

  @Test
  void sameContentOfLaterDayIsItsOwnRelease() throws IOException, SQLException {
    city.published(city.first().reconstructed("2024-06-30"));
    Report report = city.published(city.first().reconstructed("2024-07-31"));
    assertThat(report.counts()).isEmpty();
    assertThat(report.number()).isEqualTo(2);
  }

  @Test
  void movesBetweenTwoReleasesAreAChain() throws IOException, SQLException {
    city.published(city.first());
    Report report =
        city.published(
            city.next()
                .table(
                    "project",
                    City.PROJECT_HEADER,
                    "p-1,Glasfaser,office,2027",
                    "p-2,Ampeln,office,2026",
                    "p-3,Ämter,department,2030")
                .table(
                    "schedule_revision",
                    "key,project,field,old_on,new_on,effective_on",
                    "r-2,p-1,PLANNED_END,2026-Q2,2027,2025-12",
                    "r-1,p-1,PLANNED_END,2025-Q4,2026-Q2,2025-11",
                    "r-3,p-3,PLANNED_END,,2030,2025-11"));
    assertThat(report.findings()).isEmpty();
    // In the second delivery the events are old, so the plan may move on without them.
    assertThat(
            City.found(
                city.published(
                    city.next()
                        .table(
                            "project",
                            City.PROJECT_HEADER,
                            "p-1,Glasfaser,office,2028",
                            "p-2,Ampeln,office,2026",
                            "p-3,Ämter,department,2030"))))
        .containsExactly("project.csv:2 (planned_end) unexplained-change");
  }

  @Test
  void previewShowsEverythingAndPublishesNothing() throws IOException, SQLException {
    city.published(city.first());
    DeliveryFolder folder =
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser,department,2026-Q2",
                "p-2,Ampeln,office,2026",
                "p-4,Neu,,");
    Report report = city.preview(folder);
    assertThat(report.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(report.number()).isEqualTo(2);
    assertThat(new ReportText(Language.DE).lines(report))
        .containsExactly(
            "02 würde als Ausgabe 2 veröffentlicht. Noch ist nichts veröffentlicht.",
            "",
            "project: 1 neu, 1 geändert, 1 zurückgezogen",
            "  ~ p-1: Projekt „Glasfaser“: federführende Stelle gewechselt von „Amt“ zu „Dezernat“"
                + " – ohne Erläuterung. [UNEXPLAINED]",
            "  ~ p-1: Projekt „Glasfaser“: geplantes Ende verschoben vom 4. Quartal 2025 auf"
                + " das 2. Quartal 2026 – ohne Erläuterung. [UNEXPLAINED]",
            "  - p-3: Zurückgezogen: Projekt „Ämter“, ohne Erläuterung. [UNEXPLAINED]",
            "  + p-4: Neu aufgenommen: Projekt „Neu“.",
            "",
            "Befunde:",
            "  Warnung 02/project.csv [missing-row] „p-3“ fehlt in der Liste und wird als „ohne"
                + " Erläuterung zurückgezogen“ veröffentlicht. Ein Grund gehört in"
                + " withdrawals.csv.",
            "  Warnung 02/project.csv:2 (lead_unit) [unexplained-change] lead_unit von „p-1“ ändert"
                + " sich von „office“ zu „department“ und wird als „ohne Erläuterung geändert“"
                + " veröffentlicht. Erläutern würde es diese Zeile in responsibility_change.csv:"
                + " subject=project:p-1, unit=department.",
            "  Warnung 02/project.csv:2 (planned_end) [unexplained-change] planned_end von „p-1“"
                + " ändert sich von „2025-Q4“ zu „2026-Q2“ und wird als „ohne Erläuterung geändert“"
                + " veröffentlicht. Erläutern würde es diese Zeile in schedule_revision.csv:"
                + " project=p-1, field=PLANNED_END, old_on=2025-Q4, new_on=2026-Q2.");
    assertThat(city.releases()).isEqualTo(1);
    assertThat(city.keys("project")).containsExactly("p-1", "p-2", "p-3");
    assertThat(city.published(folder).number()).isEqualTo(2);
  }

  @Test
  void secondPublicationWaitsForTheFirst() throws Exception {
    city.published(city.first());
    DeliveryFolder slow = city.next().with("attribution", "\"slow\"");
    DeliveryFolder fast = city.next().with("attribution", "\"fast\"");
    CompletableFuture<Report> second;
    try (Publication first = workshop.publication(slow.write())) {
      byte[] digest = first.read();
      first.queue();
      Draft draft = first.prepare();
      second = CompletableFuture.supplyAsync(() -> quietly(fast));
      assertThat(isDone(second)).isFalse();
      first.remember(draft, digest, digest);
      first.commit(draft);
    }
    assertThat(second.get(20, TimeUnit.SECONDS).number()).isEqualTo(3);
    assertThat(
            city.column(
                """
                select attribution from municipality where municipality = :municipality
                order by since
                """))
        .containsExactly("The City, 2026", "slow", "fast");
  }

  @Test
  void publicationThatIsNotCommittedLeavesNothing() throws Exception {
    city.published(city.first());
    DeliveryFolder folder = city.next().with("attribution", "\"x\"");
    try (Publication publication = workshop.publication(folder.write())) {
      publication.read();
      publication.queue();
      publication.derive(publication.prepare());
    }
    assertThat(city.releases()).isEqualTo(1);
    assertThat(city.published(folder).number()).isEqualTo(2);
  }

  private Report quietly(DeliveryFolder folder) {
    try {
      return city.publish(folder);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isDone(CompletableFuture<Report> future)
      throws InterruptedException, ExecutionException {
    try {
      future.get(Duration.ofMillis(500).toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
