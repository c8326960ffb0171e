package org.stadtstand.record.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.sheets.SheetRow;
import org.stadtstand.record.sheets.SheetWalk;
import org.stadtstand.record.sheets.Slot;

/** A filter as a condition: fields, and, or, not; read from the raw map so nothing is ignored. */
final class WhereClause {

  /** No name of the API, so that no caller can use it. */
  static final String UNDECIDED = "?";

  private final Function<ListedType<?>, Map<String, FilterField>> filters;

  WhereClause(Function<ListedType<?>, Map<String, FilterField>> filters) {
    this.filters = filters;
  }

  Condition of(ListedType<?> type, Map<String, Object> filter, Scope scope) {
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      if (entry.getValue() != null) {
        all.add(condition(type, entry.getKey(), entry.getValue(), scope));
      }
    }
    return all(all);
  }

  /** True if there are none; jOOQ's "no condition" would vanish from an "or" instead. */
  static Condition all(List<Condition> conditions) {
    return conditions.isEmpty() ? DSL.trueCondition() : DSL.and(conditions);
  }

  /** False if there are none. */
  static Condition any(List<Condition> conditions) {
    return conditions.isEmpty() ? DSL.falseCondition() : DSL.or(conditions);
  }

  private Condition condition(ListedType<?> type, String name, Object value, Scope scope) {
    return switch (name) {
      case "and" -> all(parts(type, value, scope));
      case "or" -> any(parts(type, value, scope));
      case "not" ->
          // Not "not": if it is unknown whether a row matches, it does not match.
          DSL.condition(
              scope.isUndecided() ? "not ({0})" : "({0}) is not true",
              of(type, Filters.map(value), scope));
      case UNDECIDED ->
          DSL.condition("({0}) is null", of(type, Filters.map(value), scope.undecided()));
      default -> {
        FilterField field = filters.apply(type).get(name);
        if (field == null) {
          throw Filters.unknown(name);
        }
        yield field.condition(value, scope);
      }
    };
  }

  private List<Condition> parts(ListedType<?> type, Object value, Scope scope) {
    return ((List<?>) value).stream().map(part -> of(type, Filters.map(part), scope)).toList();
  }

  /**
   * The same of rows in a sheet: what is unknown does not fit, and below {@code not} what is not
   * known to fit. Null if only a statement can tell, or has to refuse.
   */
  @Nullable Predicate<SheetRow> fits(
      ListedType<?> type, Map<String, Object> filter, Function<String, @Nullable Slot> slots) {
    Predicate<SheetRow> all = row -> true;
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      if (entry.getValue() != null) {
        Predicate<SheetRow> one = fits(type, entry.getKey(), entry.getValue(), slots);
        if (one == null) {
          return null;
        }
        all = all.and(one);
      }
    }
    return all;
  }

  private @Nullable Predicate<SheetRow> fits(
      ListedType<?> type, String name, Object value, Function<String, @Nullable Slot> slots) {
    if (name.equals("not")) {
      Predicate<SheetRow> part = fits(type, Filters.map(value), slots);
      return part == null ? null : part.negate();
    }
    if (name.equals("and") || name.equals("or")) {
      List<@Nullable Predicate<SheetRow>> parts = new ArrayList<>();
      ((List<?>) value).forEach(part -> parts.add(fits(type, Filters.map(part), slots)));
      boolean all = name.equals("and");
      return parts.contains(null)
          ? null
          : row -> parts.stream().allMatch(part -> part.test(row) == all) == all;
    }
    FilterField field = filters.apply(type).get(name);
    return field == null ? null : field.fits(value, slots);
  }

  /** The days of a date to which a filter narrows a list. */
  SheetWalk.Days days(ListedType<?> type, Map<String, Object> filter, String sql) {
    long first = Integer.MIN_VALUE;
    long last = Integer.MAX_VALUE;
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      FilterField field = filters.apply(type).get(entry.getKey());
      FilterField.Compared compared = field == null ? null : field.compared();
      if (compared != null && compared.sql().equals(sql) && entry.getValue() != null) {
        for (Map.Entry<String, @Nullable Object> bound : Filters.map(entry.getValue()).entrySet()) {
          if (bound.getValue() instanceof LocalDate day) {
            first = bound.getKey().startsWith("g") ? Math.max(first, day.toEpochDay()) : first;
            last = bound.getKey().startsWith("l") ? Math.min(last, day.toEpochDay()) : last;
          }
        }
      }
    }
    return new SheetWalk.Days(first, last);
  }

  /** A condition on some, none or every one of the related records. */
  FilterField relation(Relation<?> relation) {
    return Filters.each(
        relation.child().typeName() + "sWhere",
        (quantifier, filter, scope) -> {
          Scope inner = scope.inner();
          Condition holds = of(relation.child(), Filters.map(filter), inner);
          return switch (quantifier) {
            case "some" -> related(relation, inner, scope, holds);
            case "none" -> DSL.not(related(relation, inner, scope, holds));
            // "Is not true" counts unknown as not fulfilled; "not" would lose it.
            case "every" ->
                DSL.not(related(relation, inner, scope, DSL.condition("({0}) is not true", holds)));
            default -> throw Filters.unknown(quantifier);
          };
        });
  }

  private static Condition related(
      Relation<?> relation, Scope inner, Scope outer, Condition condition) {
    String link = relation.link(Map.of(), inner, outer.alias() + ".record");
    Table<?> from = FromClause.of(relation, inner);
    return exists(relation.child(), from, inner, outer, DSL.condition(link).and(condition));
  }

  /** A condition on the record that a column names. */
  FilterField owner(ListedType<?> owner, Column column) {
    return new FilterField(
        owner.typeName() + "Filter",
        (filter, scope) -> {
          Scope inner = scope.inner();
          Condition holds = of(owner, Filters.map(filter), inner);
          Condition named =
              inner
                  .field("{t}.record", Integer.class)
                  .eq(scope.field("{t}." + column.name(), Integer.class));
          return exists(owner, FromClause.of(owner, inner), inner, scope, named.and(holds));
        },
        null);
  }

  private static Condition exists(
      ListedType<?> type, Table<?> from, Scope inner, Scope outer, Condition condition) {
    return DSL.exists(
        DSL.selectOne()
            .from(from)
            .where(FromClause.pinned(type, inner))
            .and(Filters.municipality(inner).eq(Filters.municipality(outer)))
            .and(condition));
  }

  /**
   * The same for a page of a list, which may begin or end at a cursor.
   *
   * @param list the name of the list: its type at the root, else the relation
   */
  Condition paged(
      String list, ListedType<?> type, ListArguments arguments, ListOrder ordering, Scope scope) {
    return of(type, arguments.filter(), scope).and(page(list, type, arguments, ordering));
  }

  /**
   * That the record of the cursor at which a page begins still stands there: what is withheld has
   * another place than before.
   */
  static Condition begun(ListedType<?> type, ListArguments arguments, Scope scope) {
    Cursor near = arguments.page().near();
    if (near == null) {
      return DSL.noCondition();
    }
    Scope inner = scope.inner();
    Condition at = ListOrder.of(type, arguments, inner).at(near);
    return exists(type, FromClause.of(type, inner), inner, scope, at);
  }

  /** Where a page begins or ends at a cursor. */
  static Condition page(
      String list, ListedType<?> type, ListArguments arguments, ListOrder ordering) {
    Condition condition = DSL.noCondition();
    Supplier<Cursor> begun = Cursor.of(list, type, arguments);
    Cursor after = arguments.page().after();
    if (after != null) {
      after.checkedFor(begun.get());
      condition = condition.and(ordering.beyond(after, arguments.page().backward()));
    }
    Cursor before = arguments.page().before();
    if (before != null) {
      before.checkedFor(begun.get());
      condition = condition.and(ordering.beyond(before, !arguments.page().backward()));
    }
    return condition;
  }
}
