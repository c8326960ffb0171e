package org.stadtstand.record.listing;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Pin;

/** The requested part of a list: a number of rows after a cursor, or before one. */
public record Page(int size, boolean backward, @Nullable Cursor after, @Nullable Cursor before) {

  public static final int DEFAULT = 50;
  public static final int MAXIMUM = 200;

  /** As many as a page can hold. */
  public static final Page LARGEST = first(MAXIMUM);

  public static Page first(int size) {
    return new Page(size, false, null, null);
  }

  public static Page of(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before) {
    if (first != null && last != null) {
      throw refuse("first and last cannot be asked for together.", "Use one of them.");
    }
    if (last == null) {
      return new Page(checked("first", first), false, decoded(after), decoded(before));
    }
    return new Page(checked("last", last), true, decoded(after), decoded(before));
  }

  private static @Nullable Cursor decoded(@Nullable String cursor) {
    return cursor == null ? null : Cursor.decode(cursor);
  }

  /** The cursor from which the page continues. */
  public @Nullable Cursor cursor() {
    return after == null ? before : after;
  }

  /** The cursor next to which its first row stands, in its direction. */
  @Nullable Cursor near() {
    return backward ? before : after;
  }

  private Stream<Cursor> cursors() {
    return Stream.of(Optional.ofNullable(after), Optional.ofNullable(before))
        .flatMap(Optional::stream);
  }

  void checkedIn(String state) {
    cursors().forEach(cursor -> cursor.checkedIn(state));
  }

  /** Refuses to continue the list of another parent's municipality or state. */
  public void checkedBelow(Pin parent) {
    if (cursor() != null) {
      cursors().forEach(cursor -> cursor.checkedBelow(parent));
    }
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
