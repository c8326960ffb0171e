package org.stadtstand.city.project;

import java.util.List;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes the status of each project: a change counts from its day until the next change. Among
 * several on one day the highest ordinal counts, then the one published last.
 *
 * <p>Rule 2 also determines since when it had been planned, by its first such change.
 */
final class RefreshProjectStatus {

  static final PeriodRule RULE =
      new PeriodRule(
          "project_status_period",
          "project",
          2,
          List.of("project_status_change.project", "project.record"),
          List.of(
              "status",
              "event",
              "since_on",
              "since_on_earliest",
              "planned_on",
              "planned_on_earliest"),
          """
          with winner as (
            select distinct on (e.project, e.effective_on_to)
              e.project, e.effective_on_to as day, e.effective_on_from as earliest,
              e.status, e.record as event
            from project_status_change e
            where e.project = any(array(select project from affected))
              and e.since <= :release and e.until > :release
            order by e.project, e.effective_on_to, e.ordinal desc, e.record desc
          ), marked as (
            select *, lead(day) over past as next,
              status is distinct from lag(status) over past as begins
            from winner
            window past as (partition by project order by day)
          )
          select project, status, event,
            max(day) filter (where begins) over past as since_on,
            (array_agg(earliest) filter (where begins) over past)[
              count(*) filter (where begins) over past] as since_on_earliest,
            min(day) filter (where status = 'PLANNED') over past as planned_on,
            (array_agg(earliest) filter (where status = 'PLANNED') over past)[1]
              as planned_on_earliest,
            daterange(day, next) as days
          from marked
          window past as (partition by project order by day)
          """);

  private RefreshProjectStatus() {}
}
