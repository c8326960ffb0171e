package org.stadtstand.record.sheets;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All rows of a list in its order, those of all states: what is published at one of them is looked
 * at on the way.
 *
 * @param places of their records
 * @param rows where they begin
 * @param days of which the first term has one, these; else none
 */
record SheetOrder(int[] places, int[] rows, int[] days) {

  private static final int AROUND = 100;

  /** A row with what it is ordered by; texts as bytes, in whose order the database has them. */
  private record Entry(int place, int row, List<Object> order) {}

  static SheetOrder of(List<? extends SheetList.Kind<?>> kinds, Sheet sheet) {
    List<Entry> entries = new ArrayList<>();
    for (SheetList.Kind<?> kind : kinds) {
      kind.view()
          .each(
              sheet,
              row -> entries.add(new Entry(row.place(), row.own().row(), values(kind, row))));
    }
    entries.sort((one, other) -> compare(one.order(), other.order()));
    boolean dated = kinds.getFirst().order().getFirst().isDay();
    return new SheetOrder(
        entries.stream().mapToInt(Entry::place).toArray(),
        entries.stream().mapToInt(Entry::row).toArray(),
        dated
            ? entries.stream()
                .mapToInt(entry -> ((Long) entry.order().getFirst()).intValue())
                .toArray()
            : new int[0]);
  }

  /** All rows of a table as they stand in the sheet, in no order. */
  static SheetOrder none(SheetView view, Sheet sheet) {
    IntStream.Builder places = IntStream.builder();
    IntStream.Builder rows = IntStream.builder();
    view.each(
        sheet,
        row -> {
          places.add(row.place());
          rows.add(row.own().row());
        });
    return new SheetOrder(places.build().toArray(), rows.build().toArray(), new int[0]);
  }

  /** What a row is ordered by, so that it can be compared. */
  static List<Object> values(SheetList.Kind<?> kind, SheetRow row) {
    return kind.order().stream().map(term -> sortable(term.value(row))).toList();
  }

  static Object sortable(Object value) {
    return switch (value) {
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case LocalDate day -> day.toEpochDay();
      default -> value;
    };
  }

  /** As far as the other goes. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compare(List<Object> one, List<Object> other) {
    for (int i = 0; i < other.size(); i++) {
      Object own = one.get(i);
      int difference =
          own instanceof byte[] text
              ? Arrays.compareUnsigned(text, (byte[]) other.get(i))
              : ((Comparable) own).compareTo(other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  int size() {
    return rows.length;
  }

  int weight() {
    return AROUND + Integer.BYTES * (places.length + rows.length + days.length);
  }

  /** How many rows come before the first one of a day. */
  int before(long day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
