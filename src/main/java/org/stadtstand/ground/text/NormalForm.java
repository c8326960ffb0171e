package org.stadtstand.ground.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form of every text that comes in, with a question or a delivery: composed (NFC), with
 * plain blanks and hyphens and without ligatures. A Mac writes ü as u and two dots, a word
 * processor puts blanks and hyphens at which no line breaks, and what is copied from a PDF has one
 * character for fi: each would otherwise find nothing that others wrote.
 */
public final class NormalForm {

  private NormalForm() {}

  /** Composed alone, for what is no text: of a number that cannot be read each blank is named. */
  public static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * A text of a question. What nobody sees is in no published text, but comes along when a word is
   * copied from a page that says where it may be divided; with it nothing would be found.
   */
  public static String asked(String text) {
    return of(InvisibleCharacters.without(text));
  }

  public static String of(String text) {
    String composed = composed(text);
    return composed.chars().anyMatch(NormalForm::isTypeset) ? plain(composed) : composed;
  }

  /** A blank of another width, what no line breaks at, a hyphen beside ours, a Latin ligature. */
  private static boolean isTypeset(int c) {
    return c >= '\u00A0'
        && (c == '\u00A0'
            || (c >= '\u2000' && c <= '\u200A')
            || isHyphen(c)
            || c == '\u202F'
            || c == '\u205F'
            || c == '\u3000'
            || (c >= '\uFB00' && c <= '\uFB06'));
  }

  private static boolean isHyphen(int c) {
    return c == '\u2010' || c == '\u2011';
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      if (isHyphen(c)) {
        plain.append('-');
      } else {
        plain.append(
            isTypeset(c) ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : c);
      }
    }
    return plain.toString();
  }

  /** The same for all texts in a variable. */
  private static @Nullable Object asked(@Nullable Object value) {
    return switch (value) {
      case String text -> asked(text);
      case List<?> list -> list.stream().<@Nullable Object>map(NormalForm::asked).toList();
      case Map<?, ?> map -> asked(map);
      case null, default -> value;
    };
  }

  /** The same for all texts of a question's variables. */
  public static <K> Map<K, @Nullable Object> asked(Map<K, ?> variables) {
    Map<K, @Nullable Object> composed = new LinkedHashMap<>();
    variables.forEach((name, part) -> composed.put(name, asked(part)));
    return composed;
  }
}
