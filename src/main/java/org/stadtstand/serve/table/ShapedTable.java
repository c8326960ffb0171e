package org.stadtstand.serve.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.table.FileOptions.Shape;

/** A table in the shape that was asked for: as it is, crossed, or as a key and a number. */
public final class ShapedTable {

  private static final String UNKNOWN = "–";

  private final AskedTable table;
  private final List<TableColumn> columns;
  private final Filling filling;

  private ShapedTable(AskedTable table, List<TableColumn> columns, Filling filling) {
    this.table = table;
    this.columns = columns;
    this.filling = filling;
  }

  /** Hands the rows on in their shape. */
  @FunctionalInterface
  private interface Filling {

    Set<String> into(TableRowSink sink) throws IOException;
  }

  /** A table that was asked for alone. */
  public static ShapedTable of(AskedTable table, FileOptions options) {
    return all(List.of(table), options).getFirst();
  }

  /** The tables of an answer; a shape changes those that have keys, and at least one must. */
  public static List<ShapedTable> all(List<AskedTable> tables, FileOptions options) {
    boolean shaped = false;
    List<ShapedTable> all = new ArrayList<>();
    for (AskedTable table : tables) {
      TableKeys keys = options.shape() == Shape.LONG ? null : TableKeys.of(table.plan());
      shaped |= keys != null;
      all.add(keys == null ? plain(table) : shaped(table, keys, options.shape()));
    }
    if (!shaped && options.shape() != Shape.LONG) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "shape lays out groups, series and facets, and the answer has none as rows.",
          "Leave shape out.");
    }
    return all;
  }

  public AskedTable asked() {
    return table;
  }

  public List<TableColumn> columns() {
    return columns;
  }

  /** Reads all rows; returns the lists that turned out to be truncated. */
  public Set<String> read(TableRowSink sink) throws IOException {
    return filling.into(sink);
  }

  private static ShapedTable plain(AskedTable table) {
    return new ShapedTable(
        table, table.plan().columns(), sink -> table.read(new Rows(table.plan(), sink)));
  }

  private static ShapedTable shaped(AskedTable table, TableKeys keys, Shape shape) {
    int wanted = shape == Shape.WIDE ? 2 : 1;
    if (keys.words().size() != wanted || keys.words().contains(-1) || keys.figures().size() != 1) {
      throw misshapen(table, keys, shape);
    }
    Read read = new Read(table, keys);
    return shape == Shape.WIDE ? crossed(table, read) : narrow(table, read);
  }

  private static ShapedTable narrow(AskedTable table, Read read) {
    return new ShapedTable(
        table,
        List.of(read.column(0), read.column(1)),
        sink -> {
          for (Row row : read.rows) {
            if (!sink.row(new @Nullable Object[] {row.keys.getFirst(), row.figure}, row.cut)) {
              break;
            }
          }
          return read.seen;
        });
  }

  private static ShapedTable crossed(AskedTable table, Read read) {
    Map<@Nullable Object, Map<String, Row>> down = new LinkedHashMap<>();
    Set<String> across = new LinkedHashSet<>();
    for (Row row : read.rows) {
      String over = row.keys.getLast() == null ? UNKNOWN : row.keys.getLast().toString();
      across.add(over);
      down.computeIfAbsent(row.keys.getFirst(), key -> new LinkedHashMap<>()).put(over, row);
    }
    TableColumn figure = read.column(2);
    List<TableColumn> columns = new ArrayList<>();
    columns.add(read.column(0));
    across.forEach(
        over ->
            columns.add(
                new TableColumn(
                    over,
                    figure.field(),
                    over,
                    new Text(over, over),
                    figure.level(),
                    figure.path(),
                    figure.kind())));
    return new ShapedTable(table, columns, sink -> fill(sink, down, across, read.seen));
  }

  private static Set<String> fill(
      TableRowSink sink,
      Map<@Nullable Object, Map<String, Row>> down,
      Set<String> across,
      Set<String> seen)
      throws IOException {
    for (Map.Entry<@Nullable Object, Map<String, Row>> line : down.entrySet()) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(line.getKey());
      across.forEach(over -> cells.add(figure(line.getValue().get(over))));
      if (!sink.row(cells.toArray(), line.getValue().values().iterator().next().cut)) {
        break;
      }
    }
    return seen;
  }

  private static @Nullable Object figure(@Nullable Row row) {
    return row == null ? null : row.figure;
  }

  /** A row of keys and a number. */
  private record Row(List<@Nullable Object> keys, @Nullable Object figure, @Nullable String cut) {}

  /** All rows, read before the first is written: what stands across is in them. */
  private static final class Read {

    private final AskedTable table;
    private final List<Integer> places;
    private final List<Row> rows = new ArrayList<>();
    private final Set<List<@Nullable Object>> known = new HashSet<>();
    private final Set<String> seen;

    Read(AskedTable table, TableKeys keys) {
      this.table = table;
      this.places = new ArrayList<>(keys.words());
      places.addAll(keys.figures());
      try {
        this.seen = table.read(new Rows(table.plan(), this::take));
      } catch (IOException e) {
        throw new UncheckedIOException("Memory cannot be read", e);
      }
    }

    private boolean take(@Nullable Object[] cells, @Nullable String cut) {
      List<@Nullable Object> keys = new ArrayList<>();
      places.subList(0, places.size() - 1).forEach(place -> keys.add(cells[place]));
      Object figure = cells[places.getLast()];
      if (isNothing(keys, figure)) {
        return true;
      }
      if (!known.add(keys)) {
        throw twice(keys);
      }
      return rows.add(new Row(keys, figure, cut));
    }

    /** A list without elements is a row elsewhere, so that nothing is lost; here it is none. */
    private static boolean isNothing(List<@Nullable Object> keys, @Nullable Object figure) {
      return figure == null && keys.getLast() == null;
    }

    TableColumn column(int place) {
      return table.plan().columns().get(places.get(place));
    }
  }

  private static ApiError twice(List<@Nullable Object> keys) {
    return new ApiError(
        ErrorCode.NOT_A_TABLE,
        "Two rows have the same keys in words: "
            + keys.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + ".",
        "Ask for what tells them apart instead, such as the key of a record, or leave shape out.");
  }

  private static ApiError misshapen(AskedTable table, TableKeys keys, Shape shape) {
    return new ApiError(
        ErrorCode.BAD_ARGUMENT,
        "shape=%s takes %s and one number, and the rows%s have %s and %s."
            .formatted(
                shape.name().toLowerCase(Locale.ROOT),
                shape == Shape.WIDE ? "two keys" : "one key",
                table.sheet() == null ? "" : " of " + table.sheet(),
                named("key", keys.words(), table),
                named("number", keys.figures(), table)),
        "Ask for just these, or leave shape out"
            + (table.sheet() == null ? "." : ", or name another list with sheet."));
  }

  private static String named(String kind, List<Integer> places, AskedTable table) {
    String names =
        places.stream()
            .filter(place -> place >= 0)
            .map(place -> table.plan().columns().get(place).name())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no " + kind : "the " + kind + " " + names;
  }
}
