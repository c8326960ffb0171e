package org.stadtstand.city.strategy;

import java.util.List;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.PeriodRule;

/**
 * Refreshes what became of each target, by the rule described at {@link TargetOutcome}. A target
 * always has an outcome: its periods cover all days. Rule 2 also tells the gap in per cent of the
 * target value.
 *
 * <p>All queries but the first run target by target, on the few rows each has. Over all targets at
 * once, a planner without statistics on the new rows would compare every row with every other.
 */
final class RefreshTargetOutcome {

  /** The goal, the values in its unit, and whether each reaches it; null if that stays open. */
  private static final String SEEN =
      """
      with goal as (
        select t.record as target, t.target_value as value, t.unit,
          coalesce(t.direction, 'AT_LEAST') as direction,
          coalesce(t.due_on_to, 'infinity') as due,
          t.kind <> 'QUALITATIVE' and t.target_value is not null as measurable
        from target t
        where t.record = any(array(select target from affected))
          and t.since <= :release and t.until > :release
      )
      select g.target, j.outcome, j.basis, j.claim, j.revision, j.latest, j.gap, j.gap_unit,
        trim_scale(round(100 * j.gap / abs(nullif(g.value, 0)), 2)) as gap_percent, j.days
      from goal g
      cross join lateral (
        with compared as (
          select o.record, o.observed_on_to as day, o.ordinal, o.nature, o.qualifier,
            {value} as value, coalesce(g.unit, o.unit) as gap_unit
          from observation o
          where o.target = g.target and g.measurable and o.value is not null
            and o.since <= :release and o.until > :release
        ), seen as (
          select record, day, ordinal, nature, gap_unit, {reaches} as reaches,
            trim_scale(round(case g.direction
              when 'AT_MOST' then g.value - value
              when 'EQUALS' then -abs(value - g.value)
              else value - g.value
            end, 9)) as gap
          from compared
        ),
      """
          .replace("{value}", Units.converted("o.value", "o.unit", "g.unit"))
          .replace("{reaches}", Reach.sql("g.value", "value", "qualifier", "g.direction"));

  /** What is known besides the observations, and the days on which an outcome can change. */
  private static final String KNOWN =
      """
        said as (
          select c.said_on_to as day, c.record
          from claim c
          where c.subject = g.target and c.topic = 'TARGET_REACHED'
            and c.verdict is distinct from 'CONTRADICTED'
            and c.since <= :release and c.until > :release
        ), ended as (
          select r.effective_on_to as day, r.ordinal, r.record, r.kind
          from target_revision r
          where r.target = g.target and r.kind in ('ABANDONED', 'SUPERSEDED')
            and r.since <= :release and r.until > :release
        ), point as (
          select '-infinity'::date as day
          union select g.due + 1 where isfinite(g.due)
          union select day from seen
          union select day from said
          union select day from ended
        ), span as (
          select day, lead(day) over (order by day) as next from point
        ), observed as (
          select s.day,
            (array_agg(o.record order by o.day desc, o.ordinal desc, o.record desc)
              filter (where o.day <= g.due and o.reaches is not null))[1] as in_time,
            (array_agg(o.record order by o.day, o.ordinal, o.record)
              filter (where o.day > g.due and o.reaches and o.nature <> 'ESTIMATED'))[1] as late,
            (array_agg(o.record order by o.day desc, o.ordinal desc, o.record desc)
              filter (where o.day > g.due and not o.reaches))[1] as short_later,
            (array_agg(o.record order by o.day desc, o.ordinal desc, o.record desc)
              filter (where o.gap is not null))[1] as latest,
            max(o.day) filter (where not o.reaches) as short_on,
            max(o.day) filter (where o.reaches is null) as open_on
          from span s join seen o on o.day <= s.day
          group by s.day
        ), claimed as (
          select s.day, max(c.day) as said_on,
            (array_agg(c.record order by c.day desc, c.record desc))[1] as claim
          from span s join said c on c.day <= s.day
          group by s.day
        ), revised as (
          select distinct on (s.day) s.day, r.record as revision, r.kind
          from span s join ended r on r.day <= s.day
          order by s.day, r.day desc, r.ordinal desc, r.record desc
        ),
      """;

  /** The rule itself, case by case in the order in which it is described. */
  private static final String JUDGED =
      """
        judged as (
          select s.day, s.next, r.revision, c.claim, o.latest, o.late,
            coalesce(o.in_time, o.short_later) as last_value, i.reaches as in_time,
            case
              when r.kind is not null then r.kind
              when not g.measurable and c.claim is null then 'NOT_MEASURABLE'
              when not g.measurable then 'REACHED_UNVERIFIED'
              when i.reaches and i.nature = 'ESTIMATED' and o.late is null
                then 'REACHED_UNVERIFIED'
              when i.reaches and i.nature <> 'ESTIMATED' then 'REACHED'
              when o.late is not null then 'REACHED_LATE'
              when s.day > g.due and i.day = g.due then 'MISSED'
              when c.said_on > coalesce(o.short_on, '-infinity') then 'REACHED_UNVERIFIED'
              when s.day <= g.due then 'NOT_DUE'
              when o.open_on > coalesce(i.day, l.day) then 'DUE_UNREPORTED'
              when coalesce(i.day, l.day) is not null then 'MISSED_ON_LAST_VALUE'
              else 'DUE_UNREPORTED'
            end as outcome
          from span s
          left join observed o on o.day = s.day
          left join seen i on i.record = o.in_time
          left join seen l on l.record = o.short_later
          left join claimed c on c.day = s.day
          left join revised r on r.day = s.day
        ), based as (
          select *,
            case
              when outcome = 'REACHED_LATE' then late
              when outcome in ('REACHED', 'MISSED', 'MISSED_ON_LAST_VALUE') then last_value
              when outcome = 'REACHED_UNVERIFIED' and in_time then last_value
            end as basis
          from judged
        )
        select b.outcome, b.basis, b.latest, o.gap, o.gap_unit,
          case when b.outcome = 'REACHED_UNVERIFIED' then b.claim end as claim,
          case when b.outcome in ('ABANDONED', 'SUPERSEDED') then b.revision end as revision,
          daterange(nullif(b.day, '-infinity'), b.next) as days
        from based b
        left join seen o on o.record = coalesce(b.basis, b.latest)
      ) j
      """;

  static final PeriodRule RULE =
      new PeriodRule(
          "target_outcome_period",
          "target",
          2,
          List.of("target.record", "observation.target", "target_revision.target", "claim.subject"),
          List.of(
              "outcome", "basis", "claim", "revision", "latest", "gap", "gap_unit", "gap_percent"),
          SEEN + KNOWN + JUDGED);

  private RefreshTargetOutcome() {}
}
