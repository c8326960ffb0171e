package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.stadtstand.TestConsole;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.record.columns.ColumnCache;
import org.stadtstand.record.columns.HeldColumns;
import tools.jackson.databind.JsonNode;

/**
 * For any history, revoked releases and redactions among it, a server that counts columns in memory
 * answers in any state as one does that counts rows by statements.
 */
class RandomColumnsIT {

  private static final String ASKED =
      """
      { projects(municipality: "%1$s", knownAt: "%2$s", on: "%3$s") {
          count(filter: {status: {in: [PLANNED, IN_PROGRESS]}})
          percent(filter: {overdueDays: {gt: 0}}, of: {not: {status: {eq: COMPLETED}}})
          groups(by: [{field: STATUS}, {field: PLANNED_END, unit: MONTH}]) { rowCount nodes {
            label keys { status statusAbsent plannedEnd { value } plannedEndAbsent }
            count moved: count(filter: {timesRescheduled: {gt: 0}}) share } }
          days: groups(by: [{field: DAYS_IN_STATUS, edges: [1, 2, 30]}]) { nodes { label count } }
          facets(of: [STATUS, FOCUS_AREA, PLANNED_END]) { values { value absent label count } }
          series(from: "2025-09-01") { on count(filter: {status: {isNull: false}})
            groups(by: [{field: STATUS}]) { nodes { label count } } } }
        statusChanges(municipality: "%1$s", knownAt: "%2$s", on: "%3$s") { totalCount } }
      """;

  @Property(tries = 6, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void columnsAndRowsTellTheSame(
      @ForAll("histories") List<List<Move>> history,
      @ForAll @IntRange(min = 1, max = 20) int day,
      @ForAll @IntRange(max = 3) int project)
      throws Exception {
    new HistoryWalk(ASKED, RandomColumnsIT::hold, RandomColumnsIT::withhold)
        .compare(history, day, project);
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    return ChangingCity.histories();
  }

  /** Asks about days that are not compared until there are columns. */
  private static void hold(ChangingCity city) {
    for (int i = 0; i < 3; i++) {
      ask(city, city.release(), ChangingCity.FIRST_DAY.plusDays(200 + i));
      columns().settle();
    }
    // Of no rows none are counted.
    assertThat(HeldColumns.has(columns(), city.key) || city.now().keys("PROJECT").isEmpty())
        .as("columns, without which nothing was shown")
        .isTrue();
  }

  private static JsonNode ask(ChangingCity city, int release, LocalDate on) {
    return OwnServer.questions().ask(HistoryWalk.document(ASKED, city, release, on));
  }

  /** The columns are gone at once, and what is read afterwards does not have the day. */
  private static void withhold(ChangingCity city, String project) {
    new TestConsole(OwnServer.application()).withhold(city.key, "project", project, "planned_end");
    assertThat(HeldColumns.has(columns(), city.key)).isFalse();
    hold(city);
    JsonNode after = ask(city, city.release(), ChangingCity.FIRST_DAY);
    assertThat(after.at("/data/projects/groups/nodes").toString()).contains("WITHHELD");
  }

  private static ColumnCache columns() {
    return OwnServer.application().getBean(ColumnCache.class);
  }
}
