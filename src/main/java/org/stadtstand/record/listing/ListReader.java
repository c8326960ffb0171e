package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
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
 * Reads lists: a page of all records of a type, the pages of many parents at once, and their
 * counts. Each is one statement that finds only the numbers of the page's records, so that nothing
 * is joined for rows that are filtered out, sorted away or cut off; the records come from the
 * cache, or from one more statement.
 */
@Component
public class ListReader {

  private final Statements statements;
  private final RecordReader records;
  private final WhereClause where;

  ListReader(Statements statements, RecordReader records, ListedTypes types) {
    this.statements = statements;
    this.records = records;
    this.where = types.where();
  }

  /**
   * Rejects arguments that do not make a valid statement; reads nothing.
   *
   * @param list the name of the list: its type at the root, else the relation
   */
  public void check(String list, ListedType<?> type, ListArguments arguments) {
    Scope scope = Scope.outermost();
    paged(list, type, arguments, ListOrder.of(type, arguments, scope), scope);
  }

  /** One page of all records of a type at the pins. */
  public <T> Slice<T> page(ListedType<T> type, List<Pin> pins, ListArguments arguments) {
    Scope scope = Scope.outermost();
    ListOrder ordering = ListOrder.of(type, arguments, scope);
    String list = type.typeName();
    Condition condition = paged(list, type, arguments, ordering, scope).and(ofPins(type, scope));
    List<Field<?>> columns = columns(type, ordering, scope);
    ResultQuery<?> query =
        DSL.select(columns)
            .from(FromClause.pins(pins))
            .crossJoin(FromClause.of(type, scope))
            .where(condition)
            .orderBy(ordering.sorted())
            .limit(arguments.page().size() + 1);
    int newest = pins.stream().mapToInt(Pin::release).max().orElse(0);
    IntFunction<Pin> pinOf = n -> pins.get(n - 1);
    List<ListLine> lines = lines(query, ordering);
    Function<ListLine, T> nodes = nodes(type, Slice.cut(arguments.page(), lines), pinOf);
    Cursor begun = cursor(list, type, arguments);
    return Slice.of(
        arguments.page(),
        lines,
        n -> begun.in(arguments.state(), newest, pinOf.apply(n).day()),
        nodes);
  }

  /** How many records the whole list has. */
  public int count(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    Scope scope = Scope.outermost();
    Condition condition = where.of(type, arguments.filter(), scope).and(ofPins(type, scope));
    return statements
        .counts(
            DSL.select(DSL.inline(1), DSL.count())
                .from(FromClause.pins(pins))
                .crossJoin(FromClause.of(type, scope))
                .where(condition))
        .getOrDefault(1, 0);
  }

  /** One page of related records for each parent, each exact. */
  public <T> Map<Ref, Slice<T>> pages(
      Relation<T> relation, Collection<Ref> parents, ListArguments arguments) {
    ListedType<T> type = relation.child();
    Scope scope = Scope.outermost();
    ListOrder ordering = ListOrder.of(type, arguments, scope);
    Condition condition =
        paged(relation.toString(), type, arguments, ordering, scope)
            .and(ofParent(relation, arguments, scope));
    List<Field<?>> columns = columns(type, ordering, scope);
    Select<?> perParent =
        DSL.select(columns)
            .from(FromClause.of(relation, scope))
            .where(condition)
            .orderBy(ordering.sorted())
            .limit(arguments.page().size() + 1);
    List<Ref> refs = List.copyOf(parents);
    ResultQuery<?> query =
        DSL.resultQuery(
            "select x.* from {0} cross join lateral ({1}) x order by x.n"
                + ordering.sortedByLabel(),
            FromClause.refs(refs),
            perParent);
    return byParent(
        relation,
        arguments,
        refs,
        statements.rows(query, row -> ListLine.read(row, ordering.size())));
  }

