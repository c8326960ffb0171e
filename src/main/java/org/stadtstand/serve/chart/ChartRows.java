package org.stadtstand.serve.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.chart.BarPlot.Bar;
import org.stadtstand.serve.chart.SeriesPlot.Point;
import org.stadtstand.serve.chart.SeriesPlot.Series;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.Rows;
import org.stadtstand.serve.table.TableColumn;

/**
 * Draws the very rows that the answer has as a table, so that picture and table always agree: rows
 * with a name become bars, and rows that have only a day become steps.
 */
final class ChartRows {

  /** Fields that name a row, the best first. */
  private static final List<String> NAMES = List.of("label", "title", "name", "wording", "key");

  private static final String LABEL = "Label";

  /** How many there are in all, which the other figures of its row are part of. */
  private static final String SCOPE = "members";

  private static final String ABSENT = "Absent";
  private static final String PERCENT = "percent";
  private static final Set<String> PARTS = Set.of(PERCENT, "share");

  /** What is worked out over several records, and so is a number in one unit for all rows. */
  private static final Set<String> FIGURES =
      Set.of(
          ("count totalCount rowCount percent share known missing sum avg median p90 min max")
              .split(" "));

  /** What only tells things apart. */
  private static final Set<String> NUMBERS = Set.of("number", "ordinal");

  private static final int MOST_BARS = 40;

  private final List<TableColumn> columns;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final int level;
  private final boolean ofPages;
  private final boolean cut;
  private final Numbers numbers;

