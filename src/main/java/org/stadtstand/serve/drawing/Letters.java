package org.stadtstand.serve.drawing;

import java.util.ArrayList;
import java.util.List;

/** The sizes in which a picture writes, with the room that a text takes in them. */
public enum Letters {
  TITLE(18, true, Ink.INK),
  SUBTITLE(13, false, Ink.SOFT),
  LABEL(13, true, Ink.INK),
  /** Below a label, and the first that is left out where there is no room. */
  NOTE(12, false, Ink.SOFT),
  SOURCE(12, false, Ink.SOFT),
  STAMP(12, true, Ink.DEMO);

  /**
   * Readers see an SVG in a font of their own. The widest that systems come with, DejaVu Sans,
   * needs this much more than ours, over all texts of both cities.
   */
  private static final double WIDER = 1.19;

  private static final double WIDER_BOLD = 1.31;

  private static final double LEADING = 1.25;

  private final double size;
  private final boolean bold;
  private final Ink ink;

  Letters(double size, boolean bold, Ink ink) {
    this.size = size;
    this.bold = bold;
    this.ink = ink;
  }

  public double size() {
    return size;
  }

  public boolean bold() {
    return bold;
  }

  public Ink ink() {
    return ink;
  }

  /** The height of a line. */
  public double leading() {
    return size * LEADING;
  }

  /** The width that a text takes in the widest font. */
  public double width(String text) {
    return face().width(text) * size * (bold ? WIDER_BOLD : WIDER);
  }

  TrueType face() {
    return bold ? TrueType.BOLD : TrueType.REGULAR;
  }

  /** Breaks a text into lines, between words where that is possible. */
  public List<String> lines(String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = rest(word, width, lines);
    }
    lines.add(line);
    return lines;
  }

  /** Breaks a word that no line holds; what does not fill a line is returned. */
  private String rest(String word, double width, List<String> lines) {
    String left = word;
    while (width(left) > width && left.length() > 1) {
      int end = left.length() - 1;
      while (end > 1 && width(left.substring(0, end) + "-") > width) {
        end--;
      }
      int cut = Character.isLowSurrogate(left.charAt(end)) && end > 1 ? end - 1 : end;
      lines.add(left.substring(0, cut) + "-");
      left = left.substring(cut);
    }
    return left;
  }

  /** The first lines of a text; an ellipsis says that there is more. */
  public List<String> lines(String text, double width, int most) {
    List<String> all = lines(text, width);
    if (all.size() <= most) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, most));
    String last = some.getLast();
    while (!last.isEmpty() && width(last + "…") > width) {
      last = last.substring(0, last.length() - 1).stripTrailing();
    }
    some.set(most - 1, last + "…");
    return some;
  }
}
