package org.stadtstand.serve.request;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in its canonical form (RFC 8785): members sorted, no spaces, numbers as ECMAScript writes
 * them. Equal values have the same bytes, whoever writes them.
 */
public final class CanonicalJson {

  /** ECMAScript writes numbers with more digits than this before the point with an exponent. */
  private static final int PLAIN_DIGITS = 21;

  private static final int PLAIN_ZEROS = 6;

  private final StringBuilder json = new StringBuilder();

  private CanonicalJson() {}

  /**
   * The canonical form of a JSON value: maps with text keys, collections, text, numbers, booleans
   * and null.
   */
  public static String of(@Nullable Object value) {
    CanonicalJson written = new CanonicalJson();
    written.write(value);
    return written.json.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> json.append("null");
      case Boolean truth -> json.append(truth);
      case Number number -> json.append(number(number.doubleValue()));
      case Map<?, ?> members -> writeMembers(members);
      case Collection<?> elements -> writeElements(elements);
      default -> writeText(value.toString());
    }
  }

  private void writeMembers(Map<?, ?> members) {
    // The RFC sorts by UTF-16 units, which is how Java compares strings.
    Map<String, Object> sorted = new TreeMap<>();
    members.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    json.append('{');
    String comma = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      json.append(comma);
      writeText(member.getKey());
      json.append(':');
      write(member.getValue());
      comma = ",";
    }
    json.append('}');
  }

  private void writeElements(Collection<?> elements) {
    json.append('[');
    String comma = "";
    for (Object element : elements) {
      json.append(comma);
      write(element);
      comma = ",";
    }
    json.append(']');
  }

  private void writeText(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
          throw new IllegalArgumentException("Half a character is no text");
        }
        json.append(unit).append(text.charAt(++i));
      } else {
        writeUnit(unit);
      }
    }
    json.append('"');
  }

  private void writeUnit(char unit) {
    switch (unit) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> {
        if (unit < ' ') {
          json.append("\\u%04x".formatted((int) unit));
        } else {
          json.append(unit);
        }
      }
    }
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + placed(digits, point);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    // Java prefers two digits where one would do: 4.9E-324 instead of 5e-324.
    BigDecimal one = written.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : written;
  }

  /** The digits with the decimal point after the given number of them. */
  private static String placed(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= PLAIN_DIGITS) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= PLAIN_DIGITS) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-PLAIN_ZEROS < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String rest = count == 1 ? "" : "." + digits.substring(1);
    int exponent = point - 1;
    return digits.charAt(0) + rest + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
