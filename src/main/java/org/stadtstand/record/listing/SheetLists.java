package org.stadtstand.record.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.sheets.Sheet;
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.sheets.SheetList.Term.Form;
import org.stadtstand.record.sheets.SheetView;
import org.stadtstand.record.sheets.SheetWalk;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.sheets.Slot;
import org.stadtstand.record.time.Pin;

/** How lists are found in sheets: those of which sheets have all columns that matter. */
final class SheetLists {

  private static final Pattern PARENT = Pattern.compile("\\{(\\w+)}\\.(\\w+)");

  /** What a row is ordered by in all states. */
  private static final Pattern OWN = Pattern.compile("\\{(t|record)}\\.\\w+");

  /** Records of one type, among those of a list. */
  record Kind(ListedType<?> list, ListedType<?> type, SheetLists sheets) {

    /** Where a sheet has what SQL stands for. */
    Function<String, @Nullable Slot> slots() {
      return sheets.slots(list, type);
    }
  }

  private final Sheets sheets;
  private final Map<ListedType<?>, Optional<SheetView>> views = new ConcurrentHashMap<>();
  private final Map<ListedType<?>, Map<String, Slot>> slots = new ConcurrentHashMap<>();
  private final Map<ListedType<?>, Map<List<OrderField>, Optional<SheetWalk<?>>>> walks =
      new ConcurrentHashMap<>();
  private final Map<Relation<?>, Map<String, Optional<SheetList<?>>>> lists =
      new ConcurrentHashMap<>();

  SheetLists(Sheets sheets) {
    this.sheets = sheets;
  }

  /** All records of a type in an order; null if a sheet has not all of them, or not the order. */
  @SuppressWarnings("unchecked")
  <T> @Nullable SheetWalk<T> walk(ListedType<T> type, List<OrderField> order) {
    return (SheetWalk<T>)
        walks
            .computeIfAbsent(type, own -> new ConcurrentHashMap<>())
            .computeIfAbsent(order, fields -> Optional.ofNullable(made(type, fields)))
            .orElse(null);
  }

  /** The records that have a text in a column at a pin; null if a sheet has no such order. */
  <T> @Nullable Set<Integer> having(
      ListedType<T> type, String column, String text, Sheet sheet, Pin pin) {
    SheetWalk<T> walk = walk(type, List.of(OrderField.text(column)));
    return walk == null ? null : walk.records(sheet, pin, text);
  }

  /** Null if the order of the list is another one in each state. */
  private <T> @Nullable SheetWalk<T> made(ListedType<T> type, List<OrderField> order) {
    var kinds = kinds(type, order, "record");
    return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.has(Form.JOINED))
        ? null
        : new SheetWalk<>(kinds);
  }

  /** The types whose records are listed. */
  static <T> Collection<ListedType<? extends T>> kinds(ListedType<T> list) {
    return list.kinds().isEmpty() ? List.of(list) : list.kinds().values();
  }

  /** How records of a type are read from sheets; null if a column of theirs is only in SQL. */
  @Nullable SheetView view(ListedType<?> type) {
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
  <T> @Nullable SheetList<T> list(Relation<T> relation, Map<String, Object> arguments) {
    String parent = relation.parent(arguments);
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
    var kinds =
        kinds(
            relation.child(),
            ListOrder.fields(relation.child()),
            pairs == null ? column.group(2) : "record");
    return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.has(Form.FOLDED))
        ? null
        : new SheetList<>(kinds, pairs == null ? null : pairs(pairs));
  }

  /**
   * The kinds of a list as a sheet has them; none if it has not all of them, or not their order.
   *
   * @param parent the column by which their rows are found
   */
  private <T> List<SheetList.Kind<? extends T>> kinds(
      ListedType<T> list, List<OrderField> order, String parent) {
    List<SheetList.Kind<? extends T>> kinds = new ArrayList<>();
    for (ListedType<? extends T> type : kinds(list)) {
      SheetView view = view(type);
      List<SheetList.Term> terms = view == null ? List.of() : terms(order, slots(list, type));
      if (view == null || terms.isEmpty()) {
        return List.of();
      }
      kinds.add(kind(type, view, own(type, parent), terms));
    }
    return kinds;
  }

  /** Where a sheet has what SQL stands for in a list, of one of its types. */
  private Function<String, @Nullable Slot> slots(ListedType<?> list, ListedType<?> type) {
    SheetView view = view(type);
    if (view == null) {
      return sql -> null;
    }
    Map<String, Slot> own =
        slots.computeIfAbsent(
            type,
            fresh -> {
              Map<String, Slot> bySql = new HashMap<>();
              fresh.columns().forEach((label, sql) -> bySql.put(sql, view.labelled(label)));
              return bySql;
            });
    return sql -> own.get(list == type ? sql : type.effective(sql));
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

  /** The order of a list, as rows of one of its types have it in a sheet; empty if they cannot. */
  private static List<SheetList.Term> terms(
      List<OrderField> fields, Function<String, @Nullable Slot> slots) {
    List<SheetList.Term> terms = new ArrayList<>();
    for (OrderField field : fields) {
      String sql = field.sql().replaceFirst("_sort$", "");
      Slot slot = slots.apply(sql);
      boolean comparable =
          Stream.of(String.class, LocalDate.class, Integer.class).anyMatch(field.type()::equals);
      if (slot == null || !comparable) {
        return List.of();
      }
      Form form =
          !sql.equals(field.sql())
              ? Form.FOLDED
              : OWN.matcher(sql).matches() ? Form.OWN : Form.JOINED;
      terms.add(new SheetList.Term(slot, field.type(), field.highest(), form));
    }
    return terms;
  }
}
