package org.stadtstand.ground.text;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from calculating with text: what they would take for a formula is written with
 * an apostrophe in front. Text that looks guarded already is given one more, so that taking one
 * away always gives the text again.
 */
public final class FormulaGuard {

  /** The regular expression, in the dialect of Java and of PostgreSQL, for what is guarded. */
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

  /** The text as it was before it was guarded. */
  public static String plain(String text) {
    return !text.isEmpty() && text.charAt(0) == '\'' && PATTERN.matcher(text).find()
        ? text.substring(1)
        : text;
  }
}
