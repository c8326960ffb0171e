package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.chart.ClaimsReading.Statement;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.Scale;

/**
 * What several said of one thing, on one axis of values: a line for each statement, with who said
 * it and when. No line of one is that of another, so that no statement looks like the next value of
 * the one before; on a phone the words stand above their line.
 *
 * @param statements in the order of their days, two or more in one unit
 * @param unit in words
 */
record ClaimsPlot(List<Statement> statements, String unit, Numbers numbers) implements Plot {

  private static final int MOST = 24;
  private static final int WHO_LINES = 2;
  private static final double WIDEST_WORDS = 0.42;
  private static final double HEAD = 18;
  private static final double AIR = 8;
  private static final double GAP = 12;
  private static final double LINE = 22;
  private static final double ARROW = 18;

  @Override
  public boolean tellsEnough() {
    return lowest().compareTo(highest()) != 0;
  }

  /** The finding: how many statements there are, and how far they differ. */
  String title() {
    Language language = numbers.language();
    Statement low = end(Comparator.naturalOrder());
    Statement high = end(Comparator.reverseOrder());
    String most = high.stated().words();
    return tellsEnough()
        ? language
            .pick("%d Angaben: von %s bis %s", "%d statements: from %s to %s")
            .formatted(statements.size(), low.stated().figure(), most)
        : language
            .pick("%d Angaben, ein Wert: %s", "%d statements, one value: %s")
            .formatted(statements.size(), most);
  }

  /** Of equal values the one that goes further: more than 380 is above 380. */
  private Statement end(Comparator<BigDecimal> order) {
    return statements.stream()
        .min(
            Comparator.comparing((Statement each) -> each.stated().value(), order)
                .thenComparing(each -> each.way() == 0))
        .orElseThrow();
  }

  private BigDecimal lowest() {
    return end(Comparator.naturalOrder()).stated().value();
  }

  private BigDecimal highest() {
    return end(Comparator.reverseOrder()).stated().value();
  }

  @Override
  public String described(Language language) {
    return statements.stream()
        .map(each -> each.stated().described(language) + (each.outdated() ? each.note() : ""))
        .collect(Collectors.joining(". ", "", "."));
  }

  /**
   * Where the lines of a layout run.
   *
   * @param edge up to where labels may stand
   * @param above whether words stand above their line
   */
  private record Span(Scale scale, double left, double right, double edge, boolean above) {

