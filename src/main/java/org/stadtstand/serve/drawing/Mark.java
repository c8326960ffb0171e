package org.stadtstand.serve.drawing;

/** A single shape of a drawing. */
public sealed interface Mark {

  record Line(double x1, double y1, double x2, double y2, Pen pen) implements Mark {}

  record Box(double x, double y, double width, double height, Ink fill, Pen edge) implements Mark {}

  record Disc(double x, double y, double radius, Ink fill, Pen edge) implements Mark {}

  /**
   * A line of text.
   *
   * @param x where it begins, ends or has its middle
   * @param y its base line
   */
  record Words(double x, double y, String text, Letters letters, Anchor anchor, Ink ink)
      implements Mark {}

  /** Which end of a text stands still if a reader's font is wider or narrower than ours. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
