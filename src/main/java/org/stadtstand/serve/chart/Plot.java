package org.stadtstand.serve.chart;

import java.util.Collection;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Noun;
import org.stadtstand.serve.drawing.Canvas;

/** The inner part of a chart: what its values look like, without what surrounds every picture. */
interface Plot {

  Noun SOURCES = Noun.of("Quelle", "Quellen", "Source", "Sources");

  /**
   * Draws the values.
   *
   * @param top where they may begin
   * @return where they end
   */
  double draw(Canvas canvas, Layout layout, double top);

  /** Every value in words, for readers who do not see the picture. */
  String described(Language language);

  /** Who published what is drawn, as it stands below the picture; empty if nobody is named. */
  static String sources(Collection<String> publishers, Language language) {
    return publishers.isEmpty()
        ? ""
        : SOURCES.after(publishers.size(), language) + ": " + String.join(", ", publishers);
  }

  /** Whether it is worth its room on a page, whose reader did not ask for a picture. */
  default boolean tellsEnough() {
    return true;
  }
}
