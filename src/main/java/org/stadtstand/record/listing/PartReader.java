package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Reads many lists together, such as those of all parents or the rows of groups: all of them in one
 * statement, and their records in one more.
 */
@Component
public class PartReader {

  private static final String PAGES =
      """
      %1$s, placed as (
        select x.*, row_number() over (partition by x.g order by x.g%2$s) as place from part x)
      select x.g, x.record, x.kind%3$s, x.n as list, x.%4$s as city
      from placed x where x.place <= %5$d order by x.g, x.place\
      """;

  private final Statements statements;
  private final RecordReader records;
  private final WhereClause where;

  PartReader(Statements statements, RecordReader records, ListedTypes types) {
    this.statements = statements;
    this.records = records;
    this.where = types.where();
  }

  /** One page of related records for each parent, each exact. */
  <T> Map<Ref, Slice<T>> pages(Relation<T> relation, List<Ref> refs, ListArguments arguments) {
    ListedType<T> type = relation.child();
    Scope scope = Scope.outermost(arguments.language());
    ListOrder ordering = ListOrder.of(type, arguments, scope);
    Condition condition =
        where
            .paged(relation.toString(), type, arguments, ordering, scope)
            .and(FromClause.ofParent(relation, arguments, scope));
    List<Field<?>> columns = ordering.columns(scope);
    Select<?> perParent =
        DSL.select(columns)
            .from(FromClause.of(relation, scope))
            .where(condition)
            .orderBy(ordering.sorted())
            .limit(arguments.page().size() + 1);
    ResultQuery<?> query =
        DSL.resultQuery(
            "select x.* from {0} cross join lateral ({1}) x order by x.n"
                + ordering.sortedByLabel(),
            FromClause.refs(refs),
            perParent);
    List<Slice.Line> lines = statements.rows(query, row -> Slice.Line.read(row, ordering.size()));
    return byParent(relation, arguments, refs, lines);
  }

  private <T> Map<Ref, Slice<T>> byParent(
      Relation<T> relation, ListArguments arguments, List<Ref> refs, List<Slice.Line> lines) {
    Map<Integer, List<Slice.Line>> byParent =
        lines.stream().collect(Collectors.groupingBy(Slice.Line::n));
    List<Slice.Line> kept =
        byParent.values().stream()
            .flatMap(own -> Slice.cut(arguments.page(), own).stream())
            .toList();
    IntFunction<Pin> pinOf = n -> refs.get(n - 1).pin();
    Function<Slice.Line, T> nodes = records.nodes(relation.child(), kept, pinOf);
    Supplier<Cursor> begun = Cursor.of(relation.toString(), relation.child(), arguments);
    Map<Ref, Slice<T>> slices = new HashMap<>();
    for (int n = 1; n <= refs.size(); n++) {
      List<Slice.Line> own = byParent.getOrDefault(n, List.of());
      Pin pin = pinOf.apply(n);
      slices.put(
          refs.get(n - 1),
          Slice.of(
              arguments.page(),
              own,
              line -> begun.get().in(Cursor.state(pin), pin.release(), pin.day()).at(line.place()),
              line -> new Slice.Read<>(nodes.apply(line))));
    }
    return slices;
  }

  /** How many related records each parent has. */
  Map<Ref, Integer> counts(Relation<?> relation, List<Ref> refs, ListArguments arguments) {
    Scope scope = Scope.outermost(arguments.language());
    Condition condition =
        where
            .of(relation.child(), arguments.filter(), scope)
            .and(FromClause.ofParent(relation, arguments, scope));
    Map<Integer, Integer> counts =
        statements.counts(
            DSL.resultQuery(
                "select pin.n, x.count from {0} cross join lateral ({1}) x",
                FromClause.refs(refs),
                DSL.select(DSL.count().as("count"))
                    .from(FromClause.of(relation, scope))
                    .where(condition)));
    Map<Ref, Integer> byRef = new HashMap<>();
    for (int n = 1; n <= refs.size(); n++) {
      byRef.put(refs.get(n - 1), counts.getOrDefault(n, 0));
    }
    return byRef;
  }

  /** The page of each part that has rows, by its number. */
  public <T> Map<Integer, Slice<T>> pages(
      ListedType<T> type, String list, ListArguments arguments, Parts parts) {
    Hits hits = parts.hits();
    ListOrder ordering = hits.paged(list, arguments);
    String sql =
        PAGES.formatted(
            parts.sql(),
            ordering.sortedByLabel(),
            ordering.labels(),
            hits.value("{t}.municipality"),
            arguments.page().size() + 1);
    Map<Pin, Integer> pins = new LinkedHashMap<>();
    Map<Integer, List<Slice.Line>> lines = new HashMap<>();
    statements.rows(
        hits.query(sql, parts.values()),
        row -> {
          Slice.Line line = Slice.Line.read(row, ordering.size());
          Pin pin = parts.pin().of(row.getInt("list"), row.getInt("city"));
          int n = pins.computeIfAbsent(pin, one -> pins.size());
          return lines
              .computeIfAbsent(line.n(), part -> new ArrayList<>())
              .add(new Slice.Line(n, line.record(), line.kind(), line.place()));
        });
    return slices(
        type, arguments, Cursor.of(list, type, arguments), lines, List.copyOf(pins.keySet()));
  }

  private <T> Map<Integer, Slice<T>> slices(
      ListedType<T> type,
      ListArguments arguments,
      Supplier<Cursor> begun,
      Map<Integer, List<Slice.Line>> parts,
      List<Pin> pins) {
    List<Slice.Line> kept =
        parts.values().stream()
            .flatMap(lines -> Slice.cut(arguments.page(), lines).stream())
            .toList();
    Function<Slice.Line, T> nodes = records.nodes(type, kept, pins::get);
    Function<Slice.Line, Cursor> place =
        line -> {
          Pin pin = pins.get(line.n());
          String state = arguments.state().isEmpty() ? Cursor.state(pin) : arguments.state();
          return begun.get().in(state, pin.release(), pin.day()).at(line.place());
        };
    Map<Integer, Slice<T>> slices = new HashMap<>();
    parts.forEach(
        (part, lines) ->
            slices.put(
                part,
                Slice.of(
                    arguments.page(), lines, place, line -> new Slice.Read<>(nodes.apply(line)))));
    return slices;
  }

  /** How many rows each part has. */
  public Map<Integer, Integer> counts(Parts parts) {
    return statements.counts(
        parts
            .hits()
            .query(parts.sql() + " select g, count(*)::int from part group by g", parts.values()));
  }

  /**
   * Which rows are in which parts.
   *
   * @param sql defines the table {@code part}: the rows of {@code hit}, and as {@code g} the number
   *     of the part that a row is in
   * @param values of the gaps in it, from 1
   */
  public record Parts(Hits hits, String sql, Field<?>[] values, PinOf pin) {}

  /** The state in which a row is read. */
  @FunctionalInterface
  public interface PinOf {

    Pin of(int list, int municipality);
  }
}
