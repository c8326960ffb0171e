package org.stadtstand.ground.text;

import java.util.OptionalInt;

/**
 * Characters that nobody sees but that change a text: they make two equal-looking keys differ, hide
 * words, or reverse their order. None is ever published, and messages name them by code point.
 */
public final class InvisibleCharacters {

  // Letters and marks by category, but blank: they are as invisible as a zero-width space.
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  /** The first one beyond control characters. */
  private static final char SOFT_HYPHEN = '\u00AD';

  private InvisibleCharacters() {}

  /** The text without blanks at its ends, including no-break spaces. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The first invisible character; line breaks and tabs are not among them. */
  public static OptionalInt first(String text) {
    // Asked of every cell, and nearly every character is plain.
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && isInvisible(text.codePointAt(i))) {
        return OptionalInt.of(text.codePointAt(i));
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The text without those that stand within words: marks of where a word may be divided or how it
   * runs, and letters that are blank.
   */
  static String without(String text) {
    return text.chars().allMatch(c -> c < SOFT_HYPHEN)
        ? text
        : text.codePoints()
            .filter(c -> Character.getType(c) != Character.FORMAT && BLANK.indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isInvisible(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> BLANK.indexOf(c) >= 0 || isNoCharacter(c) || isVariation(c);
    };
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** Asks for another drawing of the character before it, and is nothing by itself. */
  private static boolean isVariation(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** A code point as standards write it, with its name. */
  public static String name(int c) {
    String name = Character.getName(c);
    return "U+%04X%s".formatted(c, name == null ? "" : " " + name);
  }

  /** The text with everything that cannot be seen, or told from a blank, as a code point. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isInvisible(c) || (Character.isSpaceChar(c) && c != ' ')) {
                shown.append("[U+%04X]".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
