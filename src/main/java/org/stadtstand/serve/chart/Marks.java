package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import org.stadtstand.serve.chart.StatedValue.Nature;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Frame;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Labels;
import org.stadtstand.serve.drawing.Numbers;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.TimeAxis;
import org.stadtstand.serve.drawing.ValueAxis;

/**
 * Draws values as what they are: a filled disc was measured or counted, a ring with a core was
 * reported, a hollow ring estimated, a hollow square claimed, and a small hollow ring planned.
 */
record Marks(Canvas canvas, Labels labels, ValueAxis values, TimeAxis days, Numbers numbers) {

  private static final double RADIUS = 5.5;
  private static final double CAP = 7;
  private static final double ARROW = 16;

  /** How much of an axis the band of a day takes that is only known not to be later. */
  private static final double OPEN = 60;

  /** A level or upright line that labels keep off. */
  void line(KnownDay from, BigDecimal low, KnownDay to, BigDecimal high, Pen pen) {
    double x1 = days.at(from.latest());
    double y1 = values.at(low);
    double x2 = days.at(to.latest());
    double y2 = values.at(high);
    canvas.line(x1, y1, x2, y2, pen);
    labels.block(x1, y1, x2, y2);
  }

  void draw(StatedValue stated) {
    double x = days.at(stated.day().latest());
    double y = values.at(stated.value());
    if (stated.nature() != Nature.PLANNED) {
      // What is planned for a year is due at its end, and not somewhere in it.
      band(stated.day(), x, y);
    }
    bound(stated, x, y);
    Ink ink = stated.nature() == Nature.CLAIMED ? Ink.SAID : Ink.ACCENT;
    sign(canvas, x, y, stated.nature(), ink);
    labels.block(around(x, y, RADIUS + 3));
  }

  /** The mark alone. */
  static void sign(Canvas canvas, double x, double y, Nature nature, Ink ink) {
    Pen edge = Pen.of(ink, 2);
    switch (nature) {
      case SHOWN, INVENTED -> canvas.disc(x, y, RADIUS, ink, Pen.of(Ink.GROUND, 1));
      case REPORTED -> {
        canvas.disc(x, y, RADIUS, Ink.GROUND, edge);
        canvas.disc(x, y, RADIUS / 2.4, ink, Pen.NONE);
      }
      case ESTIMATED -> canvas.disc(x, y, RADIUS, Ink.GROUND, edge);
      case CLAIMED -> canvas.box(around(x, y, RADIUS + 1), Ink.GROUND, edge);
      case PLANNED -> canvas.disc(x, y, RADIUS - 2, Ink.GROUND, Pen.of(Ink.INK, 1.3));
    }
  }

  /** A claim with the very day and value of what was observed stands round its mark. */
  void drawAround(StatedValue claim) {
    canvas.box(
        around(days.at(claim.day().latest()), values.at(claim.value()), RADIUS + 4),
        Ink.NONE,
        Pen.of(Ink.SAID, 2));
  }

  void label(StatedValue stated) {
    double x = days.at(stated.day().latest());
    double y = values.at(stated.value());
    Ink ink = stated.nature() == Nature.CLAIMED ? Ink.SAID : Ink.INK;
    labels.beside(x, y, stated.label(numbers), ink, x > (days.left() + days.right()) / 2);
  }

  /** The period in which it may have been so, up to its latest day. */
  private void band(KnownDay day, double x, double y) {
    double from = Math.max(days.left(), day.earliest().map(days::at).orElse(x - OPEN));
    if (x - from < 2) {
      return;
    }
    Pen pen = Pen.of(Ink.PALE, 5);
    boolean open = day.earliest().isEmpty();
    canvas.line(from, y, x, y, open ? pen.dashed(5, 3) : pen);
    if (!open) {
      canvas.line(from, y - CAP, from, y + CAP, Pen.of(Ink.ACCENT, 1.5));
    }
    canvas.line(x, y - CAP - 2, x, y + CAP + 2, Pen.of(Ink.ACCENT, 1.5));
    labels.block(new Frame(from - 2, y - CAP, x - from, 2 * CAP));
  }

  /** An arrow away from the mark: the value is more or less than it shows. */
  private void bound(StatedValue stated, double x, double y) {
    int up = stated.qualifier().equals("MORE_THAN") ? -1 : 1;
    if (up == 1 && !stated.qualifier().equals("LESS_THAN")) {
      return;
    }
    Pen pen = Pen.of(stated.nature() == Nature.CLAIMED ? Ink.SAID : Ink.ACCENT, 1.8);
    double tip = y + up * (RADIUS + ARROW);
    if (tip > values.at(BigDecimal.ZERO) && stated.value().signum() >= 0) {
      tip = Math.max(y + RADIUS + 5, values.at(BigDecimal.ZERO));
    }
    canvas.line(x, y, x, tip, pen);
    canvas.line(x - 4, tip - up * 5, x, tip, pen);
    canvas.line(x + 4, tip - up * 5, x, tip, pen);
    labels.block(x, y, x, tip);
  }

  private static Frame around(double x, double y, double radius) {
    return new Frame(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
