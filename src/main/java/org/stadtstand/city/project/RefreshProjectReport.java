package org.stadtstand.city.project;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes when each project was last reported on: an event of any kind counts as a report from
 * its day until the next event.
 */
final class RefreshProjectReport {

  /** The event tables, each with the column that holds the project. */
  static final List<String> EVENTS =
      Stream.concat(
              Stream.of(
                      ProjectStatusChange.TABLE,
                      ScheduleRevision.TABLE,
                      PriorityRating.TABLE,
                      CostObservation.TABLE,
                      ProjectRelation.TABLE)
                  .map(type -> type.table() + ".project"),
              Stream.of("responsibility_change.subject"))
          .toList();

  static final PeriodRule RULE =
      new PeriodRule(
          "project_report_period",
          "project",
          1,
          Stream.concat(EVENTS.stream(), Stream.of("project.record")).toList(),
          List.of(),
          """
          with reported as (
          {reported}
          )
          select project, daterange(day, lead(day) over (partition by project order by day)) as days
          from reported
          """
              .replace("{reported}", days()));

  private RefreshProjectReport() {}

  /** Yields each day once, because union removes duplicates. */
  private static String days() {
    return EVENTS.stream()
        .map(event -> event.split("\\."))
        .map(event -> days(event[0], event[1]))
        .collect(Collectors.joining("\n  union\n"));
  }

  private static String days(String table, String subject) {
    return new Template(
            """
              select e.{subject} as project, e.effective_on_to as day
              from {table} e
              where e.{subject} = any(array(select project from affected))
                and e.since <= :release and e.until > :release\
            """)
        .with("table", table)
        .with("subject", subject)
        .sql();
  }
}
