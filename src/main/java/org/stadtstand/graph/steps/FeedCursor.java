package org.stadtstand.graph.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A position as clients store it, marked with its list. Text that this server did not write is
 * rejected: silently starting over would send a client everything twice.
 */
public final class FeedCursor {

  private static final String SEPARATOR = "\u001f";
  private static final String VERSION = "c1";
  private static final int PARTS = 6;

  private FeedCursor() {}

  public static String encode(String list, Position at) {
    return OpaqueToken.of(
        String.join(
            SEPARATOR,
            List.of(
                VERSION,
                list,
                String.valueOf(at.release()),
                String.valueOf(at.type()),
                String.valueOf(at.record()),
                at.field())));
  }

  public static Position decode(String list, String text) {
    String[] parts = OpaqueToken.text(text, FeedCursor::malformed).split(SEPARATOR, -1);
    if (!parts[0].equals(VERSION) || parts.length != PARTS) {
      throw parts.length > PARTS - 2 && parts[0].equals("2") ? other("a list") : malformed();
    }
    if (!parts[1].equals(list)) {
      throw other(parts[1]);
    }
    try {
      return new Position(number(parts[2]), number(parts[3]), number(parts[4]), parts[5]);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  /** Rejects what this server did not write, whichever list it is for. */
  public static void check(@Nullable String text) {
    if (text != null) {
      String[] parts = OpaqueToken.text(text, FeedCursor::malformed).split(SEPARATOR, -1);
      decode(parts.length > 1 ? parts[1] : "", text);
    }
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static ApiError malformed() {
    return new ApiError(
        ErrorCode.BAD_CURSOR,
        "The cursor is not one that this server made.",
        "Use pageInfo.endCursor, or an edge's cursor, unchanged.");
  }

  private static ApiError other(String list) {
    return new ApiError(
        ErrorCode.CURSOR_OF_OTHER_LIST,
        "The cursor was made by " + list + ", not by this one.",
        "Keep municipality, from and to while paging, or begin again without a cursor.");
  }
}
