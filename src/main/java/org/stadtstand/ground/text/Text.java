package org.stadtstand.ground.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A German text and, if someone translated it, the English one. */
public record Text(String de, @Nullable String en) {

  public static @Nullable Text of(@Nullable String de, @Nullable String en) {
    return de == null ? null : new Text(de, en);
  }

  /** The German text as it stands alone; in a phrase only its nouns have a capital. */
  public Text capital() {
    return new Text(de.substring(0, 1).toUpperCase(Locale.ROOT) + de.substring(1), en);
  }

  /** The text in the language, or the German one if it was never translated. */
  public String in(Language language) {
    return language == Language.EN && en != null ? en : de;
  }
}
