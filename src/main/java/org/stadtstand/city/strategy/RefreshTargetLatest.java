package org.stadtstand.city.strategy;

import java.util.List;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes which observation of each target is the latest: an observation counts from its day
 * until the next one, even if it has no value. Among several on one day the highest ordinal counts,
 * then the one published last.
 */
final class RefreshTargetLatest {

  static final PeriodRule RULE =
      new PeriodRule(
          "target_latest_period",
          "target",
          1,
          List.of("observation.target", "target.record"),
          List.of("event", "value", "qualifier", "unit", "nature"),
          """
          with winner as (
            select distinct on (e.target, e.observed_on_to)
              e.target, e.observed_on_to as day, e.record as event,
              e.value, e.qualifier, coalesce(e.unit, t.unit) as unit, e.nature
            from target t join observation e on e.target = t.record
            where t.record = any(array(select target from affected))
              and e.since <= :release and e.until > :release
              and t.since <= :release and t.until > :release
            order by e.target, e.observed_on_to, e.ordinal desc, e.record desc
          )
          select target, event, value, qualifier, unit, nature,
            daterange(day, lead(day) over (partition by target order by day)) as days
          from winner
          """);

  private RefreshTargetLatest() {}
}
