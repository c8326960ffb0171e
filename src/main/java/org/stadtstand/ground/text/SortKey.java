package org.stadtstand.ground.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a text used for sorting, after DIN 5007-1: ä as a, ß as ss, ignoring case and
 * accents; the function {@code folded} of the database is the same. It is stored and compared byte
 * by byte, because collations differ between servers and a cursor used on another server would skip
 * rows.
 */
public final class SortKey {

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SortKey() {}

  public static String of(String text) {
    String folded =
        Normalizer.normalize(
            text.toLowerCase(Locale.GERMAN).replace("ß", "ss").replace('ς', 'σ'),
            Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /**
   * Whether letters and digits are the same, ignoring case and accents: only the spelling differs.
   */
  public static boolean sameLetters(String one, @Nullable String other) {
    return other != null && letters(one).equals(letters(other));
  }

  private static String letters(String text) {
    return NEITHER_LETTER_NOR_DIGIT.matcher(of(text).toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
