package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.sheets.Sheet;
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.sheets.SheetView;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Reads from sheets what they hold: records, and the lists below them in default order, unfiltered
 * and from their beginning or end. Everything else is left to statements.
 */
@Component
final class SheetReader {

  private static final Pattern PARENT = Pattern.compile("\\{(\\w+)}\\.(\\w+)");

  private final Sheets sheets;
  private final Map<ListedType<?>, Optional<SheetView>> views = new ConcurrentHashMap<>();
  private final Map<Relation<?>, Map<String, Optional<SheetList<?>>>> lists =
      new ConcurrentHashMap<>();

  SheetReader(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Puts what sheets hold into the map, and returns what else was asked for. */
  <T> List<Ref> read(ListedType<T> type, Collection<Ref> refs, Map<Ref, T> found) {
    List<Ref> others = new ArrayList<>();
    byPin(refs)
        .forEach(
            (pin, own) -> {
              Sheet sheet = sheets.at(pin, own.size());
              SheetView view = sheet == null ? null : view(type);
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
    SheetView view = sheet == null ? null : view(type);
    if (sheet == null || view == null) {
      return otherwise;
    }
    BoundRow<T> row = held(type, sheet, view, ref);
    return row == null ? null : row.read();
  }

  /** The record's row; null if no sheet holds it. */
  <T> @Nullable BoundRow<T> held(ListedType<T> type, Ref ref) {
    Sheet sheet = sheets.at(ref.pin());
    SheetView view = sheet == null ? null : view(type);
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
    if (!isPlain(arguments)) {
      return parent -> null;
    }
    Supplier<@Nullable SheetList<T>> list =
        SingletonSupplier.ofNullable(() -> list(relation, arguments));
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
              Sheet sheet = isPlain(arguments) ? sheets.at(pin, own.size()) : null;
              SheetList<T> list = sheet == null ? null : list(relation, arguments);
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

  private static Map<Pin, List<Ref>> byPin(Collection<Ref> refs) {
    return refs.stream().collect(Collectors.groupingBy(Ref::pin));
  }

  private static boolean isPlain(ListArguments arguments) {
    return arguments.filter().isEmpty()
        && arguments.order().isEmpty()
        && arguments.page().cursor() == null;
  }

  private @Nullable SheetView view(ListedType<?> type) {
    return views
        .computeIfAbsent(
            type,
            own ->
                Optional.ofNullable(ListedTypes.values(own))
                    .map(values -> sheets.view(table(own), own.rows(), values)))
        .orElse(null);
  }

  private static String table(ListedType<?> type) {
    return Objects.requireNonNull(type.recordType()).table();
  }

  /** Null if the relation is not one that a sheet can follow. */
  @SuppressWarnings("unchecked")
  private <T> @Nullable SheetList<T> list(Relation<T> relation, ListArguments arguments) {
    String parent = relation.parent(arguments.others());
    return parent == null
        ? null
        : (SheetList<T>)
            lists
                .computeIfAbsent(relation, own -> new ConcurrentHashMap<>())
                .computeIfAbsent(parent, column -> Optional.ofNullable(made(relation, column)))
                .orElse(null);
  }

  private <T> @Nullable SheetList<T> made(Relation<T> relation, String parent) {
    Matcher column = PARENT.matcher(parent);
    if (!column.matches()) {
      return null;
    }
    Relation.Pairs pairs = relation.pairs();
    Collection<ListedType<? extends T>> types =
        relation.child().kinds().isEmpty()
            ? List.of(relation.child())
            : relation.child().kinds().values();
    List<SheetList.Kind<? extends T>> kinds = new ArrayList<>();
    for (ListedType<? extends T> type : types) {
      SheetView view = view(type);
      List<SheetList.Term> order =
          view == null ? List.of() : ListOrder.terms(relation.child(), type, view);
      if (view == null || order.isEmpty()) {
        return null;
      }
      kinds.add(kind(type, view, pairs == null ? own(type, column.group(2)) : "record", order));
    }
    return new SheetList<>(kinds, pairs == null ? null : pairs(pairs));
  }

  /** In a list of several kinds, each has its own column for the subject. */
  private static String own(ListedType<?> type, String column) {
    RecordType table = Objects.requireNonNull(type.recordType());
    return column.equals("subject") && table.subject() != null ? table.subject() : column;
  }

  private static <T> SheetList.Kind<T> kind(
      ListedType<T> type, SheetView view, String parent, List<SheetList.Term> order) {
    return new SheetList.Kind<>(
        type.typeName(),
        type::bound,
        view,
        view.slot(Formula.cell("t", parent)),
        view.isBelow(parent),
        order);
  }

  private SheetList.Pairs pairs(Relation.Pairs pairs) {
    SheetView view = sheets.view(pairs.table(), Map.of(), Map.of());
    return new SheetList.Pairs(
        view,
        view.slot(Formula.cell("t", pairs.parent())),
        view.slot(Formula.cell("t", pairs.child())),
        view.isBelow(pairs.parent()));
  }
}
