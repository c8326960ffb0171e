package org.stadtstand.deliver.checks;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.ValueSeries;

/**
 * Compares new values with those they stand beside: "1.953" for 1953 is a valid number, and only
 * its neighbours show what was meant.
 */
final class SeriesCheck {

  // A median is not moved by a single slip among the neighbours.
  private static final String FACTORS =
      """
      with touched as (
        select e.{about} as subject from listed l
        cross join lateral (
          select * from {event} e where e.record = l.record and e.since = :release offset 0) e
        union
        select s.record from listed l
        cross join lateral (
          select * from {subject} s where s.record = l.record and s.since = :release offset 0) s
      ), pool as (
        select s.record as subject, '{event}' as "table", t.record, '{value}' as field,
          t.{value} as value, lower(coalesce(t.{unit}, {subject unit})) as unit,
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
        select p.*, array_agg(value) over (partition by subject, unit) as all_values from pool p
      )
      select p."table", k.key, p.field, trim_scale(p.value)::text as value, m.median, l.line
      from compared p join record k on k.id = p.record left join listed l on l.record = p.record
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

  private static final String UNITS =
      """
      select l.line, l.key, t.{unit} as unit, k.key as subject, s.{unit} as other
      from {event} t join {listed} l on l.record = t.record
      join {subject} s on s.record = t.{about} and s.until = {open}
      join record k on k.id = s.record
      where t.since = :release and not l.bad and lower(t.{unit}) <> lower(s.{unit})
      order by l.line
      """;

  private final Draft draft;

  SeriesCheck(Draft draft) {
    this.draft = draft;
  }

  void check(List<ValueSeries> all) {
    for (ValueSeries series : all) {
      TableSql event = draft.tables().get(series.event());
      TableSql subject = draft.tables().get(series.subject());
      boolean delivered = draft.isDelivered(event.type());
      if (delivered || (draft.isDelivered(subject.type()) && !series.scale().isEmpty())) {
        factors(series, event);
      }
      if (delivered && !series.scale().isEmpty()) {
        units(series, event);
      }
    }
  }

  private void factors(ValueSeries series, TableSql event) {
    String scale =
        series.scale().stream()
            .map(
                column ->
                    new Template(SCALE)
                        .with("subject", series.subject())
                        .with("unit", series.unit())
                        .with("column", column)
                        .sql())
            .collect(Collectors.joining());
    Template factors =
        new Template(FACTORS)
            .with("value", series.value())
            .with("subject unit", scale.isEmpty() ? "null" : "s." + series.unit())
            .with("scale", scale);
    draft.each(
        about(factors, series, event).sql(),
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

  private void units(ValueSeries series, TableSql event) {
    Template units = new Template(UNITS).with("listed", event.listed());
    draft.each(
        about(units, series, event).sql(),
        row ->
            draft.find(
                ComparisonRule.OTHER_UNIT,
                draft.place(event, row.getLong("line"), series.unit()),
                row.getString("key"),
                row.getString("unit"),
                row.getString("subject"),
                row.getString("other")));
  }

  private static Template about(Template template, ValueSeries series, TableSql event) {
    return template
        .with("event", event.name())
        .with("unit", series.unit())
        .with("subject", series.subject())
        .with("about", String.valueOf(event.type().subject()));
  }
}
