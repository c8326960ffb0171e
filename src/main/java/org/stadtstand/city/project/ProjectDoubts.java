package org.stadtstand.city.project;

import java.util.List;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Doubt;

/** What is probably wrong with a project, or with one of its events. */
final class ProjectDoubts {

  static final List<Doubt> ALL =
      List.of(
          Doubt.twice("project", "title_de", "title_de_sort", "1"),
          Doubt.future("project_status_change", "effective_on", "effective_on_from"),
          Doubt.future("schedule_revision", "effective_on", "effective_on_from"),
          Doubt.future("priority_rating", "effective_on", "effective_on_from"),
          Doubt.future("milestone", "done_on", "done_on_from"),
          Doubt.future(
              "cost_observation", "effective_on", "effective_on_from", "t.phase = 'SPENT'"),
          Doubt.twoValuesOfADay("project_status_change", "status", "project"),
          Doubt.twoValuesOfADay("priority_rating", "priority", "project", "guideline"),
          Doubt.twoValuesOfADay(
              "cost_observation", "amount", "project", "phase", "year", "currency"),
          backToAnIdea(),
          spentAboveApproved());

  private ProjectDoubts() {}

  /** By the order in which changes of status count, whichever of the two was delivered last. */
  private static Doubt backToAnIdea() {
    return new Doubt(
        "back-to-an-idea",
        "project_status_change",
        "status",
        """
        join lateral (
          select c.*, lag(c.status) over counted as before, lag(c.record) over counted as ended,
            lag(c.since) over counted as ended_since
          from project_status_change c where c.project = t.project and c.until = {open}
          window counted as (order by c.effective_on_to, c.ordinal, c.record)
        ) c on c.status in ('IDEA', 'PLANNED', 'PRIORITISED') and c.before in ('COMPLETED', 'MERGED')
          and (c.record = t.record or c.ended = t.record and c.since < c.ended_since)\
        """,
        List.of("c.before", "c.status"),
        new Text(
            "Nach „%s“ geht das Projekt von %s zurück zu %s.",
            "According to “%s”, the project goes back from %s to %s."));
  }

  /** Of each phase the last amount counts; without one for all years, those of the years. */
  private static Doubt spentAboveApproved() {
    return new Doubt(
        "spent-above-approved",
        "cost_observation",
        "amount",
        """
        cross join lateral (
          select max(c.amount) filter (where c.phase = 'SPENT') as spent,
            max(c.amount) filter (where c.phase = 'APPROVED') as approved
          from (
            select c.phase,
              coalesce(max(c.amount) filter (where c.year is null), sum(c.amount)) as amount from (
              select distinct on (c.phase, c.year) c.phase, c.year, c.amount
              from cost_observation c
              where c.project = t.project and c.currency = t.currency and c.until = {open}
              order by c.phase, c.year, c.effective_on_to desc, c.ordinal desc, c.record desc
            ) c group by c.phase
          ) c
        ) c
        where t.phase in ('SPENT', 'APPROVED') and c.spent > 2 * c.approved
          and not exists (
            select from cost_observation n where n.project = t.project and n.since = t.since
              and n.currency = t.currency and n.phase in ('SPENT', 'APPROVED')
              and n.record > t.record)\
        """,
        List.of("trim_scale(c.spent)", "trim_scale(c.approved)"),
        new Text(
            "Mit „%s“ sind %s ausgegeben und %s bewilligt: mehr als das Doppelte.",
            "With “%s”, %s are spent and %s approved: more than twice as much."));
  }
}
