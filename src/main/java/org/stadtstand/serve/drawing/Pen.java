package org.stadtstand.serve.drawing;

/**
 * How a line is drawn.
 *
 * @param dash lengths of dash and gap; 0 for a whole line
 */
public record Pen(Ink ink, double width, double dash, double gap) {

  public static final Pen NONE = new Pen(Ink.NONE, 0, 0, 0);

  public static Pen of(Ink ink, double width) {
    return new Pen(ink, width, 0, 0);
  }

  public Pen dashed(double dash, double gap) {
    return new Pen(ink, width, dash, gap);
  }
}
