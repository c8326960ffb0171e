package org.stadtstand.record.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.SortKey;
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
      List<Term> order) {

    /** What a row is ordered by. */
    List<Object> order(SheetRow row) {
      List<Object> values = new ArrayList<>(order.size());
      for (Term term : order) {
        values.add(term.value(row));
      }
      return values;
    }

    /** Whether a part of the order is of this form. */
    public boolean has(Term.Form form) {
      return order.stream().anyMatch(term -> term.form() == form);
    }
  }

  /**
   * What the rows are ordered by, ascending.
   *
   * @param type a text, a day or an integer
   * @param missing what stands for a value that is not there
   * @param form whether the value, and which form of it, is the row's own, whatever the state
   */
  public record Term(Slot slot, Class<?> type, Object missing, Form form) {

    /** What a row is ordered by. */
    public enum Form {
      /** A value that is the row's own, in all states. */
      OWN,
      /** The same of a text without case and accents. */
      FOLDED,
      /** A value of another row, or of the day. */
      JOINED
    }

    boolean isDay() {
      return type == LocalDate.class;
    }

    private Object value(SheetRow row) {
      Object value =
          type == String.class
              ? text(row)
              : isDay() ? row.dateOrNull(slot) : row.integerOrNull(slot);
      return value == null ? missing : value;
    }

    private @Nullable String text(SheetRow row) {
      String text = row.textOrNull(slot);
      return text == null || form != Form.FOLDED ? text : SortKey.of(text);
    }
  }

  /** Rows of a table of pairs, which name a parent and a child. */
  public record Pairs(SheetView view, Slot parent, Slot child, boolean below) {}

  /** A row that is listed, with what it is ordered by. */
  public static final class Line<T> {

    static final Comparator<Line<?>> IN_ORDER =
        (one, other) -> SheetOrder.compare(one.order(), other.order());

    private final Kind<? extends T> kind;
    private final SheetRow row;
    private @Nullable List<Object> order;

    Line(Kind<? extends T> kind, SheetRow row) {
      this.kind = kind;
      this.row = row;
    }

    public Kind<? extends T> kind() {
      return kind;
    }

    public int record() {
      return row.record();
    }

    public BoundRow<? extends T> bound(Pin pin) {
      return kind.binding().apply(row, pin);
    }

    List<Object> order() {
      List<Object> known = order;
      if (known == null) {
        known = kind.order(row);
        order = known;
      }
      return known;
    }

    /** What a cursor holds. */
    public List<String> place() {
      return order().stream().map(String::valueOf).toList();
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
    lines.values().forEach(own -> own.sort(Line.IN_ORDER));
    return lines;
  }

  /** The rows that lie below a parent, in order. */
  public List<Line<T>> below(Sheet sheet, Pin pin, int parent) {
    List<Line<T>> lines = new ArrayList<>();
    each(sheet, parent, pin, own -> lines);
    lines.sort(Line.IN_ORDER);
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
      for (SheetRow row : view(kind).rows(sheet, subject, pin)) {
        Integer number = row.integerOrNull(parent(kind));
        List<Line<T>> own = number == null ? null : wanted.apply(number);
        if (own != null) {
          SheetRow listed = listed(kind, row);
          if (listed != null) {
            own.add(new Line<>(kind, listed));
          }
        }
      }
    }
  }

  /**
   * Whether a parent has a row, in its state, that fits or does not. Rows that do not lie below
   * their parents are looked through once, for all parents of a question.
   *
   * @param fits of each kind what its rows have to fit
   * @return of a question for one state only
   */
  public Predicate<SheetRow> having(List<Predicate<SheetRow>> fits, boolean fit) {
    return new ParentTest(this, fits, fit);
  }

  /** The parents of such records at a pin; null if others name them. */
  public @Nullable Set<Integer> parents(Sheet sheet, Pin pin, Collection<Integer> records) {
    if (pairs != null) {
      return null;
    }
    Set<Integer> parents = new LinkedHashSet<>();
    for (int record : records) {
      for (Kind<? extends T> kind : kinds) {
        SheetRow row = kind.view().row(sheet, record, pin);
        Integer parent = row == null ? null : row.integerOrNull(kind.parent());
        if (parent != null) {
          parents.add(parent);
        }
      }
    }
    return parents;
  }

  /** Whose rows name the parents. */
  SheetView view(Kind<?> kind) {
    return pairs == null ? kind.view() : pairs.view();
  }

  Slot parent(Kind<?> kind) {
    return pairs == null ? kind.parent() : pairs.parent();
  }

  /** What is listed of such a row; null if that does not hold. */
  @Nullable SheetRow listed(Kind<?> kind, SheetRow row) {
    if (pairs == null) {
      return row;
    }
    int number = Objects.requireNonNull(row.integerOrNull(pairs.child()));
    return kind.view().row(row.sheet(), number, row.at());
  }
}
