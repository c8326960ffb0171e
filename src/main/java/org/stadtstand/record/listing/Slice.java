package org.stadtstand.record.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as read.
 *
 * @param places the cursor of each row, made when it is asked for: most questions ask for none
 */
public record Slice<T>(
    List<T> nodes, IntFunction<Cursor> places, boolean hasPrevious, boolean hasNext) {

  public static <T> Slice<T> none() {
    return of(Page.LARGEST, List.<T>of(), line -> Cursor.of("", ""), line -> line);
  }

  /** The rows of the page in order, without the extra one. */
  static <L> List<L> cut(Page page, List<L> lines) {
    List<L> kept = lines.size() > page.size() ? lines.subList(0, page.size()) : lines;
    return page.backward() ? kept.reversed() : kept;
  }

  /**
   * @param lines the rows in the direction of the page, at least one more than it holds if there
   *     are
   */
  static <L, T> Slice<T> of(
      Page page, List<L> lines, Function<L, Cursor> place, Function<L, T> node) {
    boolean more = lines.size() > page.size();
    List<L> kept = cut(page, lines);
    return new Slice<>(
        kept.stream().map(node).toList(),
        row -> place.apply(kept.get(row)),
        page.backward() ? more : page.after() != null,
        page.backward() ? page.before() != null : more);
  }

  /** The cursor of a row. */
  public String cursor(int row) {
    return places.apply(row).encode();
  }

  public @Nullable String startCursor() {
    return nodes.isEmpty() ? null : cursor(0);
  }

  public @Nullable String endCursor() {
    return nodes.isEmpty() ? null : cursor(nodes.size() - 1);
  }

  /**
   * A row of a list as read by its statement: the number of a record, not the record itself.
   *
   * @param n the pin or parent for which it was found; counts from 1
   * @param kind which of several types the record has; null in a list of one type
   * @param place the values by which the list is ordered
   */
  record Line(int n, int record, @Nullable String kind, List<String> place) {

    /** The current row; its last {@code places} columns are the values of the order. */
    static Line read(ResultSet row, int places) throws SQLException {
      List<String> place = new ArrayList<>(places);
      for (int i = 0; i < places; i++) {
        place.add(row.getString(4 + i));
      }
      return new Line(row.getInt(1), row.getInt(2), row.getString(3), place);
    }
  }
}
