package org.stadtstand.city.project;

import java.util.List;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes the priority of each project: the highest of the last ratings, one by each guideline. A
 * rating counts from its day until the next by the same guideline; among several on one day the
 * highest ordinal counts, then the one published last.
 */
final class RefreshProjectPriority {

  static final PeriodRule RULE =
      new PeriodRule(
          "project_priority_period",
          "project",
          1,
          List.of("priority_rating.project", "project.record"),
          List.of("priority"),
          """
          with winner as (
            select distinct on (e.project, e.guideline, e.effective_on_to)
              e.project, e.guideline, e.effective_on_to as day,
              array_position(array['HIGH', 'MEDIUM', 'LOW'], e.priority) as rank
            from priority_rating e
            where e.project = any(array(select project from affected))
              and e.since <= :release and e.until > :release
            order by e.project, e.guideline, e.effective_on_to, e.ordinal desc, e.record desc
          ), rating as (
            select project, rank, day,
              lead(day) over (partition by project, guideline order by day) as next
            from winner
          ), point as (
            select project, day, lead(day) over (partition by project order by day) as next
            from (select distinct project, day from winner) days
          )
          select p.project, (array['HIGH', 'MEDIUM', 'LOW'])[min(r.rank)] as priority,
            daterange(p.day, p.next) as days
          from point p
          join rating r on r.project = p.project and r.day <= p.day
            and (r.next is null or r.next > p.day)
          group by p.project, p.day, p.next
          """);

  private RefreshProjectPriority() {}
}
