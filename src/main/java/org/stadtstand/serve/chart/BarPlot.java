package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.Scale;

/**
 * Groups as bars from zero. On a phone a label stands above its bar.
 *
 * @param bars in the order of the answer
 * @param percent whether they are per cent
 */
record BarPlot(List<Bar> bars, boolean percent, Numbers numbers) implements Plot {

  private static final double THICK = 16;
  private static final double GAP = 10;
  private static final double WIDEST_LABEL = 0.4;
  private static final int LABEL_LINES = 3;
  private static final double AIR = 6;

  /** How far the line at zero stands out on both sides of a bar. */
  private static final double ZERO_LINE = THICK / 2 + 3;

  /**
   * A group.
   *
   * @param value null if it is not known
   * @param named whether somebody said what the group is; not so with "without a value"
   */
  record Bar(String label, @Nullable BigDecimal value, boolean named) {}

  /** If most of the bars have a value. */
  @Override
  public boolean tellsEnough() {
    return 2 * bars.stream().filter(bar -> bar.value() != null).count() > bars.size();
  }

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    boolean above = layout == Layout.PHONE;
    double labels = above ? 0 : widest(bars.stream().map(Bar::label).toList(), layout);
    double left = Layout.MARGIN + labels + (above ? 0 : 2 * AIR);
    Scale scale = Scale.of(bars.stream().map(Bar::value).filter(Objects::nonNull).toList());
    double figures =
        bars.stream().mapToDouble(bar -> Letters.LABEL.width(text(bar))).max().orElse(0);
    double low = scale.least().signum() < 0 ? figures + AIR : 0;
    Frame span = new Frame(left + low, top, layout.right() - left - low - figures - AIR, 0);
    double y = top;
    for (Bar bar : bars) {
      double width = above ? layout.inside() : labels;
      List<String> lines = Letters.NOTE.lines(bar.label(), width, LABEL_LINES);
      double written = lines.size() * Letters.NOTE.leading();
      double height = Math.max(THICK, above ? 0 : written);
      double middle = y + (above ? written + 3 : 0) + height / 2;
      double first =
          above ? y + Letters.NOTE.size() : middle - written / 2 + Letters.NOTE.size() - 1;
      label(canvas, lines, above ? Layout.MARGIN : left - 2 * AIR, first, above);
      bar(canvas, bar, scale, span, middle);
      y = middle + height / 2 + GAP;
    }
    return y;
  }

  private static double widest(List<String> labels, Layout layout) {
    double widest = labels.stream().mapToDouble(Letters.NOTE::width).max().orElse(0);
    return Math.min(widest, layout.inside() * WIDEST_LABEL);
  }

  private static void label(
      Canvas canvas, List<String> lines, double x, double first, boolean above) {
    double base = first;
    for (String line : lines) {
      Anchor anchor = above ? Anchor.START : Anchor.END;
      canvas.words(x, base, line, Letters.NOTE, anchor, Ink.INK);
      base += Letters.NOTE.leading();
    }
  }

  /** A bar of what nobody named is hollow and dashed, as is everything that nobody said. */
  private void bar(Canvas canvas, Bar bar, Scale scale, Frame span, double middle) {
    double zero = span.x() + span.width() * scale.share(BigDecimal.ZERO);
    double end = bar.value() == null ? zero : span.x() + span.width() * scale.share(bar.value());
    Frame frame = new Frame(Math.min(zero, end), middle - THICK / 2, Math.abs(end - zero), THICK);
    if (bar.named()) {
      canvas.box(frame, Ink.ACCENT, Pen.NONE);
    } else if (end != zero) {
      canvas.box(frame, Ink.NONE, Pen.of(Ink.ACCENT, 1.5).dashed(4, 3));
    }
    canvas.line(zero, middle - ZERO_LINE, zero, middle + ZERO_LINE, Pen.of(Ink.EDGE, 1));
    boolean negative = end < zero;
    canvas.words(
        negative ? end - AIR : end + AIR,
        middle + 4.5,
        text(bar),
        bar.value() == null ? Letters.NOTE : Letters.LABEL,
        negative ? Anchor.END : Anchor.START);
  }

  private String text(Bar bar) {
    return bar.value() == null
        ? numbers.language().pick("keine Angabe", "not known")
        : numbers.marked(bar.value(), percent);
  }

  @Override
  public String described(Language language) {
    return bars.stream()
        .map(bar -> bar.label() + ": " + text(bar))
        .collect(Collectors.joining("; ", "", "."));
  }
}
