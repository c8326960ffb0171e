package org.stadtstand.serve.pages;

import java.util.Arrays;
import java.util.List;

/**
 * The one table of how a status looks: sign and colour for each value of the schema's enums; the
 * word beside it is the value's label. Filled means that a value shows it, hollow that it is said
 * or not so yet, dashed that nobody said anything; so the signs are told apart in grey, too.
 */
enum StatusSign {
  REACHED("good", Shape.DISC + Shape.CUT_TICK, "REACHED", "REACHED_LATE"),
  SAID_REACHED("said", Shape.RING + Shape.TICK, "REACHED_UNVERIFIED", "COMPLETED", "YES"),
  MISSED("bad", Shape.BLOCK + Shape.CUT_CROSS, "MISSED"),
  MISSED_SO_FAR("bad", Shape.FRAME + Shape.CROSS, "MISSED_ON_LAST_VALUE"),
  SAID_NOT("soft", Shape.RING + Shape.CROSS, "NO"),
  PARTLY("soft", Shape.RING + Shape.HALF, "IN_PROGRESS", "PILOT", "PARTLY"),
  WAITING("soft", Shape.RING + Shape.HAND, "NOT_DUE", "IDEA", "PLANNED", "PRIORITISED"),
  PUT_OFF("soft", Shape.RING + Shape.PAUSE, "ON_HOLD"),
  GIVEN_UP("soft", Shape.RING + Shape.SLASH, "ABANDONED", "SUPERSEDED", "CANCELLED", "MERGED"),
  NOT_MEASURABLE("soft", Shape.DOTTED + Shape.DASH, "NOT_MEASURABLE"),
  NOBODY_SAID("soft", Shape.DASHED + Shape.QUESTION, "DUE_UNREPORTED", "UNKNOWN");

  private static final int MOST_SIGNS = 6;

  private static final String FORM =
      "<span class=\"status %s\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">%s</svg>%s</span>";

  private final String colour;
  private final String drawing;
  private final List<String> values;

  StatusSign(String colour, String drawing, String... values) {
    this.colour = colour;
    this.drawing = drawing;
    this.values = List.of(values);
  }

  /** The sign of a value; of one that this table does not know, that nobody said anything. */
  static StatusSign of(String value) {
    return Arrays.stream(values())
        .filter(sign -> sign.values.contains(value))
        .findFirst()
        .orElse(NOBODY_SAID);
  }

  /** Whether the table knows a value. */
  static boolean knows(String value) {
    return Arrays.stream(values()).anyMatch(sign -> sign.values.contains(value));
  }

  /**
   * Sign and word as markup.
   *
   * @param word already escaped
   */
  String with(String word) {
    return FORM.formatted(colour, drawing, word);
  }

  /**
   * One sign for each thing, as long as they can be told apart at a glance; the number is beside.
   */
  String times(int count) {
    String sign = "<svg viewBox=\"0 0 16 16\">%s</svg>".formatted(drawing);
    return "<span class=\"signs status %s\" aria-hidden=\"true\">%s</span>"
        .formatted(colour, sign.repeat(count <= MOST_SIGNS ? count : 1));
  }

  /** The strokes that the signs are made of. */
  private static final class Shape {

    static final String RING = "<circle class=\"line\" cx=\"8\" cy=\"8\" r=\"6.2\"/>";
    static final String DASHED = "<circle class=\"line dashed\" cx=\"8\" cy=\"8\" r=\"6.2\"/>";
    static final String DOTTED = "<circle class=\"line dotted\" cx=\"8\" cy=\"8\" r=\"6.2\"/>";
    static final String DISC = "<circle class=\"full\" cx=\"8\" cy=\"8\" r=\"7\"/>";
    static final String FRAME = "<path class=\"line\" d=\"M2.2 2.2h11.6v11.6H2.2z\"/>";
    static final String BLOCK = "<path class=\"full\" d=\"M1.5 1.5h13v13h-13z\"/>";
    static final String TICK = "<path class=\"line\" d=\"M4.9 8.3l2.1 2.2 4-4.6\"/>";
    static final String CUT_TICK = "<path class=\"cut\" d=\"M4.6 8.3l2.3 2.4 4.5-5\"/>";
    static final String CROSS = "<path class=\"line\" d=\"M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6\"/>";
    static final String CUT_CROSS = "<path class=\"cut\" d=\"M5 5l6 6M11 5l-6 6\"/>";
    static final String HALF = "<path class=\"full\" d=\"M8 1.8a6.2 6.2 0 0 1 0 12.4z\"/>";
    static final String HAND = "<path class=\"line\" d=\"M8 4.4V8l2.4 1.6\"/>";
    static final String PAUSE = "<path class=\"line\" d=\"M6.3 5.2v5.6M9.7 5.2v5.6\"/>";
    static final String SLASH = "<path class=\"line\" d=\"M3.6 12.4l8.8-8.8\"/>";
    static final String DASH = "<path class=\"line\" d=\"M5 8h6\"/>";
    static final String QUESTION =
        "<path class=\"line\" d=\"M6.1 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.8.6-.8 1.3\"/>"
            + "<circle class=\"full\" cx=\"8\" cy=\"11.5\" r=\".9\"/>";

    private Shape() {}
  }
}
