package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Labels;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.Scale;
import org.stadtstand.serve.drawing.TimeAxis;
import org.stadtstand.serve.drawing.ValueAxis;

/**
 * A target's values against its target value and due day. Between two values stands a step, because
 * nobody measured what lies between them; after the day of the state nothing is drawn.
 */
record CoursePlot(Course course, Numbers numbers) implements Plot {

  private static final double HEIGHT = 300;
  private static final double HEAD = 26;
  private static final double FOOT = 30;
  private static final Pen STEP = Pen.of(Ink.ACCENT, 2);
  private static final Pen PLANNED = Pen.of(Ink.INK, 1.3);
  private static final Pen TARGET = Pen.of(Ink.INK, 2);

  @Override
  public String described(Language language) {
    return course.described(numbers);
  }

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    Scale scale = course.scale();
    double left = Layout.MARGIN + ValueAxis.room(scale, numbers);
    Frame frame = new Frame(left, top + HEAD, layout.right() - left - gapRoom(layout), HEIGHT);
    ValueAxis values = new ValueAxis(scale, frame);
    TimeAxis days = TimeAxis.of(course.first(), course.end(), frame.x(), frame.right());
    Labels labels = new Labels(canvas, new Frame(frame.x(), top, frame.width(), HEIGHT + HEAD - 4));
    values.draw(canvas, numbers);
    days.draw(canvas, frame.bottom(), numbers.language());
    hatch(canvas, values, days);
    aim(canvas, labels, values, days);
    Marks marks = new Marks(canvas, labels, values, days, numbers);
    stairs(marks, course.path(), PLANNED);
    stairs(marks, course.known(), STEP);
    course.last().ifPresent(last -> carry(canvas, labels, values, days, last));
    course.claims().stream().filter(claim -> !course.repeats(claim)).forEach(marks::draw);
    course.path().forEach(marks::draw);
    course.known().forEach(marks::draw);
    course.claims().stream().filter(course::repeats).forEach(marks::drawAround);
    gap(canvas, layout, values);
    label(labels, values, marks);
    evenWay(canvas, labels, values, days);
    return after(canvas, values);
  }

  /** The target first, then the basis of its outcome, then what is newest. */
  private void label(Labels labels, ValueAxis values, Marks marks) {
    BigDecimal goal = course.goal();
    if (goal != null) {
      String text = numbers.language().pick("Ziel: ", "target: ");
      labels.beside(
          values.frame().x() - 8,
          values.at(goal),
          List.of(text + numbers.marked(goal, course.percent())),
          Ink.INK,
          false);
    }
    Stream.of(
            Stream.ofNullable(course.basis()),
            course.known().reversed().stream().filter(one -> !one.equals(course.basis())),
            course.claims().reversed().stream(),
            course.path().reversed().stream())
        .flatMap(each -> each)
        .forEach(marks::label);
  }

  private double gapRoom(Layout layout) {
    if (course.gap() == null) {
      return 8;
    }
    return 24 + gapLines(layout).stream().mapToDouble(Letters.LABEL::width).max().orElse(0);
  }

  /** The number alone where the unit, which stands above the drawing, finds no room. */
  private List<String> gapLines(Layout layout) {
    String gap = course.gap();
    double most = layout == Layout.WIDE ? 160 : 76;
    return gap == null
        ? List.of()
        : Stream.of(gap.split(" ")).filter(word -> Letters.LABEL.width(word) <= most).toList();
  }

  /** Hatches the days after the state: nothing is on record there. */
  private void hatch(Canvas canvas, ValueAxis values, TimeAxis days) {
    if (course.recorded().isBefore(course.end())) {
      Frame frame = values.frame();
      double from = days.at(course.recorded().plusDays(1));
      Frame hatched = new Frame(from, frame.y(), frame.right() - from, frame.height());
      canvas.hatch(hatched, Pen.of(Ink.LINE, 1));
    }
  }

  /** Says below the axis what is hatched; returns where the drawing ends. */
  private double after(Canvas canvas, ValueAxis values) {
    Frame frame = values.frame();
    if (!course.recorded().isBefore(course.end())) {
      return frame.bottom() + FOOT;
    }
    String day = new Figures(numbers.language()).inTable(PartialDate.day(course.recorded()));
    String text = numbers.language().pick("seit %s nichts erfasst", "nothing on record since %s");
    double y = frame.bottom() + FOOT + 6;
    canvas.words(frame.right(), y, text.formatted(day), Letters.NOTE, Anchor.END);
    return y + 8;
  }

  /** Where no way was planned, one that we only work out: a hairline of dots that says so. */
  private void evenWay(Canvas canvas, Labels labels, ValueAxis values, TimeAxis days) {
    StatedValue from = course.baseline();
    BigDecimal goal = course.goal();
    KnownDay due = course.due();
    if (from == null
        || goal == null
        || due == null
        || !course.path().isEmpty()
        || !from.day().latest().isBefore(due.latest())) {
      return;
    }
    double x1 = days.at(from.day().latest());
    double x2 = days.at(due.latest());
    double y1 = values.at(from.value());
    double y2 = values.at(goal);
    canvas.line(x1, y1, x2, y2, Pen.of(Ink.SOFT, 1).dashed(1, 3));
    List<String> lines =
        List.of(
            numbers.language().pick("gleichmäßiger Weg", "even way"),
            numbers.language().pick("gerechnet, kein Plan", "worked out, no plan"));
    labels.note((x1 + x2) / 2, (y1 + y2) / 2, lines);
  }

  private void aim(Canvas canvas, Labels labels, ValueAxis values, TimeAxis days) {
    Frame frame = values.frame();
    KnownDay due = course.due();
    double end = due == null ? frame.right() : days.at(due.latest());
    if (due != null) {
      canvas.line(end, frame.y() - 6, end, frame.bottom(), Pen.of(Ink.INK, 1.3).dashed(4, 3));
      labels.block(end, frame.y() - 6, end, frame.bottom());
      String text = numbers.language().pick("fällig ", "due ") + due.inShort(numbers.language());
      double room = Letters.LABEL.width(text);
      boolean fits = end + room / 2 <= frame.right() + 20;
      double x = fits ? end : frame.right() + 20;
      canvas.words(x, frame.y() - 12, text, Letters.LABEL, fits ? Anchor.MIDDLE : Anchor.END);
      labels.block(new Frame(fits ? x - room / 2 : x - room, frame.y() - 26, room, 20));
    }
    BigDecimal goal = course.goal();
    if (goal != null) {
      double y = values.at(goal);
      canvas.line(frame.x(), y, end, y, TARGET);
      labels.block(frame.x(), y, end, y);
    }
  }

  /** Each value up to the day of the next one: what lies between them nobody knows or planned. */
  private static void stairs(Marks marks, List<StatedValue> stated, Pen pen) {
    for (int i = 1; i < stated.size(); i++) {
      StatedValue from = stated.get(i - 1);
      StatedValue to = stated.get(i);
      marks.line(from.day(), from.value(), to.day(), from.value(), pen);
      marks.line(to.day(), from.value(), to.day(), to.value(), pen);
    }
  }

  private void carry(
      Canvas canvas, Labels labels, ValueAxis values, TimeAxis days, StatedValue last) {
    LocalDate from = last.day().latest();
    if (from.isBefore(course.carried())) {
      double y = values.at(last.value());
      canvas.line(days.at(from), y, days.at(course.carried()), y, STEP.dashed(1.5, 4));
      labels.block(days.at(from), y, days.at(course.carried()), y);
    }
  }

  private void gap(Canvas canvas, Layout layout, ValueAxis values) {
    BigDecimal goal = course.goal();
    StatedValue basis = course.basis();
    if (course.gap() == null || goal == null || basis == null) {
      return;
    }
    Ink ink = course.isShort() ? Ink.BAD : Ink.INK;
    Pen pen = Pen.of(ink, 1.8);
    double x = values.frame().right() + 10;
    double y1 = values.at(goal);
    double y2 = values.at(basis.value());
    canvas.line(x - 6, y1, x, y1, pen);
    canvas.line(x, y1, x, y2, pen);
    canvas.line(x - 6, y2, x, y2, pen);
    List<String> lines = gapLines(layout);
    double base = (y1 + y2) / 2 + 5 - (lines.size() - 1) * Letters.LABEL.leading() / 2;
    for (String line : lines) {
      canvas.words(x + 8, base, line, Letters.LABEL, Anchor.START, ink);
      base += Letters.LABEL.leading();
    }
  }
}
