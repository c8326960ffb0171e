package org.stadtstand.record.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;

/**
 * A position in an ordered list: which list it is, the values after which it continues, and the
 * state in which it was begun, so that it is paged to its end in that state even if a release is
 * published meanwhile. It holds values, not a count, so inserted rows do not shift it.
 *
 * @param list what is listed, in which order
 * @param filter a digest of what the list was narrowed by
 * @param state whose records, in which state asked for; every other list refuses the cursor
 * @param release the newest release that the list rests on
 */
public record Cursor(
    String list, String filter, String state, int release, LocalDate day, List<String> values) {

  private static final String SEPARATOR = "\u001f";
  private static final String VERSION = "2";
  private static final int FIXED = 6;

  /** The state of a nested list. */
  static String state(Pin pin) {
    String key = pin.place().key();
    return pin.plain() ? key : key + "@" + pin.number() + "_" + pin.day();
  }

  /** Of a list, in no state yet. */
  public static Cursor of(String list, String filter) {
    return new Cursor(list, filter, "", 0, LocalDate.MIN, List.of());
  }

  /** Worked out once a cursor is given or asked for, which is seldom: its digest is dear. */
  static Supplier<Cursor> of(String list, ListedType<?> type, ListArguments arguments) {
    return SingletonSupplier.of(
        () -> of(list + " " + ListOrder.signature(type, arguments), arguments.filterDigest()));
  }

  public Cursor in(String state, int release, LocalDate day) {
    return new Cursor(list, filter, state, release, day, values);
  }

  public Cursor at(List<String> values) {
    return new Cursor(list, filter, state, release, day, values);
  }

  public String encode() {
    List<String> parts = new ArrayList<>();
    parts.addAll(
        List.of(VERSION, list, filter, state, String.valueOf(release), String.valueOf(day)));
    parts.addAll(values);
    return OpaqueToken.of(String.join(SEPARATOR, parts));
  }

  public static Cursor decode(String text) {
    String plain = OpaqueToken.text(text, Cursor::malformed);
    List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
    try {
      if (parts.size() <= FIXED || !parts.getFirst().equals(VERSION)) {
        throw malformed();
      }
      return new Cursor(
          parts.get(1),
          parts.get(2),
          parts.get(3),
          Integer.parseInt(parts.get(4)),
          PartialDate.parseDay(parts.get(5)),
          List.copyOf(parts.subList(FIXED, parts.size())));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed();
    }
  }

  /** The number of the record at which it stands; 0 if it says none. */
  int record() {
    try {
      return Integer.parseInt(values.getLast());
    } catch (NumberFormatException other) {
      return 0;
    }
  }

  /** Refuses to continue another list: the answer would be wrong, not empty. */
  public void checkedFor(Cursor begun) {
    if (!list.equals(begun.list)) {
      throw other("by the list " + list + ", but this is " + begun.list);
    }
    if (!filter.equals(begun.filter)) {
      throw other("by a list with another filter or other arguments");
    }
  }

  void checkedIn(String state) {
    if (!this.state.equals(state)) {
      throw other("for " + this.state + ", but this is asked for " + state);
    }
  }

  /** Below a parent a cursor of now applies by its values, whenever the parent is read. */
  void checkedBelow(Pin parent) {
    if (!state.equals(parent.place().key())) {
      checkedIn(state(parent));
    }
  }

  /** A cursor of another list. */
  public static ApiError other(String made) {
    return new ApiError(
        ErrorCode.CURSOR_OF_OTHER_LIST,
        "The cursor was made " + made + ".",
        "Keep municipality, state, filter and orderBy while paging, or begin again without a"
            + " cursor.");
  }

  /** A cursor made by a server that already knew a later release. */
  public static ApiError ahead() {
    return new ApiError(
        ErrorCode.NOT_YET_HERE,
        "The cursor is of a release that has not arrived at this server yet.",
        "Ask again in some seconds, with the same cursor.");
  }

  /** A cursor that nobody was given. */
  public static ApiError malformed() {
    return new ApiError(
        ErrorCode.BAD_CURSOR,
        "The cursor is not one that this server made.",
        "Use pageInfo.endCursor, or an edge's cursor, unchanged.");
  }
}
