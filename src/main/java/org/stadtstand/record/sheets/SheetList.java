package org.stadtstand.record.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
   * @param reader makes a record of a row
   * @param parent where a row names its parent
   * @param below whether its rows lie below their parents
   */
  public record Kind<T>(
      BiFunction<Row, Pin, T> reader,
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

    public T read(Pin pin) {
      return kind.reader().apply(row, pin);
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

  /** The rows of each parent in order; parents without rows are missing. */
  public Map<Integer, List<Line<T>>> lines(Sheet sheet, Pin pin, Collection<Integer> parents) {
    Map<Integer, List<Line<T>>> lines = new HashMap<>();
    for (Kind<? extends T> kind : kinds) {
      if (pairs == null) {
        each(kind.view(), kind.parent(), kind.below(), sheet, pin, parents)
            .forEach((parent, rows) -> rows.forEach(row -> add(lines, parent, kind, row)));
      } else {
        each(pairs.view(), pairs.parent(), pairs.below(), sheet, pin, parents)
            .forEach(
                (parent, rows) ->
                    rows.forEach(
                        row ->
                            add(
                                lines,
                                parent,
                                kind,
                                kind.view()
                                    .row(
                                        sheet,
                                        Objects.requireNonNull(row.integerOrNull(pairs.child())),
                                        pin))));
      }
    }
    lines.values().forEach(own -> own.sort(SheetList::compare));
    return lines;
  }

  private static Map<Integer, List<SheetRow>> each(
      SheetView view,
      Slot parent,
      boolean below,
      Sheet sheet,
      Pin pin,
      Collection<Integer> parents) {
    Map<Integer, List<SheetRow>> rows = new HashMap<>();
    if (below) {
      parents.forEach(number -> rows.put(number, view.rows(sheet, number, pin)));
      return rows;
    }
    parents.forEach(number -> rows.put(number, new ArrayList<>()));
    for (SheetRow row : view.rows(sheet, null, pin)) {
      Integer number = row.integerOrNull(parent);
      List<SheetRow> own = number == null ? null : rows.get(number);
      if (own != null) {
        own.add(row);
      }
    }
    return rows;
  }

  private void add(
      Map<Integer, List<Line<T>>> lines,
      Integer parent,
      Kind<? extends T> kind,
      @Nullable SheetRow row) {
    if (row != null) {
      List<Comparable<?>> order = new ArrayList<>(kind.order().size());
      kind.order().forEach(term -> order.add(term.value(row)));
      lines.computeIfAbsent(parent, own -> new ArrayList<>()).add(new Line<>(kind, row, order));
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
