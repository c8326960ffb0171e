package org.stadtstand.record.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.record.sheets.Sheet;
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.sheets.SheetRow;
import org.stadtstand.record.sheets.SheetView;
import org.stadtstand.record.sheets.SheetWalk;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Reads from sheets what they hold: records, the lists below them in default order and unfiltered,
 * and lists of all records of a type; each from its beginning or end. Everything else is left to
 * statements.
 */
@Component
final class SheetReader {

  private final Sheets sheets;
  private final ListedTypes types;
  private final SheetLists lists;

  SheetReader(Sheets sheets, ListedTypes types) {
    this.sheets = sheets;
    this.types = types;
    this.lists = new SheetLists(sheets);
  }

  /** Puts what sheets hold into the map, and returns what else was asked for. */
  <T> List<Ref> read(ListedType<T> type, Collection<Ref> refs, Map<Ref, T> found) {
    List<Ref> others = new ArrayList<>();
    byPin(refs)
        .forEach(
            (pin, own) -> {
              Sheet sheet = sheets.at(pin, own.size());
              SheetView view = sheet == null ? null : lists.view(type);
              if (sheet == null || view == null) {
                others.addAll(own);
                return;
              }
              own.forEach(
                  ref -> {
                    BoundRow<T> row = held(type, sheet, view, ref);
                    if (row != null) {
                      found.put(ref, row.read());
                    }
                  });
            });
    return others;
  }

  /** The record, null if there is none, or what is given if no sheet tells. */
  <T> @Nullable Object known(ListedType<T> type, Ref ref, Object otherwise) {
    Sheet sheet = sheets.at(ref.pin());
    SheetView view = sheet == null ? null : lists.view(type);
    if (sheet == null || view == null) {
      return otherwise;
    }
    BoundRow<T> row = held(type, sheet, view, ref);
    return row == null ? null : row.read();
  }

  /** The record's row; null if no sheet holds it. */
  <T> @Nullable BoundRow<T> held(ListedType<T> type, Ref ref) {
    Sheet sheet = sheets.at(ref.pin());
    SheetView view = sheet == null ? null : lists.view(type);
    return sheet == null || view == null ? null : held(type, sheet, view, ref);
  }

  private static <T> @Nullable BoundRow<T> held(
      ListedType<T> type, Sheet sheet, SheetView view, Ref ref) {
    var row = view.row(sheet, ref.record(), ref.pin());
    return row == null ? null : type.bound(row, ref.pin());
  }

  /** The rows that lie below a parent. */
  interface Below<T> {
    @Nullable List<SheetList.Line<T>> of(Ref parent);
  }

  /** These rows; null if no sheet tells, or only by a walk through it. */
  <T> Below<T> below(Relation<T> relation, ListArguments arguments) {
    if (!arguments.isPlain()) {
      return parent -> null;
    }
    Supplier<@Nullable SheetList<T>> list =
        SingletonSupplier.ofNullable(() -> lists.list(relation, arguments.others()));
    return parent -> {
      Sheet sheet = sheets.at(parent.pin());
      SheetList<T> known = sheet == null ? null : list.get();
      return sheet == null || known == null || !known.isBelow()
          ? null
          : known.below(sheet, parent.pin(), parent.record());
    };
  }

  /** What a list of rows becomes. */
  interface Lines<T, V> {
    V of(Pin pin, List<SheetList.Line<T>> lines);
  }

  /** The same for lists of related records; a parent without any has an empty one. */
  <T, V> List<Ref> related(
      Relation<T> relation,
      Collection<Ref> parents,
      ListArguments arguments,
      Map<Ref, V> found,
      Lines<T, V> lines) {
    List<Ref> others = new ArrayList<>();
    byPin(parents)
        .forEach(
            (pin, own) -> {
              Sheet sheet = arguments.isPlain() ? sheets.at(pin, own.size()) : null;
              SheetList<T> list = sheet == null ? null : lists.list(relation, arguments.others());
              if (sheet == null || list == null) {
                others.addAll(own);
                return;
              }
              var rows = list.lines(sheet, pin, own.stream().map(Ref::record).toList());
              own.forEach(
                  ref -> found.put(ref, lines.of(pin, rows.getOrDefault(ref.record(), List.of()))));
            });
    return others;
  }

