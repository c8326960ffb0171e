package org.stadtstand.record.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;

/**
 * How the related records of parents are found in a sheet, in their default order.
 *
 * @param kinds of the records; one, unless the list has several
 * @param pairs the rows through which they are found; null if they name their parents themselves
 */
public record SheetList<T>(List<Kind<? extends T>> kinds, @Nullable Pairs pairs) {

  /**
   * Records of one type.
   *
   * @param binding of which a record is read
   * @param parent where a row names its parent
   * @param below whether its rows lie below their parents
   */
  public record Kind<T>(
      String typeName,
      BiFunction<Row, Pin, BoundRow<T>> binding,
      SheetView view,
      Slot parent,
      boolean below,
      List<Term> order) {}

  /**
   * What the rows are ordered by, ascending.
   *
   * @param type a text, a day or an integer
   * @param missing what stands for a value that is not there
   */
  public record Term(Slot slot, Class<?> type, Object missing) {

    Comparable<?> value(SheetRow row) {
      Object value =
          type == String.class
              ? row.textOrNull(slot)
              : type == LocalDate.class ? row.dateOrNull(slot) : row.integerOrNull(slot);
      return (Comparable<?>) (value == null ? missing : value);
    }
  }

  /** Rows of a table of pairs, which name a parent and a child. */
  public record Pairs(SheetView view, Slot parent, Slot child, boolean below) {}

  /** A row that is listed, with what it is ordered by. */
  public record Line<T>(Kind<? extends T> kind, SheetRow row, List<Comparable<?>> order) {

    public int record() {
      return row.sheet().number(row.place());
    }

    public BoundRow<? extends T> bound(Pin pin) {
      return kind.binding().apply(row, pin);
    }

    /** What a cursor holds. */
    public List<String> place() {
      return order.stream().map(String::valueOf).toList();
    }
  }

  /** Whether a parent's rows are found without a walk through the sheet. */
  public boolean isBelow() {
    return pairs == null ? kinds.stream().allMatch(Kind::below) : pairs.below();
  }

  /** The rows of each parent in order; parents without rows may be missing. */
  public Map<Integer, List<Line<T>>> lines(Sheet sheet, Pin pin, Collection<Integer> parents) {
    Map<Integer, List<Line<T>>> lines = new HashMap<>();
    if (isBelow()) {
      parents.forEach(parent -> lines.put(parent, below(sheet, pin, parent)));
      return lines;
    }
    parents.forEach(parent -> lines.put(parent, new ArrayList<>()));
    each(sheet, null, pin, lines::get);
    lines.values().forEach(own -> own.sort(SheetList::compare));
    return lines;
  }

  /** The rows that lie below a parent, in order. */
  public List<Line<T>> below(Sheet sheet, Pin pin, int parent) {
    List<Line<T>> lines = new ArrayList<>();
    each(sheet, parent, pin, own -> lines);
    lines.sort(SheetList::compare);
    return lines;
  }

  /**
   * Goes through the rows below a record or, without one, through all.
   *
   * @param wanted where those of a parent are put; null if they are not asked for
   */
  private void each(
      Sheet sheet,
      @Nullable Integer subject,
      Pin pin,
      IntFunction<@Nullable List<Line<T>>> wanted) {
    for (Kind<? extends T> kind : kinds) {
      SheetView view = pairs == null ? kind.view() : pairs.view();
      Slot parent = pairs == null ? kind.parent() : pairs.parent();
      for (SheetRow row : view.rows(sheet, subject, pin)) {
        Integer number = row.integerOrNull(parent);
        List<Line<T>> own = number == null ? null : wanted.apply(number);
        if (own != null) {
          add(own, kind, pairs == null ? row : child(kind, pairs, row, pin));
        }
      }
    }
  }

  private static @Nullable SheetRow child(Kind<?> kind, Pairs pairs, SheetRow pair, Pin pin) {
    int number = Objects.requireNonNull(pair.integerOrNull(pairs.child()));
    return kind.view().row(pair.sheet(), number, pin);
  }

  private static <T> void add(List<Line<T>> lines, Kind<? extends T> kind, @Nullable SheetRow row) {
    if (row != null) {
      List<Comparable<?>> order = new ArrayList<>(kind.order().size());
      kind.order().forEach(term -> order.add(term.value(row)));
      lines.add(new Line<>(kind, row, order));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Line<?> one, Line<?> other) {
    for (int i = 0; i < one.order().size(); i++) {
      int difference = ((Comparable) one.order().get(i)).compareTo(other.order().get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
