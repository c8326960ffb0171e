package org.stadtstand.graph.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * Derives what releases did from the rows themselves: a row holds the release that began it and the
 * one that ended it. There is no second copy that could disagree.
 */
@Component
public class RowTransitionReader {

  private static final String SPOTS =
      """
      (select {type} as type, s.release, s.record from (
        select distinct r.id as release, c.record
        from unnest({0}) r(id) cross join lateral ({scans}) c
        order by 1, 2 limit {1}) s)
      """;

  private static final String STEPS =
      """
      (select {type} as type, p.release, p.record, k.key,
        b.record is not null as was, n.record is not null as stands,
        {before}, {after}, w.kind as withdrawal, w.reason,
        b.record is null and exists (select from {table} e
          where e.record = p.record and e.until < p.release) as returned
      from unnest({releases}, {records}) p(release, record)
      join record k on k.id = p.record
      left join {table} b on b.record = p.record and b.until = p.release
      left join {table} n on n.record = p.record and n.since = p.release
      left join withdrawal w on w.record = p.record and w.release = p.release)
      """;

  // A sub-select other than EXISTS is one index look-up, whatever the planner guesses.
  private static final String COUNTED =
      """
      (select {type} as type, count(*)::int as n, c.kind from (
        select case when not bool_or(s.came) then 'WITHDRAWN' when bool_or(not s.came) then 'CHANGED'
          when (select min(b.since) from {table} b where b.record = s.record) < {0} then 'RELISTED'
          else 'ADDED' end as kind
        from (
          select record, true as came from {table} where since = {0}
          union all
          select record, false from {table} where until = {0} and until < {open}
        ) s group by s.record
      ) c group by c.kind)
      """;

  private final Statements statements;
  private final RecordTypes types;

  public RowTransitionReader(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /**
   * The first records from a position on that the releases touched, in the order of the feed.
   *
   * @param releases ids, ascending; none before the position's
   */
  public List<RecordAtRelease> spots(
      List<Integer> releases, Position from, Prefilter narrowing, int limit) {
    StringJoiner union = new StringJoiner(" union all ");
    for (RecordType type : types.all()) {
      if (narrowing.mayHold(type)) {
        union.add(spots(type, from, narrowing));
      }
    }
    if (union.length() == 0 || releases.isEmpty()) {
      return List.of();
    }
    return statements.rows(
        "select * from (" + union + ") x order by release, type, record limit {1}",
        List.of(
            releases.toArray(Integer[]::new),
            limit,
            from.release(),
            from.record(),
            narrowing.subjects().toArray(Integer[]::new)),
        RecordAtRelease::of);
  }

  private static String spots(RecordType type, Position from, Prefilter narrowing) {
    String first = "0";
    if (type.number() <= from.type()) {
      first = type.number() < from.type() ? String.valueOf(Until.OPEN) : "{3}";
    }
    String where = " and t.record >= case when r.id = {2} then " + first + " else 0 end";
    if (!narrowing.subjects().isEmpty()) {
      where += " and (" + about(type) + ")";
    }
    StringJoiner scans = new StringJoiner(" union all ");
    if (narrowing.mayBegin(type)) {
      scans.add(TransitionScans.begun(type, where));
    }
    if (narrowing.mayEnd(type)) {
      scans.add(TransitionScans.ended(type, where));
    }
    return new Template(SPOTS).with("type", type.number()).with("scans", scans).sql();
  }

  private static String about(RecordType type) {
    return RowValues.subjects(type).stream()
        .map(column -> " or t." + column.name() + " = any({4})")
        .collect(Collectors.joining("", "t.record = any({4})", ""));
  }

  /** How many records of each of these tables a release affected in which way. */
  public Map<String, Map<StepKind, Integer>> counts(int release, Collection<RecordType> touched) {
    if (touched.isEmpty()) {
      return Map.of();
    }
    String each =
        touched.stream()
            .map(
                type ->
                    new Template(COUNTED)
                        .with("type", type.number())
                        .with("table", type.table())
                        .with("open", Until.OPEN)
                        .sql())
            .collect(Collectors.joining(" union all "));
    return statements.rows(each, List.of(release), this::count).stream()
        .collect(
            Collectors.groupingBy(
                Count::table,
                TreeMap::new,
                Collectors.toMap(
                    Count::kind, Count::rows, Integer::sum, () -> new EnumMap<>(StepKind.class))));
  }

  private record Count(String table, StepKind kind, int rows) {}

  private Count count(Row row) {
    return new Count(
        types.get(row.integer("type")).table(),
        row.choice(StepKind.class, "kind"),
        row.integer("n"));
  }

  /** What happened to these records at their releases, in the given order. */
  public List<RowTransition> steps(List<RecordAtRelease> spots) {
    if (spots.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<RecordAtRelease>> byType =
        spots.stream().collect(Collectors.groupingBy(RecordAtRelease::type));
    StringJoiner union = new StringJoiner(" union all ");
    List<Object> values = new ArrayList<>();
    byType.forEach(
        (number, own) -> {
          RecordType type = types.get(number);
          union.add(
              new Template(STEPS)
                  .with("type", number)
                  .with("table", type.table())
                  .with("before", RowValues.sql(types, type, "b", "before"))
                  .with("after", RowValues.sql(types, type, "n", "after"))
                  .with("releases", "{" + values.size() + "}")
                  .with("records", "{" + (values.size() + 1) + "}")
                  .sql());
          values.add(own.stream().map(RecordAtRelease::release).toArray(Integer[]::new));
          values.add(own.stream().map(RecordAtRelease::record).toArray(Integer[]::new));
        });
    return statements.rows(
        "select * from (" + union + ") x order by release, type, record", values, this::step);
  }

  private RowTransition step(Row row) {
    RecordType type = types.get(row.integer("type"));
    RecordAtRelease spot = new RecordAtRelease(row.integer("release"), type.number(), row.record());
    RowValues before = row.bool("was") ? RowValues.of(type, row, "before") : null;
    RowValues after = row.bool("stands") ? RowValues.of(type, row, "after") : null;
    return new RowTransition(
        spot,
        spot.release() - 1,
        row.key(),
        before,
        after,
        row.bool("returned"),
        withdrawal(row, after == null));
  }

  private static @Nullable Withdrawal withdrawal(Row row, boolean gone) {
    String kind = row.textOrNull("withdrawal");
    return kind == null || !gone
        ? null
        : new Withdrawal(Withdrawal.Kind.valueOf(kind), row.textOrNull("reason"));
  }
}
