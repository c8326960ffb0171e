package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.graph.steps.StepKind;

/** A row missing from a full list is withdrawn, with either a reason or a warning. */
@ExtendWith(WorkshopExtension.class)
class WithdrawalIT {

  private static final String HEADER = "table,key,reason";
  private static final String FIRST = "p-1,Glasfaser,office,2025-Q4";
  private static final String SECOND = "p-2,Ampeln,office,2026";
  private static final String THIRD = "p-3,Ämter,department,";

  private final City city;

  WithdrawalIT(City city) {
    this.city = city;
  }

  @BeforeEach
  void publishFirst() throws IOException, SQLException {
    city.published(city.first());
  }

  private List<String> withdrawals() {
    return city.column(
        """
        select concat_ws(' ', k.key, w.kind, w.reason) from withdrawal w
        join record k on k.id = w.record join release r on r.id = w.release
        where k.municipality = :municipality order by r.number, k.key
        """);
  }

  /** A delivery with these projects and no others. */
  private DeliveryFolder projects(String... rows) {
    return city.next()
        .table(
            "project",
            Stream.concat(Stream.of(City.PROJECT_HEADER), Stream.of(rows)).toArray(String[]::new));
  }

  private String[] projects(int count) {
    return Stream.concat(
            Stream.of(City.PROJECT_HEADER),
            IntStream.rangeClosed(1, count).mapToObj(i -> "q-%d,Projekt %d,,".formatted(i, i)))
        .toArray(String[]::new);
  }

  @Test
  void whatWasCorrectedOnceCanGo() throws IOException, SQLException {
    city.published(
        city.next()
            .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,PLANNED,2024-01-02")
            .table(
                "corrections",
                "key,table,row,field,reason",
                "k-1,project_status_change,s-1,effective_on,vertippt"));
    city.published(projects(SECOND, THIRD).table("withdrawals", HEADER, "project,p-1,eingestellt"));
    assertThat(city.keys("project_status_change")).containsExactly("s-2");
    assertThat(city.keys("correction")).containsExactly("k-1");
  }

  @Test
  void aRowIsWithdrawnForOneReason() throws IOException, SQLException {
    Report report =
        city.publish(
            city.next()
                .table(
                    "withdrawals",
                    HEADER,
                    "project,p-1,eingestellt",
                    "project,p-3,fertig",
                    "project,p-1,vertagt"));
    assertThat(City.found(report)).containsExactly("withdrawals.csv:4 duplicate-key");
    assertThat(City.sentence(report)).isEqualTo("Der Schlüssel „p-1“ steht schon in Zeile 2.");
  }

  @Test
  void namedRowGoesWithWhatHangsOnIt() throws IOException, SQLException {
    Report report =
        city.published(
            projects(SECOND, THIRD).table("withdrawals", HEADER, "project,p-1,eingestellt"));
    assertThat(report.findings()).isEmpty();
    assertThat(withdrawals())
        .containsExactly("p-1 EXPLAINED eingestellt", "p-1~t-1 WITH_SUBJECT", "s-1 WITH_SUBJECT");
    assertThat(city.keys("project_status_change")).containsExactly("s-2");
    assertThat(city.keys("project_target")).containsExactly("p-2~t-1");
  }

  @Test
  void eventCanBeWithdrawnAlone() throws IOException, SQLException {
    city.published(
        city.next().table("withdrawals", HEADER, "project_status_change,s-1,nie geschehen"));
    assertThat(withdrawals()).containsExactly("s-1 EXPLAINED nie geschehen");
    assertThat(city.keys("project")).hasSize(3);
  }

  @Test
  void toNameARowIsNoExplanation() throws IOException, SQLException {
    Report report =
        city.published(
            projects(FIRST, SECOND)
                .table("withdrawals", HEADER, "project,p-3,", "project_status_change,s-1,  "));
    assertThat(City.found(report))
        .containsExactly(
            "withdrawals.csv:2 withdrawal-without-reason",
            "withdrawals.csv:3 withdrawal-without-reason");
    assertThat(withdrawals()).containsExactly("p-3 UNEXPLAINED", "s-1 UNEXPLAINED");
  }

  /** Otherwise naming all of them would be a way around the limit for those that are missing. */
  @Test
  void rowsNamedWithoutAReasonAreCountedWithThoseThatAreMissing() throws IOException, SQLException {
    Report report =
        city.publish(
            city.next()
                .table("project", projects(1))
                .table("withdrawals", HEADER, "project,p-1,", "project,p-2,", "project,p-3,"));
    assertThat(report.outcome()).isEqualTo(Report.Outcome.REFUSED);
    assertThat(City.found(report)).contains("project.csv too-many-missing");
    city.published(
        city.next()
            .table("project", projects(1))
            .table("withdrawals", HEADER, "project,p-1,a", "project,p-2,b", "project,p-3,c"));
  }

