package org.stadtstand.publicservice;

import java.util.List;
import org.stadtstand.record.PeriodRule;

/**
 * Brings up to date how each service is rated: each assessment counts from its day to that of the
 * next one, whoever made it. Of several on a day the last by ordinal counts, then the one that was
 * published last.
 */
final class RefreshAssessment {

  static final PeriodRule RULE =
      new PeriodRule(
          "service_assessment_period",
          "service",
          1,
          List.of("service_assessment.service", "public_service.record"),
          List.of("online_application", "end_to_end", "maturity_model", "maturity_level", "event"),
          """
          with winner as (
            select distinct on (e.service, e.effective_on_to)
              e.service, e.effective_on_to as day, e.online_application, e.end_to_end,
              e.maturity_model, e.maturity_level, e.record as event
            from affected a
            join service_assessment e on e.service = a.service
            where e.since <= :release and e.until > :release
              and exists (
                select from public_service s
                where s.record = e.service and s.since <= :release and s.until > :release)
            order by e.service, e.effective_on_to, e.ordinal desc, e.record desc
          )
          select service, online_application, end_to_end, maturity_model, maturity_level, event,
            daterange(day, lead(day) over (partition by service order by day)) as days
          from winner
          """);

  private RefreshAssessment() {}
}
