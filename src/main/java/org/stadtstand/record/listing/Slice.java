package org.stadtstand.record.listing;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.RecordCache.Weighed;

/** One page of a list as read, with the place of each row. */
public record Slice<T>(List<T> nodes, List<Cursor> places, boolean hasPrevious, boolean hasNext)
    implements Weighed {

  public static <T> Slice<T> none() {
    return new Slice<>(List.of(), List.of(), false, false);
  }

  /** The rows of the page in order, without the extra one. */
  static List<ListLine> cut(Page page, List<ListLine> lines) {
    List<ListLine> kept = lines.size() > page.size() ? lines.subList(0, page.size()) : lines;
    return page.backward() ? kept.reversed() : kept;
  }

  /**
   * @param lines all rows that were read
   * @param listOf the list that a row belongs to, by the number of its pin or parent
   */
  static <T> Slice<T> of(
      Page page, List<ListLine> lines, IntFunction<Cursor> listOf, Function<ListLine, T> node) {
    boolean more = lines.size() > page.size();
    List<ListLine> kept = cut(page, lines);
    return new Slice<>(
        kept.stream().map(node).toList(),
        kept.stream().map(line -> listOf.apply(line.n()).at(line.place())).toList(),
        page.backward() ? more : page.after() != null,
        page.backward() ? page.before() != null : more);
  }

  @Override
  public int weight() {
    return 1 + nodes.size();
  }

  /** The cursor of a row, encoded only on request. */
  public String cursor(int row) {
    return places.get(row).encode();
  }

  public @Nullable String startCursor() {
    return places.isEmpty() ? null : cursor(0);
  }

  public @Nullable String endCursor() {
    return places.isEmpty() ? null : cursor(places.size() - 1);
  }
}
