package org.stadtstand.ground.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form of every text that comes in, with a question or a delivery: composed (NFC), with
 * plain blanks and without ligatures. A Mac writes ü as u and two dots, a word processor puts
 * blanks at which no line breaks, and what is copied from a PDF has one character for fi: each
 * would otherwise find nothing that others wrote.
 */
public final class NormalForm {

  private NormalForm() {}

  /** Composed alone, for what is no text: of a number that cannot be read each blank is named. */
  public static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  public static String of(String text) {
    String composed = composed(text);
    return composed.chars().anyMatch(NormalForm::isTypeset) ? plain(composed) : composed;
  }

  /** A blank of another width, or at which no line breaks, or a Latin ligature. */
  private static boolean isTypeset(int c) {
    return c >= '\u00A0'
        && (c == '\u00A0'
            || (c >= '\u2000' && c <= '\u200A')
            || c == '\u202F'
            || c == '\u205F'
            || c == '\u3000'
            || (c >= '\uFB00' && c <= '\uFB06'));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      plain.append(
          isTypeset(c) ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : c);
    }
    return plain.toString();
  }

  /** The same for all texts in a value read from JSON. */
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case String text -> of(text);
      case List<?> list -> list.stream().<@Nullable Object>map(NormalForm::of).toList();
      case Map<?, ?> map -> of(map);
      case null, default -> value;
    };
  }

  public static <K> Map<K, @Nullable Object> of(Map<K, ?> map) {
    Map<K, @Nullable Object> composed = new LinkedHashMap<>();
    map.forEach((name, part) -> composed.put(name, of(part)));
    return composed;
  }
}
