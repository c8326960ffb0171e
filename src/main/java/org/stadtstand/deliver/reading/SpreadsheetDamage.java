package org.stadtstand.deliver.reading;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Recognises what a spreadsheet does to keys and numbers that it mistakes for something else. */
final class SpreadsheetDamage {

  private static final Predicate<String> EXPONENT =
      Pattern.compile("[+-]?\\d([.,]\\d+)?[eE][+-]?\\d+").asMatchPredicate();
  private static final Predicate<String> FAULT =
      Pattern.compile("#{3,}|#(NAME\\?|REF!|VALUE!|DIV/0!|N/A|WERT!|BEZUG!|NV)").asMatchPredicate();

  private SpreadsheetDamage() {}

  /** Whether the text is a spreadsheet's error value, which is wrong in any column. */
  static boolean fault(String text) {
    return text.startsWith("#") && FAULT.test(text);
  }

  /** Whether a text of the wrong form was a key or number with leading zeros before. */
  static boolean lost(String text, Predicate<String> form) {
    return EXPONENT.test(text)
        || (text.length() < 14
            && text.chars().allMatch(c -> c >= '0' && c <= '9')
            && (form.test("0" + text) || form.test("00" + text)));
  }
}
