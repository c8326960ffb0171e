package org.stadtstand.ground.text;

import java.util.regex.Pattern;

/**
 * Stops spreadsheets from evaluating text: anything they would take for a formula gets a leading
 * apostrophe. Text that already looks guarded gets one more, so that removing one always restores
 * the original.
 */
public final class FormulaGuard {

  /** A regular expression, valid in Java and PostgreSQL, for text that is guarded. */
  public static final String GUARDED = "^'*[=+@\\t\\r-]";

  private static final Pattern PATTERN = Pattern.compile(GUARDED);

  private FormulaGuard() {}

  public static String guarded(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return switch (text.charAt(0)) {
      case '=', '+', '-', '@', '\t', '\r' -> "'" + text;
      case '\'' -> PATTERN.matcher(text).find() ? "'" + text : text;
      default -> text;
    };
  }

  /** The text before it was guarded. */
  public static String plain(String text) {
    return !text.isEmpty() && text.charAt(0) == '\'' && PATTERN.matcher(text).find()
        ? text.substring(1)
        : text;
  }
}
