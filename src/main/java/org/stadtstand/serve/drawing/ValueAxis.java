package org.stadtstand.serve.drawing;

import java.math.BigDecimal;
import org.stadtstand.serve.drawing.Mark.Anchor;

/** An upright axis of values beside a frame that it measures. */
public record ValueAxis(Scale scale, Frame frame) {

  public double at(BigDecimal value) {
    return frame.bottom() - frame.height() * scale.share(value);
  }

  public void draw(Canvas canvas, Numbers numbers) {
    for (BigDecimal line : scale.lines()) {
      double y = at(line);
      canvas.line(frame.x(), y, frame.right(), y, Pen.of(Ink.LINE, 1));
      canvas.words(frame.x() - 6, y + 4, numbers.bare(line), Letters.NOTE, Anchor.END);
    }
  }

  /** The room that its numbers need on the left. */
  public static double room(Scale scale, Numbers numbers) {
    return 6
        + scale.lines().stream()
            .mapToDouble(line -> Letters.NOTE.width(numbers.bare(line)))
            .max()
            .orElse(0);
  }
}