  /** The first rows of a list of all records of a type; null if no sheet tells. */
  <T> @Nullable List<SheetList.Line<T>> page(ListedType<T> type, Pin pin, ListArguments arguments) {
    return rows(type, pin, arguments, arguments.page().size() + 1);
  }

  /** How many rows such a list has; empty if no sheet tells. */
  Optional<Integer> count(ListedType<?> type, Pin pin, ListArguments arguments) {
    return Optional.ofNullable(rows(type, pin, arguments.whole(), Integer.MAX_VALUE))
        .map(List::size);
  }

  private <T> @Nullable List<SheetList.Line<T>> rows(
      ListedType<T> type, Pin pin, ListArguments arguments, int most) {
    Sheet sheet = arguments.order().size() <= 1 ? sheets.at(pin, 1) : null;
    List<OrderField> order = sheet == null ? List.of() : ListOrder.ascending(type, arguments);
    SheetWalk<T> walk = order.isEmpty() ? null : lists.walk(type, order);
    if (sheet == null || walk == null) {
      return null;
    }
    List<Predicate<SheetRow>> fits = types.where().fits(type, arguments.filter(), lists);
    if (fits.isEmpty()) {
      return null;
    }
    boolean descending = !arguments.order().isEmpty() && arguments.order().getFirst().descending();
    SheetWalk.Days days =
        order.getFirst().type() == LocalDate.class
            ? days(type, arguments.filter(), order.getFirst().sql())
            : null;
    Page page = arguments.page();
    SheetWalk.Stretch stretch =
        new SheetWalk.Stretch(
            place(order, descending ? page.before() : page.after()),
            place(order, descending ? page.after() : page.before()),
            days);
    SheetWalk.Asked asked = new SheetWalk.Asked(most, page.backward() != descending, fits, stretch);
    Set<Integer> named = named(type, arguments.filter(), sheet, pin);
    return named == null ? walk.rows(sheet, pin, asked) : walk.rows(sheet, pin, asked, named);
  }

  /**
   * The few records that a filter leaves because it names a whole text of theirs, or of a record
   * below them; null if it names none.
   */
  private @Nullable Set<Integer> named(
      ListedType<?> type, Map<String, Object> filter, Sheet sheet, Pin pin) {
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      FilterField field = types.filters(type).get(entry.getKey());
      if (field != null && entry.getValue() != null) {
        Map<String, Object> operators = Filters.map(entry.getValue());
        Relation<?> relation = field.relation();
        Set<Integer> found =
            relation != null
                ? parents(relation, operators.get("some"), sheet, pin)
                : field.wholeText() != null && operators.get("eq") instanceof String text
                    ? lists.having(type, field.wholeText(), text, sheet, pin)
                    : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Set<Integer> parents(
      Relation<?> relation, @Nullable Object filter, Sheet sheet, Pin pin) {
    Set<Integer> named =
        filter == null ? null : named(relation.child(), Filters.map(filter), sheet, pin);
    SheetList<?> list = named == null ? null : lists.list(relation, Map.of());
    return named == null || list == null ? null : list.parents(sheet, pin, named);
  }

  private static @Nullable List<Object> place(List<OrderField> order, @Nullable Cursor cursor) {
    return cursor == null ? null : ListOrder.values(order, cursor);
  }

  /** The days of a date to which a filter narrows a list. */
  private SheetWalk.Days days(ListedType<?> type, Map<String, Object> filter, String sql) {
    long first = Integer.MIN_VALUE;
    long last = Integer.MAX_VALUE;
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      FilterField field = types.filters(type).get(entry.getKey());
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

  private static Map<Pin, List<Ref>> byPin(Collection<Ref> refs) {
    return refs.stream().collect(Collectors.groupingBy(Ref::pin));
  }
}