  private ChartRows(AskedTable table, Numbers numbers) {
    this.columns = table.plan().columns();
    this.level = table.plan().levels().size();
    this.ofPages = table.plan().ofPages();
    this.numbers = numbers;
    try {
      this.cut = !table.read(new Rows(table.plan(), this::add)).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
  }

  /**
   * What the rows look like.
   *
   * @param figure the column that becomes bars; null for the first that is a number
   */
  static Drawn of(AskedTable table, Numbers numbers, @Nullable String figure) {
    return new ChartRows(table, numbers).drawn(figure);
  }

  /**
   * A plot, and what it shows.
   *
   * @param measure the figure or figures by their names
   * @param shown how much of the answer it shows; null if it is all
   */
  record Drawn(Plot plot, String measure, @Nullable String shown) {}

  private boolean add(@Nullable Object[] cells, @Nullable String truncated) {
    rows.add(cells.clone());
    return true;
  }

  private Drawn drawn(@Nullable String figure) {
    List<Integer> names = ofPages ? names() : List.of();
    List<Integer> days = ofPages ? List.of() : places(column -> column.kind() == CellKind.DATE);
    List<Integer> figures = places(column -> column.kind().numeric() && isFigure(column.field()));
    if (level == 0 || rows.isEmpty() || figures.isEmpty() || (names.isEmpty() && days.isEmpty())) {
      throw Undrawable.answer();
    }
    List<Integer> asked = figure == null ? figures : List.of(named(figure, figures));
    List<Integer> outerDays = outerDays();
    if (!names.isEmpty() && !outerDays.isEmpty()) {
      return stacks(outerDays.getFirst(), names, asked.getFirst());
    }
    return names.isEmpty() ? steps(days.getFirst(), asked) : bars(names, asked.getFirst());
  }

  private boolean isFigure(String field) {
    return ofPages ? FIGURES.contains(field) : !NUMBERS.contains(field);
  }

  private Drawn bars(List<Integer> names, int figure) {
    List<Bar> bars = new ArrayList<>();
    for (@Nullable Object[] row : rows.subList(0, Math.min(MOST_BARS, rows.size()))) {
      bars.add(new Bar(name(row, names), Numbers.of(row[figure]), isNamed(row)));
    }
    TableColumn column = columns.get(figure);
    return new Drawn(new BarPlot(bars, isPart(figure), numbers), column.title(), shown());
  }

  private Drawn steps(int day, List<Integer> figures) {
    List<@Nullable Object[]> ordered =
        rows.stream()
            .filter(row -> row[day] != null)
            .sorted(Comparator.comparing(row -> String.valueOf(row[day])))
            .toList();
    boolean parts = isPart(figures.getFirst());
    List<Series> series =
        figures.stream()
            .filter(figure -> isPart(figure) == parts)
            .limit(SeriesPlot.MOST)
            .map(
                figure ->
                    new Series(
                        columns.get(figure).title(),
                        columns.get(figure).field().equals(SCOPE),
                        ordered.stream()
                            .map(row -> new Point(day(row, day), Numbers.of(row[figure])))
                            .toList()))
            .toList();
    if (ordered.size() < 2) {
      throw Undrawable.answer();
    }
    String measures = series.stream().map(Series::name).collect(Collectors.joining(", "));
    return new Drawn(new SeriesPlot(series, numbers), measures, shown());
  }

  /** Per cent and counts have no axis in common. */
  private boolean isPart(int figure) {
    return PARTS.contains(columns.get(figure).field());
  }

  private Drawn stacks(int day, List<Integer> names, int figure) {
    StackPlot plot =
        StackPlot.of(
            rows.stream()
                .filter(row -> row[day] != null && row[figure] != null)
                .map(
                    row ->
                        new StackPlot.Cell(
                            day(row, day),
                            name(row, names),
                            new BigDecimal(String.valueOf(row[figure]))))
                .toList(),
            numbers);
    if (plot.columns().size() < 2) {
      throw Undrawable.answer();
    }
    return new Drawn(plot, columns.get(figure).title(), shown());
  }

  private @Nullable String shown() {
    Language language = numbers.language();
    return rows.size() > MOST_BARS
        ? language
            .pick("Gezeigt sind die ersten %d von %d Zeilen", "The first %d of %d rows")
            .formatted(MOST_BARS, rows.size())
        : cut ? language.pick("Auszug: Die Liste geht weiter", "Extract: the list goes on") : null;
  }

  /** The columns of the innermost list: what stands beside it is the same for each row. */
  private List<Integer> places(Predicate<TableColumn> fits) {
    return places(level, fits);
  }

  private List<Integer> places(int at, Predicate<TableColumn> fits) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).level() == at && fits.test(columns.get(i)))
        .boxed()
        .toList();
  }

  /** Days of the list round the rows, of which each has a list of its own. */
  private List<Integer> outerDays() {
    return level < 2 ? List.of() : places(level - 1, column -> column.kind() == CellKind.DATE);
  }

  /** The columns that name a row: the words of its keys, or the best of its names. */
  private List<Integer> names() {
    for (String name : NAMES) {
      List<Integer> found = places(column -> column.field().equals(name));
      if (!found.isEmpty()) {
        return found.subList(0, 1);
      }
    }
    return places(column -> column.kind() == CellKind.TEXT && column.field().endsWith(LABEL));
  }

  private String name(@Nullable Object[] row, List<Integer> names) {
    String none = numbers.language().pick("ohne Angabe", "none");
    return names.stream()
        .map(i -> Objects.requireNonNullElse(row[i], none).toString())
        .collect(Collectors.joining(" · "));
  }

  private static LocalDate day(@Nullable Object[] row, int place) {
    return LocalDate.parse(String.valueOf(row[place]));
  }

  private boolean isNamed(@Nullable Object[] row) {
    return places(column -> column.field().endsWith(ABSENT)).stream().allMatch(i -> row[i] == null);
  }

  private int named(String figure, List<Integer> figures) {
    return figures.stream()
        .filter(i -> columns.get(i).name().equals(figure))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.BAD_ARGUMENT,
                    "The rows have no figure called \"" + figure + "\".",
                    "Their figures are called "
                        + figures.stream()
                            .map(i -> columns.get(i).name())
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
