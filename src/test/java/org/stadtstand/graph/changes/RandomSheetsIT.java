package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.TestConsole;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;
import tools.jackson.databind.JsonNode;

/**
 * For any history, revoked releases and redactions among it, a server that reads sheets answers in
 * any state as one does that reads rows.
 */
class RandomSheetsIT {

  private static final String ASKED =
      """
      { projects(municipality: "%1$s", knownAt: "%2$s", on: "%3$s") { totalCount nodes {
          id key title withheld status statusSince daysInStatus plannedEnd overdueDays
          firstPlannedEnd slippageDays timesRescheduled daysSinceLastReport municipality { name }
          statusChanges(first: 2) { totalCount edges { cursor node { id key status effectiveOn } } }
          history(last: 2) { nodes { key eventKind ordinal project: subject { key } }
            pageInfo { hasPreviousPage startCursor } }
          focusArea { key } services { totalCount } citation
        } }
        statusHistory(municipality: "%1$s", knownAt: "%2$s", on: "%3$s", last: 3) {
          nodes { key subject { key title } } }
        dataset(municipality: "%1$s", knownAt: "%2$s", on: "%3$s") { warnings } }
      """;

  @Property(tries = 8, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void sheetsAndRowsTellTheSame(
      @ForAll("histories") List<List<Move>> history,
      @ForAll @IntRange(min = 1, max = 20) int day,
      @ForAll @IntRange(max = 3) int project)
      throws Exception {
    new HistoryWalk(ASKED, RandomSheetsIT::read, RandomSheetsIT::withhold)
        .compare(history, day, project);
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    return ChangingCity.histories();
  }

  private static void read(ChangingCity city) {
    LocalDate day = ChangingCity.FIRST_DAY;
    OwnServer.questions().data(HistoryWalk.document(ASKED, city, city.release(), day));
    assertThat(sheets().at(now(city))).as("a sheet, without which nothing was shown").isNotNull();
  }

  /** The sheet is gone at once, and what is read afterwards does not have the title. */
  private static void withhold(ChangingCity city, String project) {
    new TestConsole(OwnServer.application()).withhold(city.key, "project", project, "title_de");
    assertThat(sheets().at(now(city))).isNull();
    JsonNode after =
        OwnServer.questions()
            .data(ASKED.formatted(city.key, OwnServer.today(), ChangingCity.FIRST_DAY));
    for (JsonNode node : after.at("/projects/nodes")) {
      assertThat(node.get("title").asString().equals("[zurückgehalten]"))
          .isEqualTo(node.get("key").asString().equals(project));
    }
  }

  /** Without one, each sheet would read the rows of all municipalities. */
  @Example
  void eachTableOfASheetHasAnIndexByMunicipality() {
    var application = OwnServer.application();
    Stream<String> published =
        application.getBean(RecordTypes.class).all().stream().map(RecordType::table);
    Stream<String> derived =
        application.getBeansOfType(Room.class).values().stream()
            .flatMap(room -> room.derivedTables().stream())
            .map(DerivedTable::table);
    List<String> indexed =
        application
            .getBean(JdbcClient.class)
            .sql("select tablename from pg_indexes where indexdef like '%(municipality%'")
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(Stream.concat(published, derived)).hasSizeGreaterThan(30).isSubsetOf(indexed);
  }

  private static Pin now(ChangingCity city) {
    return OwnServer.application()
        .getBean(ReleaseDirectory.class)
        .present()
        .pin(new StateRequest(city.key, null));
  }

  private static Sheets sheets() {
    return OwnServer.application().getBean(Sheets.class);
  }
}
