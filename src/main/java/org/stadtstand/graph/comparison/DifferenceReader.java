package org.stadtstand.graph.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.TransitionScans;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Reads how two states differ: both states' rows of the records that a release in between touched.
 * Untouched records are not looked at.
 */
@Component
class DifferenceReader {

  private static final int ALL = Integer.MAX_VALUE;

  private static final String TOUCHED =
      """
      (select {type} as type, s.record from (
        select distinct c.record
        from unnest({0}) r(id) cross join lateral ({scans}) c order by 1 limit {1}) s)
      """;

  private static final String STATES =
      """
      (select {type} as type, p.record, k.key, b.record is not null as was,
        n.record is not null as stands, {before}, {after}
      from unnest({records}) p(record)
      join record k on k.id = p.record
      left join {table} b on b.record = p.record and b.since <= {0} and b.until > {0}
      left join {table} n on n.record = p.record and n.since <= {1} and n.until > {1})
      """;

  private static final String COUNTED =
      """
      (select {type} as type,
        count(*) filter (where b.record is null and n.record is not null) as added,
        count(*) filter (where b.record is not null and n.record is null) as withdrawn,
        count(*) filter (where b.record is not null and n.record is not null
          and ({before}) is distinct from ({after})) as changed
      from (select distinct c.record from unnest({0}) r(id) cross join lateral ({scans}) c) p
      left join {table} b on b.record = p.record and b.since <= {2} and b.until > {2}
      left join {table} n on n.record = p.record and n.since <= {3} and n.until > {3})
      """;

  private final Statements statements;
  private final RecordTypes types;

  DifferenceReader(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /** The first touched records after the position, ordered by type and number. */
  List<RecordAtRelease> touched(
      ReleaseRange span, Position after, Collection<RecordType> asked, int limit) {
    StringJoiner union = new StringJoiner(" union all ");
    for (RecordType type : asked) {
      if (type.number() >= after.type()) {
        String where = type.number() == after.type() ? " and t.record > {2}" : "";
        union.add(
            new Template(TOUCHED)
                .with("type", type.number())
                .with("scans", TransitionScans.both(type, where))
                .sql());
      }
    }
    if (union.length() == 0 || span.between().isEmpty()) {
      return List.of();
    }
    return statements.rows(
        "select * from (" + union + ") x order by type, record limit {1}",
        List.of(span.releases(), limit, after.record()),
        row -> new RecordAtRelease(span.toId(), row.integer("type"), row.record()));
  }

  /** Both states' rows of the records that differ. */
  List<RowTransition> differing(ReleaseRange span, List<RecordAtRelease> touched) {
    if (touched.isEmpty()) {
      return List.of();
    }
    StringJoiner union = new StringJoiner(" union all ");
    List<Object> values = new ArrayList<>(List.of(span.fromId(), span.toId()));
    Map<Integer, List<RecordAtRelease>> byType =
        touched.stream().collect(Collectors.groupingBy(RecordAtRelease::type));
    byType.forEach(
        (number, own) -> {
          RecordType type = types.get(number);
          union.add(
              new Template(STATES)
                  .with("type", number)
                  .with("table", type.table())
                  .with("before", RowValues.sql(types, type, "b", "before"))
                  .with("after", RowValues.sql(types, type, "n", "after"))
                  .with("records", "{" + values.size() + "}")
                  .sql());
          values.add(own.stream().map(RecordAtRelease::record).toArray(Integer[]::new));
        });
    return statements
        .rows(
            "select * from (" + union + ") x where was or stands order by type, record",
            values,
            row -> step(span, row))
        .stream()
        .filter(step -> !step.isChange() || !step.differing().isEmpty())
        .toList();
  }

  private RowTransition step(ReleaseRange span, Row row) {
    RecordType type = types.get(row.integer("type"));
    return new RowTransition(
        new RecordAtRelease(span.toId(), type.number(), row.record()),
        span.fromId(),
        row.key(),
        row.bool("was") ? RowValues.of(type, row, "before") : null,
        row.bool("stands") ? RowValues.of(type, row, "after") : null,
        false,
        null);
  }

  /** How many records of each type differ; types without any are omitted. */
  List<DifferenceCount> counts(ReleaseRange span, Collection<RecordType> asked) {
    if (span.between().isEmpty() || asked.isEmpty()) {
      return List.of();
    }
    String union =
        asked.stream()
            .map(
                type ->
                    new Template(COUNTED)
                        .with("type", type.number())
                        .with("table", type.table())
                        .with("before", stored(type, "b"))
                        .with("after", stored(type, "n"))
                        .with("scans", TransitionScans.both(type, ""))
                        .sql())
            .collect(Collectors.joining(" union all "));
    return statements
        .rows(
            union + " order by type",
            List.of(span.releases(), ALL, span.fromId(), span.toId()),
            row ->
                new DifferenceCount(
                    types.get(row.integer("type")),
                    row.integer("added"),
                    row.integer("withdrawn"),
                    row.integer("changed")))
        .stream()
        .filter(DifferenceCount::isAny)
        .toList();
  }

  private static String stored(RecordType type, String alias) {
    return type.columns().stream()
        .flatMap(column -> column.stored().stream())
        .map(name -> alias + "." + name)
        .collect(Collectors.joining(", "));
  }
}
