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
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.record.cache.ResultCache;
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
    return of(Page.LARGEST, List.<T>of(), line -> Cursor.of("", ""), Row::of);
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

    static <T> Row<T> of(T record) {
      return new Read<>(record);
    }
  }

  private record Read<T>(T record) implements Row<T> {}

  /**
   * A record that is read when it is asked for: whoever has kept what it answers needs no more than
   * its type and its number.
   */
  public static final class Unread<T> implements Row<T> {

    private final String typeName;
    private final Ref ref;
    private final Supplier<T> reader;
    private @Nullable T read;

    Unread(String typeName, Ref ref, Supplier<T> reader) {
      this.typeName = typeName;
      this.ref = ref;
      this.reader = reader;
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
        known = reader.get();
        read = known;
      }
      return known;
    }
  }

  /**
   * What a request reads when it is first asked for, by its deadline. If that fails, it fails in
   * the same way for whoever asks again, without waiting for the database once more.
   */
  static final class Later<V> {

    private final @Nullable Deadline deadline = Deadline.current();
    private final Supplier<V> reader;
    private @Nullable V read;
    private @Nullable RuntimeException fault;

    Later(Supplier<V> reader) {
      this.reader = reader;
    }

    V get() {
      if (fault != null) {
        throw fault;
      }
      if (read == null) {
        try {
          read = Deadline.during(deadline, reader);
        } catch (RuntimeException unread) {
          fault = unread;
          throw unread;
        }
      }
      return read;
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
