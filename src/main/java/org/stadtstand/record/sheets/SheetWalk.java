package org.stadtstand.record.sheets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;

/** All records of some types in an order: a page is found by walking along their rows. */
public final class SheetWalk<T> {

  private final List<SheetList.Kind<? extends T>> kinds;
  private final Map<Integer, Integer> byType = new HashMap<>();

  public SheetWalk(List<SheetList.Kind<? extends T>> kinds) {
    this.kinds = kinds;
    for (SheetList.Kind<?> kind : kinds) {
      byType.put(kind.view().type(), byType.size());
    }
  }

  public List<SheetList.Kind<? extends T>> kinds() {
    return kinds;
  }

  /**
   * What is asked for.
   *
   * @param rows how many at most
   * @param fits of each kind what its rows have to fit
   */
  public record Asked(
      int rows, boolean backward, List<Predicate<SheetRow>> fits, Stretch stretch) {}

  /**
   * A part of the order.
   *
   * @param after what its rows come after, by the values that they are ordered by; null if it
   *     begins with the first
   * @param before what they come before
   * @param days between which the first value lies; null if it is no day, or any
   */
  public record Stretch(
      @Nullable List<Object> after, @Nullable List<Object> before, @Nullable Days days) {

    /** Whether a row is in it; of its day the filter tells. */
    private boolean holds(List<Object> order) {
      return (after == null || SheetOrder.compare(order, after) > 0)
          && (before == null || SheetOrder.compare(order, before) < 0);
    }
  }

  /** Counted from 1970, both included. */
  public record Days(long first, long last) {}

  /** The rows that hold at a pin, in the direction that is asked for. */
  public List<SheetList.Line<T>> rows(Sheet sheet, Pin pin, Asked asked) {
    SheetOrder order = order(sheet);
    int first = first(sheet, order, asked.stretch());
    int end = end(sheet, order, asked.stretch());
    int step = asked.backward() ? -1 : 1;
    SheetRow.At at = SheetView.at(sheet, pin);
    List<SheetList.Line<T>> lines = new ArrayList<>();
    for (int i = asked.backward() ? end - 1 : first;
        i >= first && i < end && lines.size() < asked.rows();
        i += step) {
      int number = kind(sheet, order, i);
      SheetList.Kind<? extends T> kind = kinds.get(number);
      SheetRow row = kind.view().row(sheet, at, order.places()[i], order.rows()[i]);
      if (row != null && asked.fits().get(number).test(row)) {
        lines.add(new SheetList.Line<>(kind, row));
      }
    }
    return lines;
  }

  /**
   * The same of these records alone. Few are put in order by themselves; among many, a walk along
   * all rows fills the page sooner.
   */
  public List<SheetList.Line<T>> rows(
      Sheet sheet, Pin pin, Asked asked, Collection<Integer> records) {
    long walked = (long) asked.rows() * sheet.records();
    if ((long) records.size() * records.size() > walked) {
      return rows(sheet, pin, asked);
    }
    List<SheetList.Line<T>> lines = new ArrayList<>();
    for (int record : records) {
      int place = sheet.place(record);
      int number = place < 0 ? -1 : byType.getOrDefault(sheet.type(place), -1);
      SheetRow row = number < 0 ? null : kinds.get(number).view().row(sheet, record, pin);
      if (row != null && asked.fits().get(number).test(row)) {
        SheetList.Line<T> line = new SheetList.Line<>(kinds.get(number), row);
        if (asked.stretch().holds(line.order())) {
          lines.add(line);
        }
      }
    }
    lines.sort(asked.backward() ? SheetList.Line.IN_ORDER.reversed() : SheetList.Line.IN_ORDER);
    return lines.subList(0, Math.min(lines.size(), asked.rows()));
  }

  /** The records whose rows at a pin have this as the first of what they are ordered by. */
  public Set<Integer> records(Sheet sheet, Pin pin, String first) {
    SheetOrder order = order(sheet);
    SheetRow.At at = SheetView.at(sheet, pin);
    Set<Integer> records = new LinkedHashSet<>();
    int end = upTo(sheet, order, List.of(first), true);
    for (int i = upTo(sheet, order, List.of(first), false); i < end; i++) {
      SheetList.Kind<? extends T> kind = kinds.get(kind(sheet, order, i));
      SheetRow row = kind.view().row(sheet, at, order.places()[i], order.rows()[i]);
      if (row != null) {
        records.add(row.record());
      }
    }
    return records;
  }

  private SheetOrder order(Sheet sheet) {
    return sheet.order(this, () -> SheetOrder.of(kinds, sheet));
  }

  private int first(Sheet sheet, SheetOrder order, Stretch stretch) {
    Days days = stretch.days();
    return Math.max(
        days == null ? 0 : order.before(days.first()),
        stretch.after() == null ? 0 : upTo(sheet, order, stretch.after(), true));
  }

  private int end(Sheet sheet, SheetOrder order, Stretch stretch) {
    Days days = stretch.days();
    return Math.min(
        days == null ? order.size() : order.before(days.last() + 1),
        stretch.before() == null ? order.size() : upTo(sheet, order, stretch.before(), false));
  }

  /** How many rows come before a place, or stand there. */
  private int upTo(Sheet sheet, SheetOrder order, List<Object> place, boolean there) {
    int low = 0;
    int high = order.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      SheetList.Kind<? extends T> kind = kinds.get(kind(sheet, order, middle));
      SheetRow row = kind.view().rowAt(sheet, order.places()[middle], order.rows()[middle]);
      int difference = SheetOrder.compare(kind.order(row), place);
      if (difference < 0 || (there && difference == 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int kind(Sheet sheet, SheetOrder order, int i) {
    return byType.getOrDefault(sheet.type(order.places()[i]), 0);
  }
}
