package org.stadtstand.serve.view;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/** Which of the two languages a browser prefers. */
public final class PreferredLanguage {

  private PreferredLanguage() {}

  /** German unless something else is asked for: who reads neither is likelier to read English. */
  public static Language of(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return Language.DE;
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
      String tag = Locale.lookupTag(ranges, List.of("de", "en"));
      // Where neither fits, English may still have been refused by name.
      boolean english =
          "en".equals(tag)
              || (tag == null && ranges.stream().noneMatch(PreferredLanguage::isDecided));
      return english ? Language.EN : Language.DE;
    } catch (IllegalArgumentException e) {
      // It is no list of languages.
      return Language.DE;
    }
  }

  private static boolean isDecided(Locale.LanguageRange range) {
    return range.getRange().equals("*") || range.getRange().startsWith("en");
  }
}
