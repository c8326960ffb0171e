package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.graph.steps.StepKind;

/** A separate municipality for each test, with a valid first delivery. */
public final class City {

  static final String SOURCE_HEADER = "key,kind,publisher,title,published_on,retrieved_on,reuse";
  static final String UNIT_HEADER = "key,kind,name_de,parent,external";
  public static final String PROJECT_HEADER = "key,title_de,lead_unit,planned_end";
  public static final String STATUS_HEADER = "key,project,status,effective_on";

  private static int cities;

  private final Workshop workshop;
  private final int number = ++cities;
  private final String key = "city-" + number;
  private final Path folder;
  private int folders;

  City(Workshop workshop, Path parent) {
    this.workshop = workshop;
    this.folder = parent.resolve(key);
  }

  public String key() {
    return key;
  }

  /** The row of the table municipality. */
  public String row() {
    return key + ",98000%1$03d,980000000%1$03d,Sampleton".formatted(number);
  }

  /** The folder of its package; it does not exist before the first delivery. */
  public Path folder() {
    return folder;
  }

  /** The next folder of the package: a description, and no tables yet. */
  public DeliveryFolder next() {
    return new DeliveryFolder(folder, "%02d".formatted(++folders))
        .with("name", "\"%s\"".formatted(key))
        .with("municipality", "\"%s\"".formatted(key));
  }

  /** Two offices, three projects, two changes of status, one link. */
  public DeliveryFolder first() {
    return next()
        .table("municipality", "key,ags,ars,name_de", row())
        .table("source", SOURCE_HEADER, "page,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN")
        .table(
            "org_unit",
            UNIT_HEADER,
            "office,OFFICE,Amt,department,false",
            "department,DEPARTMENT,Dezernat,,false")
        .table(
            "project",
            PROJECT_HEADER,
            "p-1,Glasfaser,office,2025-Q4",
            "p-2,Ampeln,office,2026",
            "p-3,Ämter,department,")
        .table(
            "project_status_change",
            STATUS_HEADER,
            "s-1,p-1,PLANNED,2024-01-01",
            "s-2,p-2,IN_PROGRESS,2024-02")
        .table("focus_area", "key,name_de,position", "net,Netz,1")
        .table("target", "key,focus_area,wording,kind", "t-1,net,Alle Schulen,QUALITATIVE")
        .table("project_target", "project,target", "p-1,t-1", "p-2,t-1");
  }

  public Report publish(DeliveryFolder folder) throws IOException, SQLException {
    return workshop.publish(folder.write());
  }

  public Report publish(DeliveryFolder folder, Clock clock) throws IOException, SQLException {
    return workshop.publisher(clock).publish(folder.write());
  }

  /** Publishes a delivery that must not be refused. */
  public Report published(DeliveryFolder folder) throws IOException, SQLException {
    Report report = publish(folder);
    if (report.outcome() != Outcome.PUBLISHED) {
      throw new AssertionError("Not published: " + report.findings());
    }
    return report;
  }

  public Report preview(DeliveryFolder folder) throws IOException, SQLException {
    return workshop.publisher(Clock.systemUTC()).preview(folder.write());
  }

  public int municipality() {
    return workshop
        .jdbc()
        .sql("select id from record where type = 1 and key = :key")
        .param("key", key)
        .query(int.class)
        .single();
  }

  /** The keys of a table's rows in the newest state. */
  public List<String> keys(String table) {
    return column(
        """
        select k.key from %s t join record k on k.id = t.record
        where t.municipality = :municipality and t.until = 2147483647 order by 1
        """
            .formatted(table));
  }

  /** The result of a statement about the municipality, as text. */
  public List<String> column(String sql) {
    return workshop
        .jdbc()
        .sql(sql)
        .param("municipality", municipality())
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }

  public int releases() {
    return workshop
        .jdbc()
        .sql(
            """
            select count(*) from release r join record k on k.id = r.municipality
            where k.type = 1 and k.key = :key
            """)
        .param("key", key)
        .query(int.class)
        .single();
  }

  /** The findings, as place and rule. */
  public static List<String> found(Report report) {
    return report.findings().stream()
        .map(finding -> finding.place() + " " + finding.rule())
        .toList();
  }

  public static String sentence(Report report) {
    List<Finding> findings = report.findings();
    if (findings.size() != 1) {
      throw new AssertionError("Expected one finding: " + findings);
    }
    return findings.getFirst().sentence().de();
  }

  static @Nullable Integer count(Report report, String table, StepKind kind) {
    return report.counts().getOrDefault(table, Map.of()).get(kind);
  }
}
