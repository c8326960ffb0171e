package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import org.stadtstand.ground.text.Language;

/**
 * The two functions that templates call: {@code {{#t}}Ziel|target{{/t}}} keeps the half in the
 * page's language, and {@code {{#sign}}REACHED|Erreicht{{/sign}}} draws the sign of a status before
 * its word.
 */
final class PageWords {

  static final Mustache.Lambda SIGN =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).with(parts[1]));
      };

  private PageWords() {}

  static Mustache.Lambda translation(Language language) {
    return (fragment, out) -> {
      String[] halves = fragment.execute().split("\\|", 2);
      out.write(language.pick(halves[0], halves[1]));
    };
  }
}
