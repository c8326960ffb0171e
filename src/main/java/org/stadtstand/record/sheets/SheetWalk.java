package org.stadtstand.record.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param days between which the first term lies; null if it is no day, or any
   */
  public record Asked(
      int rows, boolean backward, List<Predicate<SheetRow>> fits, @Nullable Days days) {}

  /** Counted from 1970, both included. */
  public record Days(long first, long last) {}

  /** The rows that hold at a pin, in the direction that is asked for. */
  public List<SheetList.Line<T>> rows(Sheet sheet, Pin pin, Asked asked) {
    SheetOrder order = sheet.order(this, () -> SheetOrder.of(kinds, sheet));
    Days days = asked.days();
    int first = days == null ? 0 : order.before(days.first());
    int end = days == null ? order.size() : order.before(days.last() + 1);
    int step = asked.backward() ? -1 : 1;
    SheetRow.At at = new SheetRow.At(sheet.release(pin.release()), pin.day().toEpochDay());
    List<SheetList.Line<T>> lines = new ArrayList<>();
    for (int i = asked.backward() ? end - 1 : first;
        i >= first && i < end && lines.size() < asked.rows();
        i += step) {
      int number = byType.getOrDefault(sheet.type(order.places()[i]), 0);
      SheetList.Kind<? extends T> kind = kinds.get(number);
      SheetRow row = kind.view().row(sheet, at, order.places()[i], order.rows()[i]);
      if (row != null && asked.fits().get(number).test(row)) {
        lines.add(new SheetList.Line<>(kind, row));
      }
    }
    return lines;
  }
}
