package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;

/** A delivery with a mistake is refused, and nothing of it is left behind. */
@ExtendWith(WorkshopExtension.class)
class RefusalIT {

  private static final String REVISION = "key,project,field,old_on,new_on,effective_on";

  private final Workshop workshop;
  private final City city;
  private String before = "";

  RefusalIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publishFirst() throws IOException, SQLException {
    city.published(city.first());
    before = everything();
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(everything()).isEqualTo(before);
  }

  private String everything() {
    return workshop
        .jdbc()
        .sql(
            """
            select concat_ws(' ', (select count(*) from record), (select count(*) from release),
              (select count(*) from project), (select count(*) from org_unit),
              (select count(*) from withdrawal), (select count(*) from delivery),
              (select sum(until::bigint) from project), (select sum(until::bigint) from org_unit))
            """)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .single();
  }

  private Report refused(DeliveryFolder folder) throws IOException, SQLException {
    Report report = city.publish(folder);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    return report;
  }

  @Test
  void findingsOfReadingAndComparisonComeTogether() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table(
                    "project",
                    City.PROJECT_HEADER,
                    "p-1,Glasfaser,office,31.12.2025",
                    "p-2,Ampeln,nobody,2026",
                    "p-3,Ämter,department,",
                    "p-3,Ämter,department,")
                .table("project_status_change", City.STATUS_HEADER, "s-9,p-1,DONE,2024"));
    assertThat(City.found(report))
        .containsExactly(
            "project.csv:2:4 (planned_end) bad-date",
            "project.csv:3 (lead_unit) dangling-reference",
            "project.csv:5 duplicate-key",
            "project_status_change.csv:2:3 (status) unknown-value");
  }

  /** What cannot be read is no part of the rows by which a delivery is known. */
  @Test
  void aFaultyCopyOfWhatIsPublishedIsNoCopy() throws IOException, SQLException {
    String[] units = {
      "office,OFFICE,Amt,department,false", "department,DEPARTMENT,Dezernat,,false"
    };
    assertThat(city.publish(city.first()).outcome()).isEqualTo(Outcome.SKIPPED);
    Report faulty =
        refused(
            city.first().table("org_unit", City.UNIT_HEADER, units[0], units[1], "A!,OFFICE,A,,"));
    assertThat(City.found(faulty)).contains("org_unit.csv:4:1 (key) bad-key");
  }

  /** At the next start, the folder would be passed over by bytes that nobody has published. */
  @Test
  void aPreviewNotesNothing() throws IOException, SQLException {
    DeliveryFolder folder = city.first().file("README.md", new byte[1]);
    String noted = "select encode(bytes, 'hex') from delivery where municipality = :municipality";
    List<String> published = city.column(noted);
    assertThat(city.preview(folder).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(city.column(noted)).isEqualTo(published);
    assertThat(city.publish(folder).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(city.column(noted)).isNotEqualTo(published);
  }

  @Test
  void badLeikaKey() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table(
                    "identifier",
                    "subject,scheme,value",
                    "project:p-1,LEIKA,12345678901234",
                    "project:p-2,LEIKA,\"9,9E+13\"",
                    "project:p-3,LEIKA,99115005104000"));
    assertThat(City.found(report))
        .containsExactly("identifier.csv:2 leika-key", "identifier.csv:3 leika-key");
    assertThat(report.findings().getLast().sentence().de()).contains("Tabellenkalkulation");
  }

  @Test
  void duplicateKey() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table("focus_area", "key,name_de,position", "net,Netz,1", "a,A,2", "net,Netz,1"));
    assertThat(City.found(report)).containsExactly("focus_area.csv:4 duplicate-key");
    assertThat(City.sentence(report)).isEqualTo("Der Schlüssel „net“ steht schon in Zeile 2.");
  }

  @Test
  void danglingReference() throws IOException, SQLException {
    Report report =
        refused(
            city.next().table("project_status_change", City.STATUS_HEADER, "s-9,p-9,IDEA,2024"));
    assertThat(City.found(report))
        .containsExactly("project_status_change.csv:2 (project) dangling-reference");
    assertThat(City.sentence(report)).isEqualTo("„p-9“ (project) gibt es nicht.");
  }

  @Test
  void nothingIsSaidOfReferencesToAFileThatCouldNotBeRead() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .resource("project", "")
                .table("project_status_change", City.STATUS_HEADER, "s-9,p-9,IDEA,2024"));
    assertThat(City.found(report)).containsExactly("project.csv missing-file");
  }

  @Test
  void referenceOfWrongType() throws IOException, SQLException {
    Report report =
        refused(
            city.next().table("project_status_change", City.STATUS_HEADER, "s-9,office,IDEA,2024"));
    assertThat(City.sentence(report))
        .isEqualTo("„office“ ist keine Zeile der Tabelle project, sondern der Tabelle org_unit.");
  }

  @Test
  void missingSource() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .with("defaultSource", "\"nowhere\"")
                .table("focus_area", "key,name_de,position", "net,Netz,2", "b,B,3", "c,C,4")
                .table("guideline", "key,name_de,position,source", "g,G,1,", "h,H,2,unheard-of"));
    assertThat(City.found(report))
        .containsExactly(
            "datapackage.json (stadtstand.defaultSource) dangling-reference",
            "guideline.csv:3 (source) dangling-reference");
  }

  @Test
  void rowThatIsAboveItself() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table(
                    "org_unit",
                    City.UNIT_HEADER,
                    "office,OFFICE,Amt,department,false",
                    "department,DEPARTMENT,Dezernat,office,false",
                    "desk,OFFICE,Stelle,office,false",
                    "self,OFFICE,Selbst,self,false"));
    assertThat(City.found(report))
        .contains("org_unit.csv:3 (parent) cycle", "org_unit.csv:5 (parent) cycle")
        .noneMatch(found -> found.contains("csv:4"));
  }

  @Test
  void unreadTableBringsNoFindingsElsewhere() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table("project", "key;title_de", "p-9;Neu")
                .table("project_status_change", City.STATUS_HEADER, "s-9,p-9,IDEA,2024"));
    assertThat(City.found(report)).containsExactly("project.csv:1 wrong-delimiter");
  }

  @Test
  void badRowBringsNoFindingsElsewhere() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table(
                    "org_unit",
                    City.UNIT_HEADER,
                    "office,OFFICE,Amt,department,false",
                    "department,DEPARTMENT,Dezernat,,nein")
                .table("project_status_change", City.STATUS_HEADER, "s-9,p-1,IDEA,2024"));
    assertThat(City.found(report)).containsExactly("org_unit.csv:3:5 (external) bad-boolean");
  }

  @Test
  void otherMunicipality() throws IOException, SQLException {
    String header = "key,ags,ars,name_de";
    assertThat(
            City.found(
                refused(
                    city.next().table("municipality", header, "x,99999999,999999999999,Other"))))
        .contains("municipality.csv other-municipality");
  }

  @Test
  void firstDeliveryWithoutItsMunicipality() throws IOException, SQLException {
    City other = workshop.city();
    Report report =
        other.publish(
            other.next().table("source", City.SOURCE_HEADER, "page,PRESS,C,P,2020,,OPEN"));
    assertThat(City.found(report)).containsExactly("municipality.csv no-municipality");
  }

  @Test
  void revisionThatSaysOtherThanTheProject() throws IOException, SQLException {
    DeliveryFolder folder =
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser,office,2026-Q2",
                "p-2,Ampeln,office,2027",
                "p-3,Ämter,department,");
    Report report =
        refused(
            folder.table(
                "schedule_revision",
                REVISION,
                "r-1,p-1,PLANNED_END,2025-Q4,2026-Q3,2025-11-01",
                "r-2,p-2,PLANNED_END,2025,2027,2025-11-01"));
    assertThat(City.found(report))
        .containsExactly(
            "schedule_revision.csv:2 new-value-differs",
            "schedule_revision.csv:3 old-value-differs");
    assertThat(report.findings())
        .extracting(f -> f.sentence().de())
        .containsExactly(
            "planned_end von „p-1“ wurde laut „r-1“ zu „2026-Q3“, geliefert ist aber „2026-Q2“.",
            "planned_end von „p-2“ war laut „r-2“ zuvor „2025“, veröffentlicht ist aber „2026“.");
  }

  @Test
  void secondReconstructionOfTheSameDay() throws IOException, SQLException {
    City past = workshop.city();
    String[] municipality = {"key,ags,ars,name_de", past.row()};
    past.published(
        past.next()
            .reconstructed("2021-01-01")
            .table("municipality", municipality)
            .table("source", City.SOURCE_HEADER, "page,PRESS,C,P,2020,,OPEN"));
    before = everything();
    DeliveryFolder folder = past.next().reconstructed("2021-01-01").with("attribution", "\"x\"");
    Report report = past.publish(folder);
    assertThat(City.found(report)).containsExactly("datapackage.json not-rising");
    report = past.publish(folder.reconstructed("2999-01-01"));
    assertThat(City.found(report)).containsExactly("datapackage.json stands-for-ahead");
  }

  @Test
  void reconstructionAfterPublication() throws IOException, SQLException {
    Report report = refused(city.next().reconstructed("2021-01-01"));
    assertThat(City.found(report))
        .contains("datapackage.json reconstructed-after-published", "datapackage.json not-rising");
  }

  @Test
  void clockThatWentBack() throws IOException, SQLException {
    Clock late = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
    Report report = city.publish(city.next().with("attribution", "\"x\""), late);
    assertThat(City.found(report)).containsExactly("datapackage.json not-rising");
  }

  @Test
  void revocationOfReleaseThatIsNotThere() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .with("release", "{\"kind\": \"PUBLISHED\", \"revokes\": 7, \"reason\": \"x\"}"));
    assertThat(City.found(report)).containsExactly("datapackage.json revokes-unknown");
  }

  @Test
  void sourceYoungerThanTheDayThatIsReconstructed() throws IOException, SQLException {
    City past = workshop.city();
    String[] municipality = {"key,ags,ars,name_de", past.row()};
    Report report =
        past.publish(
            past.next()
                .reconstructed("2021-01-31")
                .table("municipality", municipality)
                .table(
                    "source",
                    City.SOURCE_HEADER,
                    "page,PRESS,C,P,2021-01,2026-01-01,OPEN",
                    "young,PRESS,C,P,2021,2021-01-01,OPEN",
                    "fetched,PRESS,C,P,,2021-01-31,OPEN",
                    "undated,PRESS,C,P,,,OPEN")
                .table(
                    "focus_area", "key,name_de,position,source", "a,A,1,young", "b,B,2,fetched"));
    assertThat(City.found(report))
        .containsExactly(
            "focus_area.csv:2 (source) source-too-young",
            "source.csv:3 (source) source-too-young",
            "source.csv:5 (source) source-undated");
  }

  @Test
  void wrongEncodingOfOneCell() throws IOException, SQLException {
    Report report =
        refused(
            city.next()
                .table(
                    "focus_area",
                    StandardCharsets.ISO_8859_1,
                    "",
                    "key,name_de,position",
                    "net,Übertragungsnetz,1"));
    assertThat(City.found(report)).containsExactly("focus_area.csv:2:2 (name_de) wrong-encoding");
  }
}
