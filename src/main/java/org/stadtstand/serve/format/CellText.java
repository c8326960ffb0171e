package org.stadtstand.serve.format;

import java.math.BigDecimal;

/** Text as a workbook cell can hold it. */
final class CellText {

  /** The most characters that a workbook cell holds. */
  static final int LONGEST = 32_767;

  private static final String MORE = " … [gekürzt]";

  private CellText() {}

  /** A number with all its digits and without an exponent. */
  static String number(Object number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }

  /** Removes characters that XML forbids; a workbook containing them does not open. */
  static String inWorkbook(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isXml(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      kept.append(isXml(text, i) ? text.charAt(i) : '\uFFFD');
    }
    return kept.toString();
  }

  private static boolean isXml(String text, int place) {
    char c = text.charAt(place);
    if (Character.isHighSurrogate(c)) {
      return place + 1 < text.length() && Character.isLowSurrogate(text.charAt(place + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
    }
    return (c >= ' ' && c < '\uFFFE') || c == '\t' || c == '\n' || c == '\r';
  }

  /** Shortens a text to what a cell holds, and says so in the cell. */
  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
