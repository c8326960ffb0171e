package org.stadtstand.serve.drawing;

import java.util.ArrayList;
import java.util.List;
import org.stadtstand.serve.drawing.Mark.Anchor;

/** Collects the marks of a drawing, the lowest first. */
public final class Canvas {

  private final List<Mark> marks = new ArrayList<>();

  public List<Mark> marks() {
    return List.copyOf(marks);
  }

  public void line(double x1, double y1, double x2, double y2, Pen pen) {
    marks.add(new Mark.Line(x1, y1, x2, y2, pen));
  }

  public void box(Frame frame, Ink fill, Pen edge) {
    marks.add(new Mark.Box(frame.x(), frame.y(), frame.width(), frame.height(), fill, edge));
  }

  public void disc(double x, double y, double radius, Ink fill, Pen edge) {
    marks.add(new Mark.Disc(x, y, radius, fill, edge));
  }

  public void words(double x, double y, String text, Letters letters, Anchor anchor) {
    words(x, y, text, letters, anchor, letters.ink());
  }

  public void words(double x, double y, String text, Letters letters, Anchor anchor, Ink ink) {
    marks.add(new Mark.Words(x, y, text, letters, anchor, ink));
  }

  /** Writes lines below each other; returns where the next one would stand. */
  public double lines(double x, double y, List<String> lines, Letters letters) {
    double base = y;
    for (String line : lines) {
      words(x, base, line, letters, Anchor.START);
      base += letters.leading();
    }
    return base;
  }

  /** Hatches what nobody knows: lines at 45 degrees, cut at the frame. */
  public void hatch(Frame frame, Pen pen) {
    double step = 7;
    for (double at = step; at < frame.width() + frame.height(); at += step) {
      double x1 = Math.min(at, frame.width());
      double x2 = Math.max(0, at - frame.height());
      line(frame.x() + x1, frame.y() + at - x1, frame.x() + x2, frame.y() + at - x2, pen);
    }
  }
}