  @Test
  void missingRowIsWithdrawnAsUnexplained() throws IOException, SQLException {
    Report report = city.published(projects(FIRST, SECOND));
    assertThat(City.found(report)).containsExactly("project.csv missing-row");
    assertThat(City.sentence(report)).startsWith("„p-3“ fehlt in der Liste");
    assertThat(withdrawals()).containsExactly("p-3 UNEXPLAINED");
  }

  @Test
  void rowsThatHangOnMissingOnesAreNotMissingThemselves() throws IOException, SQLException {
    Report report =
        city.published(projects(FIRST, THIRD).table("project_target", "project,target", "p-1,t-1"));
    assertThat(City.found(report)).containsExactly("project.csv missing-row");
    assertThat(withdrawals())
        .containsExactly("p-2 UNEXPLAINED", "p-2~t-1 WITH_SUBJECT", "s-2 WITH_SUBJECT");
  }

  @Test
  void tableThatIsNotDeliveredStays() throws IOException, SQLException {
    city.published(city.next().with("attribution", "\"New\""));
    assertThat(withdrawals()).isEmpty();
    assertThat(city.keys("project")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"3,2", "23,2", "59,2", "60,3", "103,5", "203,10", "403,10"})
  void soManyMayBeMissingAndNotOneMore(int rows, int allowed) throws IOException, SQLException {
    city.published(city.next().table("project", withLinks(projects(rows - 3))));
    if (rows > 3) {
      Report report =
          city.publish(city.next().table("project", withLinks(projects(rows - 4 - allowed))));
      assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(report.findings().getFirst().sentence().de())
          .isEqualTo(
              "Ohne Erläuterung fehlende Zeilen: %d von %d veröffentlichten; erlaubt: %d. Ist die"
                      .formatted(allowed + 1, rows, allowed)
                  + " Liste vollständig?");
      assertThat(city.keys("project")).hasSize(rows);
      city.published(city.next().table("project", withLinks(projects(rows - 3 - allowed))));
      assertThat(city.keys("project")).hasSize(rows - allowed);
    }
  }

  @Test
  void anEmptyListIsRefusedHoweverShortTheListWas() throws IOException, SQLException {
    for (String rows : List.of("", "\n,,,", "\n , ,,\n\n")) {
      Report report = city.publish(city.next().table("focus_area", "key,name_de,position" + rows));
      assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(City.found(report)).contains("focus_area.csv empty-list");
    }
    assertThat(city.keys("focus_area")).containsExactly("net");
  }

  @Test
  void anEmptyListWhoseRowsWereAllWithdrawnIsPublished() throws IOException, SQLException {
    city.published(
        city.next()
            .table("project_target", "project,target")
            .table(
                "withdrawals",
                HEADER,
                "project_target,p-1~t-1,Entfällt",
                "project_target,p-2~t-1,Entfällt"));
    assertThat(city.keys("project_target")).isEmpty();
  }

  @Test
  void aNewKeyWithAnOldTitleIsAProbableRename() throws IOException, SQLException {
    Report report =
        city.published(
            projects(FIRST, "ampel,AMPELN,office,2026", THIRD)
                .table("project_target", "project,target", "p-1,t-1"));
    assertThat(City.found(report)).contains("project.csv:3 probable-rename");
    assertThat(report.findings())
        .extracting(finding -> finding.sentence().de())
        .contains(
            "„ampel“ ist neu und heißt wie „p-2“, das entfällt. Ist es dasselbe, muss der alte"
                + " Schlüssel bleiben, sonst reißt seine Geschichte ab.");
    report =
        city.published(
            projects(FIRST, "amt,Ämter,department,")
                .table("withdrawals", HEADER, "project,p-3,Neu geordnet", "project,ampel,Fertig"));
    assertThat(City.found(report)).containsExactly("project.csv:3 probable-rename");
  }

  private static String[] withLinks(String[] projects) {
    return Stream.concat(Stream.of(projects), Stream.of(FIRST, SECOND, THIRD))
        .toArray(String[]::new);
  }

  @Test
  void unknownRowCannotBeWithdrawn() throws IOException, SQLException {
    Report report =
        city.publish(city.next().table("withdrawals", HEADER, "project,p-9,x", "project,s-1,x"));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .containsExactly(
            "withdrawals.csv:2 withdrawal-of-unknown", "withdrawals.csv:3 withdrawal-of-unknown");
  }

