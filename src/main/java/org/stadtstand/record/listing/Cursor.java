package org.stadtstand.record.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.PartialDate;

/**
 * A position in an ordered list: the order, the values after which the list continues, and the pin
 * under which it was read, so that a list is paged to its end in one state even if a release is
 * published meanwhile. It holds values, not a count, so inserted rows do not shift it.
 */
public record Cursor(String order, int release, LocalDate day, List<String> values) {

  private static final String SEPARATOR = "\u001f";
  private static final String VERSION = "1";

  public String encode() {
    List<String> parts = new ArrayList<>();
    parts.addAll(List.of(VERSION, order, String.valueOf(release), day.toString()));
    parts.addAll(values);
    return OpaqueToken.of(String.join(SEPARATOR, parts));
  }

  public static Cursor decode(String text) {
    String plain = OpaqueToken.text(text, Cursor::malformed);
    List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
    try {
      if (parts.size() < 5 || !parts.getFirst().equals(VERSION)) {
        throw malformed();
      }
      return new Cursor(
          parts.get(1),
          Integer.parseInt(parts.get(2)),
          PartialDate.parseDay(parts.get(3)),
          List.copyOf(parts.subList(4, parts.size())));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed();
    }
  }

  /** Refuses to continue a list in another order: the answer would be wrong, not empty. */
  Cursor checkedFor(String order) {
    if (!this.order.equals(order)) {
      throw new ApiError(
          ErrorCode.CURSOR_OF_OTHER_LIST,
          "The cursor was made by a list ordered by "
              + this.order
              + ", but this list is ordered by "
              + order
              + ".",
          "Keep type and orderBy while paging, or begin again without a cursor.");
    }
    return this;
  }

  private static ApiError malformed() {
    return new ApiError(
        ErrorCode.BAD_CURSOR,
        "The cursor is not one that this server made.",
        "Use pageInfo.endCursor, or an edge's cursor, unchanged.");
  }
}
