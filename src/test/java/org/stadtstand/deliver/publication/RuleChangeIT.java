package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.PeriodRule;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;

/** A changed rule applies to everything from the next release on, and never to earlier answers. */
@ExtendWith(WorkshopExtension.class)
class RuleChangeIT {

  /** Every published project is always planned, even one without a status change. */
  private static final PeriodRule NEWER =
      new PeriodRule(
          "project_status_period",
          "project",
          3,
          List.of("project_status_change.project", "project.record"),
          List.of("status", "event", "since_on", "since_on_earliest"),
          """
          select p.record as project, 'PLANNED' as status, 0 as event, date '2000-01-01' as since_on,
            date '2000-01-01' as since_on_earliest, daterange('2000-01-01', null) as days
          from affected a join project p on p.record = a.project
          where p.since <= :release and p.until > :release
          """);

  private final Workshop workshop;
  private final City city;

  RuleChangeIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void found() throws IOException, SQLException {
    city.published(city.first());
  }

  /** The same room with its rule replaced by the newer one; anonymous, so that it is not a bean. */
  private static Room withNewerRule(Room room) {
    return new Room() {
      @Override
      public List<RecordType> recordTypes() {
        return room.recordTypes();
      }

      @Override
      public List<DerivedTable> derivedTables() {
        return room.derivedTables().stream()
            .map(own -> own.table().equals(NEWER.table()) ? NEWER.derivedTable() : own)
            .toList();
      }
    };
  }

  private List<String> status(int release) {
    return city.column(
        """
        select concat_ws(' ', k.key, p.status, p.rules, p.days) from project_status_period p
        join record k on k.id = p.project
        join release r on p.known @> r.id and r.municipality = p.municipality and r.number = %d
        where p.municipality = :municipality order by 1
        """
            .formatted(release));
  }

  private void publishWithNewerRule(String attribution) throws IOException, SQLException {
    Report report =
        workshop
            .publisher(Clock.systemUTC(), RuleChangeIT::withNewerRule)
            .publish(city.next().with("attribution", attribution).write());
    assertThat(report.outcome()).isEqualTo(Report.Outcome.PUBLISHED);
  }

  @Test
  void theNextReleaseBringsTheNewRuleToAllAndLeavesTheOldAnswers()
      throws IOException, SQLException {
    List<String> before = status(1);
    assertThat(before)
        .containsExactly("p-1 PLANNED 2 [2024-01-01,)", "p-2 IN_PROGRESS 2 [2024-02-29,)");

    publishWithNewerRule("\"touches no project\"");

    assertThat(status(1)).isEqualTo(before);
    assertThat(status(2))
        .containsExactly(
            "p-1 PLANNED 3 [2000-01-01,)",
            "p-2 PLANNED 3 [2000-01-01,)",
            "p-3 PLANNED 3 [2000-01-01,)");
  }

  @Test
  void afterThatOnlyWhatIsTouchedIsLookedAt() throws IOException, SQLException {
    publishWithNewerRule("\"x\"");
    int periods = periods();
    publishWithNewerRule("\"y\"");
    assertThat(periods()).isEqualTo(periods);
    // A program with the older rule recomputes everything as well.
    city.published(city.next().with("attribution", "\"z\""));
    assertThat(status(4)).isEqualTo(status(1));
  }

  private int periods() {
    return Integer.parseInt(
        city.column("select count(*) from project_status_period where municipality = :municipality")
            .getFirst());
  }
}
