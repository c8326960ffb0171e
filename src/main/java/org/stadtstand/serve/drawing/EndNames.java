package org.stadtstand.serve.drawing;

import java.util.Comparator;
import java.util.List;
import org.stadtstand.serve.drawing.Mark.Anchor;

/** Names beside the ends of lines or the parts of a column, which need no legend then. */
public final class EndNames {

  private EndNames() {}

  /**
   * A name.
   *
   * @param middle how high what it names stands
   */
  public record Name(List<String> lines, double middle, Ink ink, Letters letters) {

    double height() {
      return lines.size() * letters.leading();
    }
  }

  /** Each stands at the height of what it names or, where that is taken, below the one above. */
  public static void write(Canvas canvas, List<Name> names, double x, Frame frame) {
    double free = frame.y() - 16;
    double needed = names.stream().mapToDouble(Name::height).sum();
    for (Name name : names.stream().sorted(Comparator.comparing(Name::middle)).toList()) {
      double latest = frame.bottom() + 2 - needed;
      double y = Math.max(free, Math.min(name.middle() - name.height() / 2, latest));
      double base = y + name.letters().size();
      for (String line : name.lines()) {
        canvas.words(x, base, line, name.letters(), Anchor.START, name.ink());
        base += name.letters().leading();
      }
      free = y + name.height();
      needed -= name.height();
    }
  }
}
