package org.stadtstand.city.publicservice;

import java.util.List;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes the assessment of each service: an assessment counts from its day until the next one,
 * whoever made it. Among several on one day the highest ordinal counts, then the one published
 * last.
 *
 * <p>Rule 2 also determines which assessments were a step back: either the answer to one of the
 * questions is worse than the last known answer (NO is less than PARTLY, PARTLY less than YES,
 * UNKNOWN is no answer), or the level is below the last one on the same scale.
 */
final class RefreshAssessment {

  private static final String WINNERS =
      """
      with winner as (
        select distinct on (e.service, e.effective_on_to)
          e.service, e.effective_on_to as day, e.effective_on_from as earliest, e.online_application, e.end_to_end,
          e.maturity_model, e.maturity_level, e.record as event,
          array_position(array['NO', 'PARTLY', 'YES'], e.online_application) as online,
          array_position(array['NO', 'PARTLY', 'YES'], e.end_to_end) as through
        from service_assessment e
        where e.service = any(array(select service from affected))
          and e.since <= :release and e.until > :release
        order by e.service, e.effective_on_to, e.ordinal desc, e.record desc
      ),
      """;

  private static final String STEPS =
      """
      compared as (
        select *, lag(event) over past as before, lead(day) over past as next,
          online < (array_agg(online) filter (where online is not null) over earlier)[
            count(online) over earlier] as less_online,
          through < (array_agg(through) filter (where through is not null) over earlier)[
            count(through) over earlier] as less_through,
          maturity_level < lag(maturity_level) over (
            partition by service, maturity_model, maturity_level is null order by day) as lower
        from winner
        window past as (partition by service order by day),
          earlier as (past rows between unbounded preceding and 1 preceding)
      ), stepped as (
        select *, coalesce(less_online, false) or coalesce(less_through, false)
            or coalesce(lower, false) as back
        from compared
      )
      select service, online_application, end_to_end, maturity_model, maturity_level, event,
        count(*) filter (where back) over past as times_downgraded,
        max(day) filter (where back) over past as downgraded_on,
        (array_agg(earliest) filter (where back) over past)[
          count(*) filter (where back) over past] as downgraded_on_earliest,
        (array_agg(event) filter (where back) over past)[
          count(*) filter (where back) over past] as downgrade,
        (array_agg(before) filter (where back) over past)[
          count(*) filter (where back) over past] as downgraded_from,
        daterange(day, next) as days
      from stepped
      window past as (partition by service order by day)
      """;

  static final PeriodRule RULE =
      new PeriodRule(
          "service_assessment_period",
          "service",
          2,
          List.of("service_assessment.service", "public_service.record"),
          List.of(
              "online_application",
              "end_to_end",
              "maturity_model",
              "maturity_level",
              "event",
              "times_downgraded",
              "downgraded_on",
              "downgraded_on_earliest",
              "downgrade",
              "downgraded_from"),
          WINNERS + STEPS);

  private RefreshAssessment() {}
}
