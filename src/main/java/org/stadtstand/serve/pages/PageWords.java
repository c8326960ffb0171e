package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;

/**
 * The functions by which a template shows a status: {@code {{#sign}}REACHED|Erreicht{{/sign}}}
 * draws the sign of it before its word, {@code {{#signs}}REACHED|6{{/signs}}} as many signs as
 * there are things.
 */
final class PageWords {

  static final Mustache.Lambda SIGN =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).with(parts[1]));
      };

  static final Mustache.Lambda SIGNS =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).times(Integer.parseInt(parts[1])));
      };

  private PageWords() {}
}
