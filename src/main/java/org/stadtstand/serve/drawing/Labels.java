package org.stadtstand.serve.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.drawing.Mark.Anchor;

/**
 * Finds room for labels beside what they name, in the order in which they are asked for: whoever
 * comes first matters most. A label that finds none loses its lower lines, then stands further off
 * with a line that leads to it, and at last is left out, for its value stands in the description
 * and in the table; it is never written smaller or across another.
 */
public final class Labels {

  private static final double BESIDE = 10;
  private static final double[] NEAR = {0, 8};
  private static final double[] FAR = {20, 34, 50};

  private final Canvas canvas;
  private final Frame bounds;
  private final List<Frame> taken = new ArrayList<>();

  public Labels(Canvas canvas, Frame bounds) {
    this.canvas = canvas;
    this.bounds = bounds;
  }

  /** Keeps labels off something that is drawn. */
  public void block(Frame frame) {
    taken.add(frame);
  }

  /** Keeps labels off a line that is level or upright. */
  public void block(double x1, double y1, double x2, double y2) {
    block(
        new Frame(
            Math.min(x1, x2) - 2,
            Math.min(y1, y2) - 2,
            Math.abs(x2 - x1) + 4,
            Math.abs(y2 - y1) + 4));
  }

  /** Writes a remark beside a point, all of it in small letters, if there is room. */
  public void note(double x, double y, List<String> lines) {
    List<String> headless = new ArrayList<>(lines);
    headless.addFirst("");
    beside(x, y, headless, Ink.SOFT, true);
  }

  /**
   * Writes a label beside a point.
   *
   * @param lines the first in bold; the others are left out from the last on
   * @param leftward whether it stands on the left if it can
   * @return whether there was room for any of it
   */
  public boolean beside(double x, double y, List<String> lines, Ink ink, boolean leftward) {
    for (double[] away : List.of(NEAR, FAR)) {
      for (int kept = lines.size(); kept > 0; kept--) {
        List<String> some = lines.subList(0, kept);
        Frame place = place(x, y, some, leftward, away);
        if (place != null) {
          boolean toTheLeft = place.x() < x;
          if (away == FAR) {
            lead(x, y, place, toTheLeft);
          }
          write(place, some, ink, toTheLeft);
          return true;
        }
      }
    }
    return false;
  }

  private void lead(double x, double y, Frame place, boolean toTheLeft) {
    double end = place.y() > y ? place.y() + 3 : place.bottom() - 1;
    canvas.line(x, y, toTheLeft ? place.right() - 2 : place.x() + 2, end, Pen.of(Ink.EDGE, 1));
  }

  private @Nullable Frame place(
      double x, double y, List<String> lines, boolean leftward, double[] distances) {
    double width = width(lines);
    double height = height(lines);
    for (double away : distances) {
      for (double side : sides(width, leftward)) {
        for (double rise : new double[] {-height - 4 - away, 4 + away}) {
          Frame frame = new Frame(x + side, y + rise, width, height);
          if (bounds.holds(frame) && taken.stream().noneMatch(frame::meets)) {
            return frame;
          }
        }
      }
    }
    return null;
  }

  private static double[] sides(double width, boolean leftward) {
    double left = -BESIDE - width;
    return leftward ? new double[] {left, BESIDE} : new double[] {BESIDE, left};
  }

  private void write(Frame place, List<String> lines, Ink ink, boolean toTheLeft) {
    block(place);
    double base = place.y();
    for (int i = 0; i < lines.size(); i++) {
      Letters letters = letters(i);
      base += letters.leading();
      canvas.words(
          toTheLeft ? place.right() : place.x(),
          base - 4,
          lines.get(i),
          letters,
          toTheLeft ? Anchor.END : Anchor.START,
          i == 0 ? ink : letters.ink());
    }
  }

  private static double width(List<String> lines) {
    double width = 0;
    for (int i = 0; i < lines.size(); i++) {
      width = Math.max(width, letters(i).width(lines.get(i)));
    }
    return width;
  }

  private static double height(List<String> lines) {
    double height = 0;
    for (int i = 0; i < lines.size(); i++) {
      height += letters(i).leading();
    }
    return height;
  }

  private static Letters letters(int line) {
    return line == 0 ? Letters.LABEL : Letters.NOTE;
  }
}
