package org.stadtstand.ground.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form of every text that comes in, with a question or a delivery: composed (NFC). A Mac
 * writes ü as u and two dots, and would otherwise find nothing that others wrote.
 */
public final class NormalForm {

  private NormalForm() {}

  public static String of(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
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
