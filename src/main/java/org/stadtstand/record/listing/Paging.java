package org.stadtstand.record.listing;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.stadtstand.record.time.Pin;

/** Cuts the row that was read beyond the page, which only tells whether there is more. */
final class Paging {

  private Paging() {}

  /** The rows of the page in its order, without the one beyond. */
  static List<Line> page(Page page, List<Line> lines) {
    List<Line> kept = lines.size() > page.size() ? lines.subList(0, page.size()) : lines;
    return page.backward() ? kept.reversed() : kept;
  }

  /**
   * @param order what the places are marked with
   * @param release the newest release that the list rests on, by which it is continued
   * @param lines all rows that were read
   */
  static <T> Slice<T> slice(
      Page page,
      String order,
      int release,
      List<Line> lines,
      IntFunction<Pin> pinOf,
      Function<Line, T> node) {
    boolean more = lines.size() > page.size();
    List<Line> kept = page(page, lines);
    return new Slice<>(
        kept.stream().map(node).toList(),
        kept.stream()
            .map(line -> new Cursor(order, release, pinOf.apply(line.n()).day(), line.place()))
            .toList(),
        page.backward() ? more : page.after() != null,
        page.backward() ? page.before() != null : more);
  }
}
