package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.EndNames;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.Scale;
import org.stadtstand.serve.drawing.ValueAxis;

/**
 * The parts of a whole on several days: a column for each day, because nobody counted in between,
 * with its parts one upon the other, the first at the base and the darkest. The last column names
 * them.
 *
 * @param parts their names, in the order of the answer
 */
record StackPlot(List<Column> columns, List<String> parts, Numbers numbers) implements Plot {

  private static final double HEIGHT = 280;
  private static final double HEAD = 22;
  private static final double FOOT = 30;
  private static final int NAME_LINES = 3;
  private static final double FILLED = 0.72;
  private static final double WIDEST = 64;

  private static final List<Ink> TINTS =
      List.of(Ink.ACCENT, Ink.STRONG, Ink.MIDDLE, Ink.PALE, Ink.FAINT);

  /** How many parts are told apart. */
  static final int MOST = TINTS.size();

  /** The parts on a day; a part that is left out is nothing. */
  record Column(LocalDate day, Map<String, BigDecimal> parts) {

    BigDecimal total() {
      return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal part(String name) {
      return parts.getOrDefault(name, BigDecimal.ZERO);
    }
  }

  /** A row: so many of a part on a day. */
  record Cell(LocalDate day, String part, BigDecimal value) {}

  /** Puts rows upon each other; parts that are too many become one. */
  static StackPlot of(List<Cell> cells, Numbers numbers) {
    List<String> all = cells.stream().map(Cell::part).distinct().toList();
    String others = numbers.language().pick("übrige", "others");
    List<String> parts = new ArrayList<>(all);
    if (all.size() > MOST) {
      parts = new ArrayList<>(all.subList(0, MOST - 1));
      parts.add(others);
    }
    Map<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();
    for (Cell cell : cells) {
      String part = parts.contains(cell.part()) ? cell.part() : others;
      days.computeIfAbsent(cell.day(), day -> new HashMap<>())
          .merge(part, cell.value(), BigDecimal::add);
    }
    List<Column> columns = new ArrayList<>();
    days.forEach((day, values) -> columns.add(new Column(day, values)));
    return new StackPlot(columns, parts, numbers);
  }

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    Scale scale = Scale.of(columns.stream().map(Column::total).toList());
    double left = Layout.MARGIN + ValueAxis.room(scale, numbers);
    double names = names(layout);
    Frame frame = new Frame(left, top + HEAD, layout.right() - left - names, HEIGHT);
    ValueAxis axis = new ValueAxis(scale, frame);
    axis.draw(canvas, numbers);
    double step = frame.width() / columns.size();
    double width = Math.min(WIDEST, step * FILLED);
    int every = (int) Math.ceil(Letters.NOTE.width("00.00.00") / step);
    for (int i = 0; i < columns.size(); i++) {
      double middle = frame.x() + step * (i + 0.5);
      boolean last = i == columns.size() - 1;
      column(canvas, columns.get(i), axis, middle - width / 2, width);
      if (last || (i % every == 0 && columns.size() - 1 - i >= every)) {
        foot(canvas, columns.get(i), frame, middle);
      }
      if (last || totals() <= step) {
        double above = axis.at(columns.get(i).total()) - 6;
        canvas.words(middle, above, total(columns.get(i)), Letters.LABEL, Anchor.MIDDLE);
      }
    }
    List<EndNames.Name> ends = ends(columns.getLast(), axis, names - 24);
    canvas.line(frame.x(), frame.bottom(), frame.right(), frame.bottom(), Pen.of(Ink.EDGE, 1));
    double end = frame.x() + step * (columns.size() - 0.5) + width / 2;
    EndNames.write(canvas, ends, Math.max(end + 10, frame.right() + 4), frame);
    return frame.bottom() + FOOT;
  }

  private void column(Canvas canvas, Column column, ValueAxis axis, double x, double width) {
    BigDecimal below = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal value = column.part(parts.get(i));
      double base = axis.at(below);
      below = below.add(value);
      double height = base - axis.at(below);
      if (value.signum() > 0) {
        // What is pale has an outline, because it hardly stands out from the ground.
        Ink edge = i < 2 ? Ink.GROUND : Ink.STRONG;
        canvas.box(new Frame(x, base - height, width, height), TINTS.get(i), Pen.of(edge, 1));
      }
    }
  }

  private List<EndNames.Name> ends(Column column, ValueAxis axis, double width) {
    List<EndNames.Name> ends = new ArrayList<>();
    BigDecimal below = BigDecimal.ZERO;
    for (String part : parts) {
      BigDecimal value = column.part(part);
      double middle = axis.at(below.add(value.divide(BigDecimal.TWO)));
      List<String> lines = Letters.NOTE.lines(part + ": " + numbers.bare(value), width, NAME_LINES);
      ends.add(new EndNames.Name(lines, middle, Ink.INK, Letters.NOTE));
      below = below.add(value);
    }
    return ends;
  }

  private double totals() {
    return columns.stream().mapToDouble(each -> Letters.LABEL.width(total(each))).max().orElse(0);
  }

  private String total(Column column) {
    return numbers.bare(column.total());
  }

  private void foot(Canvas canvas, Column column, Frame frame, double middle) {
    String day = numbers.language().pick("%1$td.%1$tm.%1$ty", "%1$td/%1$tm/%1$ty");
    String text = day.formatted(column.day());
    canvas.words(middle, frame.bottom() + 18, text, Letters.NOTE, Anchor.MIDDLE);
  }

  private double names(Layout layout) {
    return layout == Layout.WIDE ? 170 : 110;
  }

  @Override
  public String described(Language language) {
    Figures figures = new Figures(language);
    return columns.stream()
        .map(
            column ->
                figures.inTable(PartialDate.day(column.day()))
                    + ": "
                    + parts.stream()
                        .map(part -> part + " " + numbers.bare(column.part(part)))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "", "."));
  }
}
