package org.stadtstand.serve.drawing;

import java.util.List;

/** What of a drawing a test looks at. */
public final class Shown {

  private Shown() {}

  /** Where texts stand in the widest font. */
  public static List<Frame> texts(List<Mark> marks) {
    return marks.stream()
        .filter(Mark.Words.class::isInstance)
        .map(mark -> text((Mark.Words) mark))
        .toList();
  }

  private static Frame text(Mark.Words words) {
    double width = words.letters().width(words.text());
    double x =
        switch (words.anchor()) {
          case START -> words.x();
          case MIDDLE -> words.x() - width / 2;
          case END -> words.x() - width;
        };
    double size = words.letters().size();
    return new Frame(x, words.y() - size * 0.75, width, size * 0.95);
  }

  /** All texts, in the order in which they were written. */
  public static List<String> words(Graphic drawing) {
    return drawing.marks().stream()
        .filter(Mark.Words.class::isInstance)
        .map(mark -> ((Mark.Words) mark).text())
        .toList();
  }
}
