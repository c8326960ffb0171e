package org.stadtstand.serve.chart;

import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Canvas;

/** The inner part of a chart: what its values look like, without what surrounds every picture. */
interface Plot {

  /**
   * Draws the values.
   *
   * @param top where they may begin
   * @return where they end
   */
  double draw(Canvas canvas, Layout layout, double top);

  /** Every value in words, for readers who do not see the picture. */
  String described(Language language);

  /** Whether it is worth its room on a page, whose reader did not ask for a picture. */
  default boolean tellsEnough() {
    return true;
  }
}