  @Test
  void rowCannotBeWithdrawnAndListed() throws IOException, SQLException {
    Report report =
        city.publish(
            city.next()
                .table("focus_area", "key,name_de,position", "net,Netz,1")
                .table("withdrawals", HEADER, "focus_area,net,x"));
    assertThat(City.found(report)).contains("withdrawals.csv:2 withdrawn-but-listed");
  }

  @Test
  void whatStaysMayNotReferToWhatGoes() throws IOException, SQLException {
    Report report =
        city.publish(
            city.next()
                .table("org_unit", City.UNIT_HEADER, "department,DEPARTMENT,Dezernat,,false")
                .table("withdrawals", HEADER, "org_unit,office,aufgelöst"));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(City.found(report))
        .containsExactly("project.csv (lead_unit) reference-to-withdrawn");
    assertThat(report.findings().getFirst().sentence().de())
        .isEqualTo(
            "„office“ (org_unit) ist zurückgezogen, wird aber in lead_unit noch genannt: „p-1“,"
                + " „p-2“.");
  }

  @Test
  void aWithdrawnSourceIsOneMistakeHoweverManyRowsCiteIt() throws IOException, SQLException {
    List<String> rows = new ArrayList<>(List.of(City.STATUS_HEADER));
    for (int i = 10; i < 60; i++) {
      rows.add("e-%1$d,p-1,PILOT,2024-03-%2$02d".formatted(i, i % 28 + 1));
    }
    city.published(city.next().table("project_status_change", rows.toArray(String[]::new)));
    Report report =
        city.publish(city.next().table("withdrawals", HEADER, "source,page,nicht mehr da"));
    assertThat(City.found(report))
        .doesNotHaveDuplicates()
        .contains("project_status_change.csv (source) reference-to-withdrawn");
    assertThat(report.findings())
        .extracting(finding -> finding.sentence().en())
        .contains(
            "“page” (source) is withdrawn, but source still names it: “e-10”, “e-11”, “e-12” and"
                + " 49 more.");
  }

  @Test
  void deliveredRowMayNotHangOnWhatGoes() throws IOException, SQLException {
    Report report =
        city.publish(
            city.next()
                .table("project_target", "project,target,contribution", "p-1,t-1,neu", "p-2,t-1,")
                .table("withdrawals", HEADER, "project,p-1,x"));
    assertThat(City.found(report))
        .containsExactly("project_target.csv:2 (project) reference-to-withdrawn");
  }

  @Test
  void relistingBringsBackWhatWentWithTheRow() throws IOException, SQLException {
    city.published(projects(FIRST, THIRD));
    city.published(city.next().with("attribution", "\"New\""));
    Report report = city.published(projects(FIRST, "p-2,Ampeln neu,office,2026", THIRD));
    assertThat(City.count(report, "project", StepKind.RELISTED)).isEqualTo(1);
    assertThat(City.count(report, "project_status_change", StepKind.RELISTED)).isEqualTo(1);
    assertThat(City.count(report, "project_target", StepKind.RELISTED)).isEqualTo(1);
    assertThat(city.keys("project_status_change")).containsExactly("s-1", "s-2");
    assertThat(city.keys("project_target")).containsExactly("p-1~t-1", "p-2~t-1");
    assertThat(
            city.column(
                "select title_de from project where municipality = :municipality"
                    + " and until = 2147483647 order by 1"))
        .contains("Ampeln neu");
  }

  @Test
  void relistingLeavesOutWhatAnotherListLeavesOut() throws IOException, SQLException {
    city.published(projects(FIRST, THIRD));
    city.published(
        projects(FIRST, SECOND, THIRD).table("project_target", "project,target", "p-1,t-1"));
    assertThat(city.keys("project_target")).containsExactly("p-1~t-1");
    assertThat(city.keys("project_status_change")).containsExactly("s-1", "s-2");
  }

  @Test
  void rowWithdrawnByNameStaysWithdrawnWhenItsSubjectReturns() throws IOException, SQLException {
    city.published(
        projects(FIRST, THIRD)
            .table(
                "withdrawals", HEADER, "project,p-2,x", "project_status_change,s-2,nie geschehen"));
    city.published(projects(FIRST, SECOND, THIRD));
    assertThat(city.keys("project_status_change")).containsExactly("s-1");
  }

  @Test
  void withdrawnEventCanBeDeliveredAgain() throws IOException, SQLException {
    city.published(city.next().table("withdrawals", HEADER, "project_status_change,s-1,x"));
    Report report =
        city.published(
            city.next()
                .table("project_status_change", City.STATUS_HEADER, "s-1,p-1,IDEA,2024-01-01"));
    assertThat(City.count(report, "project_status_change", StepKind.RELISTED)).isEqualTo(1);
  }
}
