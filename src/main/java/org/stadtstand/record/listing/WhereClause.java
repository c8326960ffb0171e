package org.stadtstand.record.listing;

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
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.sheets.SheetRow;

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
   * The same of rows in a sheet, of each kind of a list's records: what is unknown does not fit,
   * and below {@code not} what is not known to fit. None if only a statement can tell, or has to
   * refuse.
   */
  List<Predicate<SheetRow>> fits(
      ListedType<?> list, Map<String, Object> filter, SheetLists sheets) {
    List<Predicate<SheetRow>> all = new ArrayList<>();
    for (ListedType<?> kind : SheetLists.kinds(list)) {
      Predicate<SheetRow> one = fits(new SheetLists.Kind(list, kind, sheets), filter);
      if (one == null) {
        return List.of();
      }
      all.add(one);
    }
    return all;
  }

  private @Nullable Predicate<SheetRow> fits(SheetLists.Kind kind, Map<String, Object> filter) {
    Predicate<SheetRow> all = row -> true;
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      Object value = entry.getValue();
      Predicate<SheetRow> one = value == null ? row -> true : fits(kind, entry.getKey(), value);
      if (one == null) {
        return null;
      }
      all = all.and(one);
    }
    return all;
  }

  private @Nullable Predicate<SheetRow> fits(SheetLists.Kind kind, String name, Object value) {
    if (name.equals("not")) {
      Predicate<SheetRow> part = fits(kind, Filters.map(value));
      return part == null ? null : part.negate();
    }
    if (name.equals("and") || name.equals("or")) {
      List<@Nullable Predicate<SheetRow>> parts = new ArrayList<>();
      ((List<?>) value).forEach(part -> parts.add(fits(kind, Filters.map(part))));
      boolean all = name.equals("and");
      return parts.contains(null)
          ? null
          : row -> parts.stream().allMatch(part -> part.test(row) == all) == all;
    }
    FilterField field = filters.apply(kind.list()).get(name);
    if (field == null) {
      return null;
    }
    Relation<?> relation = field.relation();
    return relation == null
        ? field.fits(value, kind.slots())
        : fits(relation, Filters.map(value), kind.sheets());
  }

  private <T> @Nullable Predicate<SheetRow> fits(
      Relation<T> relation, Map<String, Object> quantifiers, SheetLists sheets) {
    SheetList<T> list = sheets.list(relation, Map.of());
    if (list == null) {
      return null;
    }
    Predicate<SheetRow> all = row -> true;
    for (Map.Entry<String, @Nullable Object> entry : quantifiers.entrySet()) {
      List<Predicate<SheetRow>> holds =
          entry.getValue() == null
              ? List.of()
              : fits(relation.child(), Filters.map(entry.getValue()), sheets);
      if (holds.isEmpty()) {
        return null;
      }
      all =
          switch (entry.getKey()) {
            case "some" -> all.and(list.having(holds, true));
            case "none" -> all.and(list.having(holds, true).negate());
            case "every" -> all.and(list.having(holds, false).negate());
            default -> throw Filters.unknown(entry.getKey());
          };
    }
    return all;
  }

  /** A condition on some, none or every one of the related records. */
  FilterField relation(Relation<?> relation) {
    FilterField quantified =
        Filters.each(
            relation.child().typeName() + "sWhere",
            (quantifier, filter, scope) -> {
              Scope inner = scope.inner();
              Condition holds = of(relation.child(), Filters.map(filter), inner);
              return switch (quantifier) {
                case "some" -> related(relation, inner, scope, holds);
                case "none" -> DSL.not(related(relation, inner, scope, holds));
                // "Is not true" counts unknown as not fulfilled; "not" would lose it.
                case "every" ->
                    DSL.not(
                        related(relation, inner, scope, DSL.condition("({0}) is not true", holds)));
                default -> throw Filters.unknown(quantifier);
              };
            });
    return quantified.following(relation);
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
