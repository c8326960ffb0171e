package org.stadtstand.record.listing;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** The requested part of a list: a number of rows after a cursor, or before one. */
public record Page(int size, boolean backward, @Nullable String after, @Nullable String before) {

  public static final int DEFAULT = 50;
  public static final int MAXIMUM = 200;

  public static Page of(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before) {
    if (first != null && last != null) {
      throw refuse("first and last cannot be asked for together.", "Use one of them.");
    }
    if (last == null) {
      return new Page(checked("first", first), false, after, before);
    }
    return new Page(checked("last", last), true, after, before);
  }

  /** The cursor from which the page continues. */
  public @Nullable Cursor cursor() {
    String text = after == null ? before : after;
    return text == null ? null : Cursor.decode(text);
  }

  private static int checked(String name, @Nullable Integer size) {
    if (size == null) {
      return DEFAULT;
    }
    if (size < 0) {
      throw refuse(name + " is negative.", "Use a number from 0 to " + MAXIMUM + ".");
    }
    if (size > MAXIMUM) {
      throw refuse(
          name + " is " + size + ", and a page holds at most " + MAXIMUM + " rows.",
          "Ask for " + MAXIMUM + " and continue with after: pageInfo.endCursor.");
    }
    return size;
  }

  private static ApiError refuse(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_PAGE, sentence, hint);
  }
}