  private <T> Map<Ref, Slice<T>> byParent(
      Relation<T> relation, ListArguments arguments, List<Ref> refs, List<ListLine> lines) {
    Map<Integer, List<ListLine>> byParent =
        lines.stream().collect(Collectors.groupingBy(ListLine::n));
    List<ListLine> kept =
        byParent.values().stream()
            .flatMap(own -> Slice.cut(arguments.page(), own).stream())
            .toList();
    IntFunction<Pin> pinOf = n -> refs.get(n - 1).pin();
    Function<ListLine, T> nodes = nodes(relation.child(), kept, pinOf);
    Cursor begun = cursor(relation.toString(), relation.child(), arguments);
    Map<Ref, Slice<T>> slices = new HashMap<>();
    for (int n = 1; n <= refs.size(); n++) {
      List<ListLine> own = byParent.getOrDefault(n, List.of());
      Pin pin = pinOf.apply(n);
      Cursor list = begun.in(Cursor.state(pin), pin.release(), pin.day());
      slices.put(refs.get(n - 1), Slice.of(arguments.page(), own, row -> list, nodes));
    }
    return slices;
  }

  /** The records of all rows: cached ones, and the rest in one statement per type. */
  private List<ListLine> lines(ResultQuery<?> query, ListOrder ordering) {
    return statements.rows(query, row -> ListLine.read(row, ordering.size()));
  }

  private <T> Function<ListLine, T> nodes(
      ListedType<T> type, List<ListLine> lines, IntFunction<Pin> pinOf) {
    Map<ListLine, T> nodes = new IdentityHashMap<>(lines.size());
    Map<ListedType<? extends T>, Map<ListLine, Ref>> unknown = new HashMap<>();
    for (ListLine line : lines) {
      ListedType<? extends T> kind = type.kind(line.kind());
      Ref ref = new Ref(line.record(), pinOf.apply(line.n()));
      T kept = records.find(kind, ref);
      if (kept == null) {
        unknown.computeIfAbsent(kind, own -> new IdentityHashMap<>()).put(line, ref);
      } else {
        nodes.put(line, kept);
      }
    }
    unknown.forEach(
        (kind, refs) -> {
          Map<Ref, ? extends T> read = records.byRef(kind, Set.copyOf(refs.values()));
          refs.forEach((line, ref) -> nodes.put(line, read.get(ref)));
        });
    return line -> {
      T node = nodes.get(line);
      if (node == null) {
        throw new IllegalStateException("There is no record " + line + " of " + type.typeName());
      }
      return node;
    };
  }

  /** How many related records each parent has. */
  public Map<Ref, Integer> counts(
      Relation<?> relation, Collection<Ref> parents, ListArguments arguments) {
    Scope scope = Scope.outermost();
    Condition condition =
        where
            .of(relation.child(), arguments.filter(), scope)
            .and(ofParent(relation, arguments, scope));
    List<Ref> refs = List.copyOf(parents);
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

  private Condition paged(
      String list, ListedType<?> type, ListArguments arguments, ListOrder ordering, Scope scope) {
    Condition condition = where.of(type, arguments.filter(), scope);
    Cursor begun = cursor(list, type, arguments);
    Cursor after = arguments.page().after();
    if (after != null) {
      after.checkedFor(begun);
      condition = condition.and(ordering.beyond(after, arguments.page().backward()));
    }
    Cursor before = arguments.page().before();
    if (before != null) {
      before.checkedFor(begun);
      condition = condition.and(ordering.beyond(before, !arguments.page().backward()));
    }
    return condition;
  }

  private static Cursor cursor(String list, ListedType<?> type, ListArguments arguments) {
    return Cursor.of(list + " " + ListOrder.signature(type, arguments), arguments.filterDigest());
  }

  static Condition ofPins(ListedType<?> type, Scope scope) {
    return scope
        .condition("{t}.municipality = pin.municipality")
        .and(FromClause.pinned(type, scope));
  }

  static Condition ofParent(Relation<?> relation, ListArguments arguments, Scope scope) {
    return FromClause.pinned(relation.child(), scope)
        .and(DSL.condition(relation.link(arguments.others(), scope, "pin.parent")));
  }

  private static List<Field<?>> columns(ListedType<?> type, ListOrder ordering, Scope scope) {
    List<Field<?>> columns = new ArrayList<>(List.of(DSL.field("pin.n").as("n")));
    columns.add(scope.field("{t}.record", Integer.class).as("record"));
    columns.add(scope.field(type.kindSql(), String.class).as("kind"));
    columns.addAll(ordering.labelled());
    return columns;
  }
}
