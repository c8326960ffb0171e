package org.stadtstand.serve.drawing;

/**
 * What a colour means. Its shades are those of the style sheet, so that a picture looks the same
 * inside a page and outside; marks have a contrast of 3, and text of 4.5, against the ground.
 */
public enum Ink {
  NONE("none", "none"),
  GROUND("#ffffff", "#1a1f22"),
  INK("#1b2023", "#eceae4"),
  SOFT("#565f63", "#abb3b6"),
  LINE("#dcd7cc", "#353d41"),
  EDGE("#83867f", "#7c868a"),
  ACCENT("#0b4f6c", "#8cc8e2"),
  /** A band of the accent that does not hide what crosses it. */
  PALE("#a9c3cf", "#4b6a78"),
  /** Steps of the accent between its full shade and the palest, for the parts of a whole. */
  STRONG("#467d95", "#78aec7"),
  MIDDLE("#7ba4b5", "#6391a7"),
  FAINT("#dbe7ec", "#364d58"),
  BAD("#a22c12", "#ff9d80"),
  SAID("#7a4f00", "#e9bd62"),
  DEMO("#5b37a0", "#c8aef5"),
  DEMO_PALE("#c6b8e2", "#655585"),
  DEMO_STRONG("#7d5fb5", "#b096dd"),
  DEMO_MIDDLE("#a28bcd", "#8f78b6"),
  DEMO_FAINT("#e8e1f4", "#463b5c");

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The shade; invented data have an accent of their own throughout. */
  String shade(boolean night, boolean invented) {
    Ink shown = invented ? invented() : this;
    return night ? shown.dark : shown.light;
  }

  private Ink invented() {
    return switch (this) {
      case ACCENT -> DEMO;
      case STRONG -> DEMO_STRONG;
      case MIDDLE -> DEMO_MIDDLE;
      case PALE -> DEMO_PALE;
      case FAINT -> DEMO_FAINT;
      default -> this;
    };
  }
}
