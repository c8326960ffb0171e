package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions by which a template shows a status: {@code {{#sign}}REACHED|Erreicht{{/sign}}}
 * draws the sign of it before its word, {@code {{#signs}}REACHED|6{{/signs}}} as many signs as
 * there are things.
 */
final class PageWords {

  private static final Mustache.Lambda SIGN =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).with(parts[1]));
      };

  private static final Mustache.Lambda SIGNS =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 2);
        out.write(StatusSign.of(parts[0]).times(Integer.parseInt(parts[1])));
      };

  private PageWords() {}

  /** Gives the functions to a template. */
  static void putInto(Map<String, @Nullable Object> model) {
    model.put("sign", SIGN);
    model.put("signs", SIGNS);
  }
}
