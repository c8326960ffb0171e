package org.stadtstand.serve.chart;

import java.util.Arrays;
import java.util.Optional;

/** The two drawings of each chart. Both write at the same size; the narrow one is for a phone. */
enum Layout {
  WIDE(760),
  PHONE(358);

  static final double MARGIN = 14;

  private final double width;

  Layout(double width) {
    this.width = width;
  }

  static Optional<Layout> named(String name) {
    return Arrays.stream(values()).filter(layout -> layout.parameter().equals(name)).findFirst();
  }

  String parameter() {
    return this == WIDE ? "wide" : "phone";
  }

  double width() {
    return width;
  }

  double right() {
    return width - MARGIN;
  }

  double inside() {
    return width - 2 * MARGIN;
  }
}