    double at(BigDecimal value) {
      return left + (right - left) * scale.share(value);
    }
  }

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    boolean above = layout == Layout.PHONE;
    double words = above ? layout.inside() : words(layout);
    double left = Layout.MARGIN + (above ? AIR : words + 2 * AIR);
    Scale scale = Scale.of(shown().stream().map(each -> each.stated().value()).toList());
    Span span = new Span(scale, left, layout.right() - ARROW - AIR, layout.right(), above);
    List<Double> lines = new ArrayList<>();
    double y = top + HEAD + AIR;
    for (Statement each : shown()) {
      double written = height(who(each, words));
      lines.add(above ? y + written + LINE / 2 : y + Math.max(LINE, written) / 2);
      y += (above ? written + LINE : Math.max(LINE, written)) + GAP;
    }
    grid(canvas, span, lines, top + HEAD, y - GAP / 2);
    for (int i = 0; i < lines.size(); i++) {
      Statement each = shown().get(i);
      name(canvas, who(each, words), day(each), above, lines.get(i));
      mark(canvas, each, span, lines.get(i));
    }
    return y;
  }

  /** How much of the statements it shows; empty if it is all. */
  String shownWords() {
    return statements.size() <= MOST
        ? ""
        : numbers.language().pick(", die ersten ", ", the first ") + MOST;
  }

  private List<Statement> shown() {
    return statements.subList(0, Math.min(MOST, statements.size()));
  }

  private double words(Layout layout) {
    double widest =
        shown().stream()
            .flatMap(each -> Stream.of(each.who(), day(each)))
            .mapToDouble(Letters.NOTE::width)
            .max()
            .orElse(0);
    return Math.min(widest, layout.inside() * WIDEST_WORDS);
  }

  private static List<String> who(Statement each, double width) {
    return Letters.NOTE.lines(each.who(), width, WHO_LINES);
  }

  /** The height of who said it, with the day below. */
  private static double height(List<String> who) {
    return (who.size() + 1) * Letters.NOTE.leading();
  }

  private String day(Statement each) {
    return each.stated().day().inShort(numbers.language());
  }

  /** On a phone only beside the marks, because a line would cross the words above them. */
  private void grid(Canvas canvas, Span span, List<Double> lines, double top, double bottom) {
    double written = Double.NEGATIVE_INFINITY;
    for (BigDecimal value : span.scale().lines()) {
      double x = span.at(value);
      Pen pen = Pen.of(value.signum() == 0 ? Ink.EDGE : Ink.LINE, 1);
      if (span.above()) {
        lines.forEach(y -> canvas.line(x, y - 6, x, y + 6, pen));
      } else {
        canvas.line(x, top, x, bottom, pen);
      }
      String number = numbers.bare(value);
      double half = Letters.NOTE.width(number) / 2;
      double middle = Math.clamp(x, Layout.MARGIN + half, span.edge() - half);
      if (middle - half > written) {
        canvas.words(middle, top - 5, number, Letters.NOTE, Anchor.MIDDLE);
        written = middle + half + AIR;
      }
    }
  }

  private static void name(Canvas canvas, List<String> who, String day, boolean above, double y) {
    double top = above ? y - LINE / 2 - height(who) : y - height(who) / 2;
    double base = top + Letters.NOTE.size() - 1;
    for (String line : who) {
      canvas.words(Layout.MARGIN, base, line, Letters.NOTE, Anchor.START, Ink.INK);
      base += Letters.NOTE.leading();
    }
    canvas.words(Layout.MARGIN, base, day, Letters.NOTE, Anchor.START);
  }

  private static void mark(Canvas canvas, Statement each, Span span, double y) {
    double x = span.at(each.stated().value());
    double tip = x + each.way() * ARROW;
    canvas.line(span.at(BigDecimal.ZERO), y, x, y, Pen.of(Ink.EDGE, 1).dashed(1, 4));
    if (each.way() != 0) {
      Pen pen = Pen.of(each.ink(), 1.8);
      canvas.line(x, y, tip, y, pen);
      canvas.line(tip - each.way() * 5, y - 4, tip, y, pen);
      canvas.line(tip - each.way() * 5, y + 4, tip, y, pen);
    }
    Marks.sign(canvas, x, y, each.stated().nature(), each.ink());
    double[] taken = {Math.min(x, tip) - AIR - 2, Math.max(x, tip) + AIR + 2};
    label(canvas, each, span, taken, y);
  }

  /**
   * Beside the mark, on the side on which there is room, and off what is drawn there; without its
   * note, or at last below the line, where there is too little on both.
   */
  private static void label(Canvas canvas, Statement each, Span span, double[] taken, double y) {
    String figure = each.stated().figure();
    for (String text : List.of(figure + each.note(), figure)) {
      double width = Letters.LABEL.width(text);
      boolean right = taken[1] + width <= span.edge();
      if (right || taken[0] - width >= span.left()) {
        double x = right ? taken[1] : taken[0];
        Frame frame = new Frame(right ? x - 2 : x - width - 2, y - 9, width + 4, 18);
        canvas.box(frame, Ink.GROUND, Pen.NONE);
        Anchor anchor = right ? Anchor.START : Anchor.END;
        canvas.words(x, y + 4.5, text, Letters.LABEL, anchor, each.lettering());
        return;
      }
    }
    double below = y + 6 + LINE / 2;
    canvas.words(span.edge(), below, figure, Letters.LABEL, Anchor.END, each.lettering());
  }
}
