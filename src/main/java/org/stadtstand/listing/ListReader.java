package org.stadtstand.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Ref;

/**
 * Reads lists: a page of all records of a type, the pages of many parents at once, and their
 * counts. Each method is one statement.
 */
@Component
public class ListReader {

  private final Statements statements;

  ListReader(Statements statements) {
    this.statements = statements;
  }

  /** One page of all records of a type at the pins. */
  public <T> Slice<T> page(ListedType<T> type, List<Pin> pins, ListArguments arguments) {
    Scope scope = Scope.outermost();
    Ordering ordering = Ordering.of(type, arguments, scope);
    Condition where = paged(type, arguments, ordering, scope).and(ofPins(type, scope));
    List<Field<?>> columns = columns(type, ordering, scope);
    ResultQuery<?> query =
        DSL.select(columns)
            .from(FromClause.pins(pins))
            .crossJoin(FromClause.of(type, scope))
            .where(where)
            .orderBy(ordering.sorted())
            .limit(arguments.page().size() + 1);
    int newest = pins.stream().mapToInt(Pin::release).max().orElse(0);
    return Paging.slice(
        type,
        arguments,
        newest,
        statements.lines(query, type, ordering.size(), n -> pins.get(n - 1)));
  }

  /** How many records the whole list has. */
  public int count(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    Scope scope = Scope.outermost();
    Condition where = WhereClause.of(type, arguments.filter(), scope).and(ofPins(type, scope));
    return statements
        .counts(
            DSL.select(DSL.inline(1), DSL.count())
                .from(FromClause.pins(pins))
                .crossJoin(FromClause.of(type, scope))
                .where(where))
        .getOrDefault(1, 0);
  }

  /** One page of the related records of each parent, each exact. */
  public <T> Map<Ref, Slice<T>> pages(
      Relation<T> relation, Collection<Ref> parents, ListArguments arguments) {
    ListedType<T> type = relation.child();
    Scope scope = Scope.outermost();
    Ordering ordering = Ordering.of(type, arguments, scope);
    Condition where =
        paged(type, arguments, ordering, scope).and(ofParent(relation, arguments, scope));
    List<Field<?>> columns = columns(type, ordering, scope);
    Select<?> perParent =
        DSL.select(columns)
            .from(FromClause.of(type, scope))
            .where(where)
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
        type,
        arguments,
        refs,
        statements.lines(query, type, ordering.size(), n -> refs.get(n - 1).pin()));
  }

  private static <T> Map<Ref, Slice<T>> byParent(
      ListedType<T> type, ListArguments arguments, List<Ref> refs, List<Line<T>> lines) {
    Map<Integer, List<Line<T>>> byParent = lines.stream().collect(Collectors.groupingBy(Line::n));
    Map<Ref, Slice<T>> slices = new HashMap<>();
    for (int n = 1; n <= refs.size(); n++) {
      List<Line<T>> own = byParent.getOrDefault(n, List.of());
      Ref ref = refs.get(n - 1);
      slices.put(ref, Paging.slice(type, arguments, ref.pin().release(), own));
    }
    return slices;
  }

  /** How many related records each parent has. */
  public Map<Ref, Integer> counts(
      Relation<?> relation, Collection<Ref> parents, ListArguments arguments) {
    Scope scope = Scope.outermost();
    Condition where =
        WhereClause.of(relation.child(), arguments.filter(), scope)
            .and(ofParent(relation, arguments, scope));
    List<Ref> refs = List.copyOf(parents);
    Map<Integer, Integer> counts =
        statements.counts(
            DSL.resultQuery(
                "select pin.n, x.count from {0} cross join lateral ({1}) x",
                FromClause.refs(refs),
                DSL.select(DSL.count().as("count"))
                    .from(FromClause.of(relation.child(), scope))
                    .where(where)));
    Map<Ref, Integer> byRef = new HashMap<>();
    for (int n = 1; n <= refs.size(); n++) {
      byRef.put(refs.get(n - 1), counts.getOrDefault(n, 0));
    }
    return byRef;
  }

  private static Condition paged(
      ListedType<?> type, ListArguments arguments, Ordering ordering, Scope scope) {
    Condition where = WhereClause.of(type, arguments.filter(), scope);
    String signature = Ordering.signature(type, arguments);
    String after = arguments.page().after();
    if (after != null) {
      Cursor cursor = Cursor.decode(after).checkedFor(signature);
      where = where.and(ordering.beyond(cursor, arguments.page().backward()));
    }
    String before = arguments.page().before();
    if (before != null) {
      Cursor cursor = Cursor.decode(before).checkedFor(signature);
      where = where.and(ordering.beyond(cursor, !arguments.page().backward()));
    }
    return where;
  }

  private static Condition ofPins(ListedType<?> type, Scope scope) {
    return scope
        .condition("{t}.municipality = pin.municipality")
        .and(FromClause.pinned(type, scope));
  }

  private static Condition ofParent(Relation<?> relation, ListArguments arguments, Scope scope) {
    return FromClause.pinned(relation.child(), scope)
        .and(DSL.condition(relation.link(arguments.others(), scope, "pin.parent")));
  }

  private static List<Field<?>> columns(ListedType<?> type, Ordering ordering, Scope scope) {
    List<Field<?>> columns = new ArrayList<>(Statements.columns(type, scope));
    columns.addAll(ordering.labelled());
    return columns;
  }
}
