package org.stadtstand.record.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Sweep;

/**
 * The rows of whole lists, found once and then looked at together: the rows of the table {@code
 * hit}, in which {@code n} is the number of the list that a row is in, and the other columns are
 * the values asked for.
 */
public final class Hits {

  private final Scope scope;
  private final ListedType<?> type;
  private final WhereClause where;
  private final Listed listed;
  private final Map<Object, String> names = new LinkedHashMap<>();
  private final Map<String, Field<?>> columns = new LinkedHashMap<>();
  private Condition page = DSL.noCondition();
  private @Nullable Sweep sweep;

  private Hits(Scope scope, ListedType<?> type, WhereClause where, Listed listed) {
    this.scope = scope;
    this.type = type;
    this.where = where;
    this.listed = listed;
  }

  /**
   * Which rows the lists have.
   *
   * @param from built last, when all columns in use are known
   * @param there whether a row is published at the pin
   */
  private record Listed(Table<?> pins, Supplier<String> from, Condition filter, Condition there) {}

  static Hits of(
      ListedType<?> type, List<List<Pin>> lists, ListArguments arguments, WhereClause where) {
    Scope scope = Scope.outermost(arguments.language());
    Listed listed =
        new Listed(
            FromClause.lists(lists),
            () -> FromClause.text(type, scope),
            where.of(type, arguments.filter(), scope),
            FromClause.ofPins(type, scope));
    Hits hits = new Hits(scope, type, where, listed);
    hits.columns.put("n", lists.size() == 1 ? DSL.inline(1) : DSL.field("pin.n"));
    hits.sweep = Sweep.of(lists);
    return hits;
  }

  /**
   * Says that rows will be counted and nothing else: {@code w} is then how many there are of one,
   * because those of a series are found for all its days at once.
   */
  public Hits counted(boolean only) {
    sweep = only ? sweep : null;
    return this;
  }

  /** How many rows of {@code hit} there are. */
  public String count(String clause) {
    return sweep == null ? "count(*)" + clause : "coalesce(sum(w)" + clause + ", 0)::int";
  }

  static Hits of(
      Relation<?> relation, List<Ref> parents, ListArguments arguments, WhereClause where) {
    ListedType<?> type = relation.child();
    Scope scope = Scope.outermost(arguments.language());
    Listed listed =
        new Listed(
            FromClause.refs(parents),
            () -> FromClause.text(relation, scope),
            where.of(type, arguments.filter(), scope),
            FromClause.ofParent(relation, arguments, scope));
    Hits hits = new Hits(scope, type, where, listed);
    hits.columns.put("n", DSL.field("pin.n"));
    return hits;
  }

  /** The column with the value of this SQL, by which rooms declare the values of a row. */
  public String value(String sql) {
    return column(sql, () -> DSL.field(scope.sql(sql)));
  }

  /** The column that says whether a row fits a filter as well. */
  public String fits(Map<String, Object> filter) {
    return column(
        filter, () -> DSL.field(DSL.condition("({0}) is true", where.of(type, filter, scope))));
  }

  /** The column with the numbers of the related records of a row. */
  public String members(Relation<?> relation) {
    return column(
        relation,
        () -> {
          Scope inner = scope.inner();
          Condition link = DSL.condition(relation.link(Map.of(), inner, scope.alias() + ".record"));
          return DSL.field(
              "array({0})",
              DSL.select(inner.field("{t}.record", Integer.class))
                  .from(FromClause.of(relation, inner))
                  .where(FromClause.pinned(relation.child(), inner))
                  .and(link));
        });
  }

  /**
   * Leaves out what is before or after a page, and adds what is read of its rows: their numbers and
   * what they are ordered by.
   *
   * @param list the name of the list, in its cursors
   */
  ListOrder paged(String list, ListArguments arguments) {
    ListOrder ordering = ListOrder.of(type, arguments, scope);
    ordering.columns(scope).forEach(column -> columns.putIfAbsent(column.getName(), column));
    page = WhereClause.page(list, type, arguments, ordering);
    return ordering;
  }

  private String column(Object what, Supplier<Field<?>> made) {
    String known = names.get(what);
    if (known == null) {
      known = "c" + names.size();
      names.put(what, known);
      columns.put(known, made.get());
    }
    return known;
  }

  /**
   * A statement over {@code hit}.
   *
   * @param sql what follows its definition, of column names given here, and of nothing that a
   *     question contains
   * @param values for the gaps {@code {1}}, {@code {2}}, … in it
   */
  public ResultQuery<?> query(String sql, Field<?>... values) {
    List<Field<?>> selected =
        columns.entrySet().stream().<Field<?>>map(Hits::named).collect(Collectors.toList());
    Condition all = listed.filter.and(page);
    Select<?> rows = Sweep.select(selected, listed.pins, listed.from.get(), all.and(listed.there));
    if (sweep != null) {
      Condition ever = all.and(FromClause.everPublished(scope));
      rows = sweep.rows(rows, selected, FromClause.swept(type, scope), ever);
    }
    QueryPart[] gaps = Stream.concat(Stream.of(rows), Stream.of(values)).toArray(QueryPart[]::new);
    return DSL.resultQuery("with recursive hit as materialized ({0})" + sql, gaps);
  }

  private static Field<?> named(Map.Entry<String, Field<?>> column) {
    return column.getValue().as(column.getKey());
  }
}
