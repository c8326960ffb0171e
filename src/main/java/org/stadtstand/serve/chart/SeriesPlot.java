package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.EndNames;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.Scale;
import org.stadtstand.serve.drawing.TimeAxis;
import org.stadtstand.serve.drawing.ValueAxis;

/**
 * Figures at several days. They are steps, because a figure holds until the next one, and each has
 * its name at its end, so that no reader has to match colours.
 */
record SeriesPlot(List<Series> series, Numbers numbers) implements Plot {

  private static final double HEIGHT = 280;
  private static final double FOOT = 30;
  private static final int NAME_LINES = 3;

  private static final List<Pen> PENS =
      List.of(
          Pen.of(Ink.ACCENT, 2.5),
          Pen.of(Ink.SAID, 2),
          Pen.of(Ink.SOFT, 2),
          Pen.of(Ink.BAD, 2),
          Pen.of(Ink.EDGE, 2));

  private static final Pen SCOPE = Pen.of(Ink.INK, 2);

  /** How many figures a picture tells apart. */
  static final int MOST = PENS.size();

  /**
   * A figure by its name, in the order of the days.
   *
   * @param scope whether it says of how many the others are a part
   */
  record Series(String name, boolean scope, List<Point> points) {

    @Nullable Point last() {
      return points.stream()
          .filter(point -> point.value() != null)
          .reduce((a, b) -> b)
          .orElse(null);
    }
  }

  /** A figure on a day; null if it is not known. */
  record Point(LocalDate day, @Nullable BigDecimal value) {}

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    Scale scale = Scale.of(values());
    double left = Layout.MARGIN + ValueAxis.room(scale, numbers);
    double names = names(layout);
    Frame frame = new Frame(left, top + 8, layout.right() - left - names, HEIGHT);
    ValueAxis axis = new ValueAxis(scale, frame);
    List<LocalDate> days = days();
    TimeAxis time = TimeAxis.of(days.getFirst(), days.getLast(), frame.x(), frame.right());
    axis.draw(canvas, numbers);
    time.draw(canvas, frame.bottom(), numbers.language());
    List<EndNames.Name> ends = new ArrayList<>();
    Iterator<Pen> pens = PENS.iterator();
    for (Series one : series) {
      Pen pen = one.scope() ? SCOPE : pens.next();
      steps(canvas, one, pen, axis, time);
      Point last = one.last();
      if (last != null) {
        List<String> lines = Letters.LABEL.lines(named(one), names - 14, NAME_LINES);
        double y = axis.at(Objects.requireNonNull(last.value()));
        ends.add(new EndNames.Name(lines, y, pen.ink(), Letters.LABEL));
      }
    }
    EndNames.write(canvas, ends, time.at(days.getLast()) + 12, frame);
    return frame.bottom() + FOOT;
  }

  private List<BigDecimal> values() {
    return series.stream()
        .flatMap(each -> each.points().stream())
        .map(Point::value)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<LocalDate> days() {
    return series.getFirst().points().stream().map(Point::day).toList();
  }

  private double names(Layout layout) {
    double widest =
        series.stream().mapToDouble(each -> Letters.LABEL.width(named(each))).max().orElse(0);
    return Math.min(widest, layout == Layout.WIDE ? 190 : 96) + 16;
  }

  private String named(Series one) {
    Point last = one.last();
    return last == null || last.value() == null
        ? one.name()
        : one.name() + ": " + numbers.bare(last.value());
  }

  /** A gap in what is known is a gap in the line. */
  private static void steps(Canvas canvas, Series one, Pen pen, ValueAxis axis, TimeAxis time) {
    Point before = null;
    for (Point point : one.points()) {
      BigDecimal value = point.value();
      if (value != null && before != null && before.value() != null) {
        double y = axis.at(before.value());
        double x = time.at(point.day());
        canvas.line(time.at(before.day()), y, x, y, pen);
        canvas.line(x, y, x, axis.at(value), pen);
      }
      before = point;
    }
    for (Point point : one.points()) {
      if (point.value() != null && !one.scope()) {
        double x = time.at(point.day());
        canvas.disc(x, axis.at(point.value()), 4, pen.ink(), Pen.of(Ink.GROUND, 1));
      }
    }
  }

  @Override
  public String described(Language language) {
    Figures figures = new Figures(language);
    return series.stream()
        .map(
            one ->
                one.name()
                    + ": "
                    + one.points().stream()
                        .map(
                            point ->
                                figures.inTable(PartialDate.day(point.day())) + " " + text(point))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "", "."));
  }

  private String text(Point point) {
    return point.value() == null
        ? numbers.language().pick("keine Angabe", "not known")
        : numbers.bare(point.value());
  }
}
