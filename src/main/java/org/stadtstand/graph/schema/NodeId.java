package org.stadtstand.graph.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Present;

/**
 * The content of {@code id}: type, municipality and key, and, unless the record was read plainly
 * now, the release and day of the state. Without them a client that merges objects by id would mix
 * then and now.
 */
public record NodeId(
    String type,
    String municipality,
    String key,
    @Nullable Integer number,
    @Nullable LocalDate day) {

  /** How the feed of changes, a later room, begins its cursors, which are the ids of changes. */
  private static final String CHANGE = "c1\u001f";

  private static final Pattern FORM =
      Pattern.compile("(\\w+):([^:]+):(.+?)(?:@(\\d+)_(\\d{4}-\\d{2}-\\d{2}))?");

  static String of(String type, Pinned record) {
    Pin pin = record.pin();
    String name = type + ":" + pin.place().key() + ":" + record.key();
    return OpaqueToken.of(pin.plain() ? name : name + "@" + pin.number() + "_" + pin.day());
  }

  /** The id of something with only one state, which is the same whenever it is read. */
  public static String lasting(String type, Pinned record) {
    return OpaqueToken.of(type + ":" + record.pin().place().key() + ":" + record.key());
  }

  /** What an id says, whether or not it is there. */
  public static NodeId parse(String id) {
    try {
      String text = OpaqueToken.text(id, NodeId::malformed);
      if (text.startsWith(CHANGE)) {
        throw new ApiError(
            ErrorCode.BAD_ID,
            "This is the id of a change, which is no node.",
            "Use it as a cursor: changes(after:) goes on behind it.");
      }
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        return new NodeId(
            form.group(1),
            form.group(2),
            form.group(3),
            form.group(4) == null ? null : Integer.valueOf(form.group(4)),
            form.group(5) == null ? null : PartialDate.parseDay(form.group(5)));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static ApiError malformed() {
    return new ApiError(
        ErrorCode.BAD_ID,
        "The id is not one that this server made.",
        "Use the field id of an answer, unchanged; to look up by key, use project(key:) and its"
            + " like.");
  }

  /** Reads what an id refers to; null if it does not exist. */
  @FunctionalInterface
  public interface Lookup {

    @Nullable Object find(NodeId id, Present present);
  }
}
