package org.stadtstand.deliver.checks;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.ValueSeries;

/**
 * Compares new values with those they stand beside: "1.953" for 1953 is a valid number, and only
 * its neighbours show what was meant.
 */
final class SeriesCheck {

  private static final String TOUCHED =
      """
      with touched as (
        select e.{about} as subject from listed l
        cross join lateral (
          select * from {event} e where e.record = l.record and e.since = :release offset 0) e
        where l.type = {event type}
        union
        select s.record from listed l
        cross join lateral (
          select * from {subject} s where s.record = l.record and s.since = :release offset 0) s
        where l.type = {subject type}
      ),\
      """;

  // A median is not moved by a single slip among the neighbours.
  private static final String FACTORS =
      TOUCHED
          + """
           pool as (
            select s.record as subject, '{event}' as "table", t.record, '{value}' as field,
              coalesce({converted}, t.{value}) as value,
              lower(case when {converted} is null then t.{unit}
                else coalesce({subject unit}, t.{unit}) end) as unit,
              t.since = :release as fresh
            from touched x
            cross join lateral (
              select * from {subject} s
              where s.record = x.subject and s.until = {open} offset 0) s
            cross join lateral (
              select * from {event} t
              where t.{about} = x.subject and t.until = {open} and t.{value} <> 0 offset 0) t
            {scale}
          ), compared as (
            select p.*, array_agg(value) over (partition by subject, unit) as all_values
            from pool p
          )
          select p."table", k.key, p.field, trim_scale(p.value)::text as value, m.median, l.line
          from compared p join record k on k.id = p.record
          left join listed l on l.record = p.record
          cross join lateral (
            select count(*) as others, percentile_cont(0.5) within group (order by abs(o)) as median
            from unnest(array_remove(p.all_values, p.value)) o) m
          where p.fresh
            and (abs(p.value) * 1000 between m.median / 3 and m.median * 3
                and (m.others > 1 or scale(p.value) = 3)
              or abs(p.value) between m.median * 333 and m.median * 3000 and m.others > 1)
          order by l.line
          """;

  private static final String SCALE =
      """
      union all select s.record, '{subject}', s.record, '{column}', s.{column}, lower(s.{unit}),
        s.since = :release
      from touched x
      cross join lateral (
        select * from {subject} s
        where s.record = x.subject and s.until = {open} and s.{column} <> 0 offset 0) s
      """;

  /**
   * Each value beside its subject or, if that has no unit, beside the first value that has one. If
   * the subject has values but no unit, nobody knows what to convert to.
   */
  private static final String UNITS =
      TOUCHED
          + """
           pair as (
            select t.record, t.since = :release as fresh, t.{unit} as unit, s.record as subject,
              coalesce(s.{unit}, f.{unit}) as other_unit,
              case when s.{unit} is null then f.record else s.record end as other,
              s.{unit} is null and coalesce({scale}) is not null as same
            from touched x
            cross join lateral (
              select * from {subject} s
              where s.record = x.subject and s.until = {open} offset 0) s
            cross join lateral (
              select * from {event} f
              where f.{about} = x.subject and f.until = {open} and f.{unit} is not null
              order by f.record limit 1) f
            cross join lateral (
              select * from {event} t
              where t.{about} = x.subject and t.until = {open} and t.{unit} is not null offset 0) t
          )
          select case when p.fresh then '{event}' else '{subject}' end as "table",
            l.line, k.key, p.unit, o.key as other, p.other_unit
          from pair p join record k on k.id = p.record join record o on o.id = p.other
          left join listed l on l.record = case when p.fresh then p.record else p.subject end
          where l.bad is not true and (
            p.same and lower(p.unit) <> lower(p.other_unit) or {converted pair} is null)
          order by l.line, k.key
          """;

  private final Draft draft;

  SeriesCheck(Draft draft) {
    this.draft = draft;
  }

  void check(List<ValueSeries> all) {
    for (ValueSeries series : all) {
      TableSql event = draft.tables().get(series.event());
      TableSql subject = draft.tables().get(series.subject());
      boolean scaled = !series.scale().isEmpty();
      if (draft.isDelivered(event.type()) || (draft.isDelivered(subject.type()) && scaled)) {
        factors(series, event, subject);
        if (scaled) {
          units(series, event, subject);
        }
      }
    }
  }

  private void factors(ValueSeries series, TableSql event, TableSql subject) {
    String unit = series.scale().isEmpty() ? "null" : "s." + series.unit();
    String converted = Units.converted("t." + series.value(), "t." + series.unit(), unit);
    Template factors =
        new Template(FACTORS)
            .with("value", series.value())
            .with("converted", converted)
            .with("subject unit", unit)
            .with("scale", scale(series));
    draft.each(
        about(factors, series, event, subject).sql(),
        row -> {
          TableSql table = draft.tables().get(row.getString("table"));
          draft.find(
              ComparisonRule.FACTOR_OF_THOUSAND,
              draft.place(table, row.getLong("line"), row.getString("field")),
              row.getString("field"),
              row.getString("key"),
              row.getString("value"),
              row.getBigDecimal("median").stripTrailingZeros().toPlainString());
        });
  }

  private static String scale(ValueSeries series) {
    return series.scale().stream()
        .map(
            column ->
                new Template(SCALE)
                    .with("subject", series.subject())
                    .with("unit", series.unit())
                    .with("column", column)
                    .sql())
        .collect(Collectors.joining());
  }

  private void units(ValueSeries series, TableSql event, TableSql subject) {
    String scale =
        series.scale().stream().map(column -> "s." + column).collect(Collectors.joining(", "));
    Template units =
        new Template(UNITS)
            .with("scale", scale)
            .with("converted pair", Units.converted("1", "p.unit", "p.other_unit"));
    draft.each(
        about(units, series, event, subject).sql(),
        row ->
            draft.find(
                ComparisonRule.OTHER_UNIT,
                draft.place(
                    draft.tables().get(row.getString("table")), row.getLong("line"), series.unit()),
                row.getString("key"),
                row.getString("unit"),
                row.getString("other"),
                row.getString("other_unit")));
  }

  private static Template about(
      Template template, ValueSeries series, TableSql event, TableSql subject) {
    return template
        .with("event", event.name())
        .with("event type", event.type().number())
        .with("unit", series.unit())
        .with("subject", subject.name())
        .with("subject type", subject.type().number())
        .with("about", String.valueOf(event.type().subject()));
  }
}
