package org.stadtstand.city.project;

import java.util.List;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes how often and how far the end of each project has been moved. The first planned end is
 * the one the first announced move started from, or the project's own if no move was announced; the
 * slippage is the project's planned end less that. A move from no date to a first one is no delay.
 *
 * <p>Each project starts with a line before all moves, so that one pass over the lines is enough.
 */
final class RefreshProjectSchedule {

  static final PeriodRule RULE =
      new PeriodRule(
          "project_schedule_period",
          "project",
          1,
          List.of("schedule_revision.project", "project.record"),
          List.of(
              "first_planned_end",
              "first_planned_end_earliest",
              "times_rescheduled",
              "slippage_days",
              "event"),
          """
          with planned as (
            select p.record as project, p.planned_end_to as planned_end,
              p.planned_end_from as planned_end_earliest
            from project p
            where p.record = any(array(select project from affected))
              and p.since <= :release and p.until > :release
          ), move as (
            select project, planned_end, planned_end_earliest, null::date as day,
              null::int as ordinal, null::int as event, null::date as old_end,
              null::date as named_end, null::date as named_end_earliest
            from planned
            union all
            select p.project, p.planned_end, p.planned_end_earliest, e.effective_on_to, e.ordinal,
              e.record, e.old_on_to, coalesce(e.old_on_to, e.new_on_to),
              coalesce(e.old_on_from, e.new_on_from)
            from planned p
            join schedule_revision e on e.project = p.project
            where e.field = 'PLANNED_END' and e.since <= :release and e.until > :release
          ), counted as (
            select project, planned_end, day, event,
              lead(day) over past as next,
              case when day is null then planned_end else nth_value(named_end, 2) over past end
                as first_planned_end,
              case when day is null then planned_end_earliest
                else nth_value(named_end_earliest, 2) over past end as first_planned_end_earliest,
              count(old_end) over past as times_rescheduled
            from move
            window past as (partition by project order by day nulls first, ordinal, event)
          )
          select project, first_planned_end, first_planned_end_earliest, times_rescheduled,
            planned_end - first_planned_end as slippage_days, event, daterange(day, next) as days
          from counted
          where event is null or day is distinct from next
          """);

  private RefreshProjectSchedule() {}
}
