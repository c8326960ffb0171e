package org.stadtstand.record.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
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

  /** A row with what it is ordered by. */
  private record Entry(int place, int row, List<Object> order) {}

  static SheetOrder of(List<? extends SheetList.Kind<?>> kinds, Sheet sheet) {
    List<Entry> entries = new ArrayList<>();
    for (SheetList.Kind<?> kind : kinds) {
      kind.view()
          .each(
              sheet, row -> entries.add(new Entry(row.place(), row.own().row(), kind.order(row))));
    }
    entries.sort((one, other) -> compare(one.order(), other.order()));
    boolean dated = kinds.getFirst().order().getFirst().isDay();
    return new SheetOrder(
        entries.stream().mapToInt(Entry::place).toArray(),
        entries.stream().mapToInt(Entry::row).toArray(),
        dated
            ? entries.stream()
                .mapToInt(entry -> (int) ((LocalDate) entry.order().getFirst()).toEpochDay())
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

  /** As far as the other goes. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compare(List<Object> one, List<Object> other) {
    for (int i = 0; i < other.size(); i++) {
      Object own = one.get(i);
      int difference =
          own instanceof String text
              ? compare(text, (String) other.get(i))
              : ((Comparable) own).compareTo(other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  /** By code points, as the database does by bytes; Java itself compares their halves. */
  private static int compare(String one, String other) {
    int shared = Math.min(one.length(), other.length());
    for (int i = 0; i < shared; i++) {
      char own = one.charAt(i);
      char others = other.charAt(i);
      if (own != others) {
        boolean half = Character.isSurrogate(own);
        return half == Character.isSurrogate(others) ? own - others : half ? 1 : -1;
      }
    }
    return one.length() - other.length();
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
