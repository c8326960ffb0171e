package org.stadtstand.serve.view;

import com.samskivert.mustache.Mustache;
import org.stadtstand.ground.text.Language;

/**
 * The function by which a template holds both languages: {@code {{#t}}Ziel|target{{/t}}} keeps the
 * half in the page's language.
 */
public final class BothLanguages {

  private BothLanguages() {}

  public static Mustache.Lambda in(Language language) {
    return (fragment, out) -> {
      String[] halves = fragment.execute().split("\\|", 2);
      out.write(language.pick(halves[0], halves[1]));
    };
  }
}
