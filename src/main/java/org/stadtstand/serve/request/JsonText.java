package org.stadtstand.serve.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Parses JSON strictly into strings, numbers, lists and maps. Duplicate names, a second value after
 * the first, lone surrogates and null characters are refused, because other readers might interpret
 * them differently.
 */
public final class JsonText {

  private JsonText() {}

  public static @Nullable Object read(String text) {
    Object read;
    try {
      read = JsonCodec.STRICT.readValue(text, Object.class);
    } catch (StreamConstraintsException e) {
      throw refused(
          "The JSON is nested too deeply, or a number or name in it is too long%s."
              .formatted(place(e)));
    } catch (JacksonException e) {
      // The parser's own message would quote the text and name its classes.
      throw refused("This is no JSON that can be read%s.".formatted(place(e)));
    }
    check(read);
    return read;
  }

  private static String place(JacksonException fault) {
    return fault.getLocation() == null
        ? ""
        : ": line %d, column %d"
            .formatted(fault.getLocation().getLineNr(), fault.getLocation().getColumnNr());
  }

  private static void check(@Nullable Object value) {
    switch (value) {
      case String text -> Characters.check(text);
      case List<?> list -> list.forEach(JsonText::check);
      case Map<?, ?> map ->
          map.forEach(
              (name, inner) -> {
                check(name);
                check(inner);
              });
      case java.math.BigDecimal number when Math.abs((long) number.scale()) > JsonCodec.DIGITS ->
          throw refused("A number has more than " + JsonCodec.DIGITS + " digits.");
      case null, default -> {
        // Integers, booleans and null need no check.
      }
    }
  }

  private static ApiError refused(String sentence) {
    return new ApiError(
        ErrorCode.BAD_JSON,
        sentence,
        "Send one JSON object in UTF-8, each name in it once, nested at most "
            + JsonCodec.DEPTH
            + " deep.");
  }
}
