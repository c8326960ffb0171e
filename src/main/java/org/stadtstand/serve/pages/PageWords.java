package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;

/**
 * The function by which a template shows a status: {@code {{#sign}}REACHED|Erreicht{{/sign}}} draws
 * the sign of it before its word.
 */
final class PageWords {

  static final Mustache.Lambda SIGN =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).with(parts[1]));
      };

  private PageWords() {}
}
