package org.stadtstand.record.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.ground.sql.Later;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;

/**
 * One page of a list as read.
 *
 * @param rows its records, each read when it is asked for
 * @param places the cursor of each row, made when it is asked for: most questions ask for none
 */
public record Slice<T>(
    List<Row<T>> rows, IntFunction<Cursor> places, boolean hasPrevious, boolean hasNext) {

  public static <T> Slice<T> none() {
    return of(Page.LARGEST, List.<T>of(), line -> Cursor.of("", ""), Read::new);
  }

  /** The records of the page, read now if they are not yet. */
  public List<T> nodes() {
    return rows.stream().map(Row::record).toList();
  }

  /** The same, but those that are not read yet as what they are: {@link Unread}. */
  public List<Object> entries() {
    return rows.stream()
        .<Object>map(row -> row instanceof Read<T>(T record) ? record : row)
        .toList();
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
      Page page, List<L> lines, Function<L, Cursor> place, Function<L, Row<T>> row) {
    boolean more = lines.size() > page.size();
    List<L> kept = cut(page, lines);
    return new Slice<>(
        kept.stream().map(row).toList(),
        number -> place.apply(kept.get(number)),
        page.backward() ? more : page.after() != null,
        page.backward() ? page.before() != null : more);
  }

  /** The cursor of a row. */
  public String cursor(int row) {
    return places.apply(row).encode();
  }

  public @Nullable String startCursor() {
    return rows.isEmpty() ? null : cursor(0);
  }

  public @Nullable String endCursor() {
    return rows.isEmpty() ? null : cursor(rows.size() - 1);
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

  /** A record of the page. */
  public sealed interface Row<T> {

    T record();
  }

  record Read<T>(T record) implements Row<T> {}

  /**
   * A record that is read when it is asked for: whoever has kept what it answers needs no more than
   * its type and its number, and whoever needs some of its components reads no others.
   */
  public static final class Unread<T> implements Row<T> {

    private final String typeName;
    private final Ref ref;
    private final Supplier<@Nullable BoundRow<? extends T>> rows;
    private final Supplier<T> otherwise;
    private @Nullable BoundRow<? extends T> row;
    private @Nullable T read;

    /**
     * @param rows finds its row in a sheet; null if none holds it
     * @param otherwise reads the record elsewhere
     */
    Unread(
        String typeName,
        Ref ref,
        Supplier<@Nullable BoundRow<? extends T>> rows,
        Supplier<T> otherwise) {
      this.typeName = typeName;
      this.ref = ref;
      this.rows = rows;
      this.otherwise = otherwise;
    }

    /** A line of a sheet at a pin. */
    static <T> Unread<T> of(SheetList.Line<T> line, Pin pin) {
      BoundRow<? extends T> row = line.bound(pin);
      return new Unread<>(
          line.kind().typeName(), new Ref(line.record(), pin), () -> row, row::read);
    }

    /** What a source of a field is, read now if it is not yet. */
    public static Object record(Object source) {
      return source instanceof Unread<?> row ? Objects.requireNonNull(row.record()) : source;
    }

    /** Which record a source of a field is; null if it is none. */
    public static @Nullable Ref ref(Object source) {
      return source instanceof Unread<?> row
          ? row.ref
          : source instanceof Pinned record ? record.ref() : null;
    }

    /** Whether a source of a field was read from a sheet, and so can be at any time. */
    public static boolean isHeld(Object source) {
      return source instanceof Unread<?> row && row.row != null;
    }

    public String typeName() {
      return typeName;
    }

    public Ref ref() {
      return ref;
    }

    @Override
    public T record() {
      T known = read;
      if (known == null) {
        BoundRow<? extends T> held = row();
        known = held == null ? otherwise.get() : held.read();
        read = known;
      }
      return known;
    }

    /** One component of the record, by its place and its accessor. */
    public @Nullable Object component(int place, Function<Object, @Nullable Object> accessor) {
      BoundRow<? extends T> held = read == null ? row() : null;
      return held == null ? accessor.apply(record()) : held.component(place);
    }

    private @Nullable BoundRow<? extends T> row() {
      if (row == null) {
        row = rows.get();
      }
      return row;
    }
  }

  /**
   * The lines of a page as they are kept: the numbers alone, and of the first and the last what
   * their cursors say. The others' is found again if it is asked for.
   */
  public static final class Numbers implements ResultCache.Weighed {

    private static final int BYTES_OF_A_NUMBER = 4;
    private static final int BYTES_OF_A_TEXT = 60;

    private final int[] records;
    private final Map<Integer, List<String>> ends;

    Numbers(Page page, List<Line> lines) {
      records = lines.stream().mapToInt(Line::record).toArray();
      List<Line> kept = cut(page, lines);
      ends =
          kept.isEmpty()
              ? Map.of()
              : Stream.of(kept.getFirst(), kept.getLast())
                  .distinct()
                  .collect(Collectors.toMap(Line::record, Line::place));
    }

    /** The lines, those in between without the values by which they are ordered. */
    List<Line> lines() {
      return Arrays.stream(records)
          .mapToObj(record -> new Line(1, record, null, ends.getOrDefault(record, List.of())))
          .toList();
    }

    /**
     * The values by which a line is ordered.
     *
     * @param whole finds the lines again, with all that they are ordered by
     */
    static Function<Line, List<String>> places(Supplier<List<Line>> whole) {
      Later<Map<Integer, List<String>>> found =
          new Later<>(
              () -> whole.get().stream().collect(Collectors.toMap(Line::record, Line::place)));
      return line ->
          line.place().isEmpty()
              ? Objects.requireNonNull(found.get().get(line.record()))
              : line.place();
    }

    @Override
    public int weight() {
      int texts =
          ends.values().stream()
              .flatMap(List::stream)
              .mapToInt(text -> BYTES_OF_A_TEXT + text.length())
              .sum();
      return 1 + (BYTES_OF_A_NUMBER * records.length + texts) / ResultCache.UNIT;
    }
  }
}
