package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.StandIn;

/**
 * The functions by which a template says things.
 *
 * <ul>
 *   <li>{@code {{#sign}}REACHED|Erreicht{{/sign}}} draws the sign of a status before its word;
 *   <li>{@code {{#signs}}REACHED|6{{/signs}}} draws as many signs as there are things;
 *   <li>{@code {{#noun}}1|Ziel|Ziele{{/noun}}} has the form of a noun that its number wants;
 *   <li>{@code {{#absent}}due_on|ohne Frist|Frist{{/absent}}} says why a column of the record has
 *       no value: nothing was stated, or the law withholds it, which no page may mistake for the
 *       other. The last part, what is withheld, can be left out.
 * </ul>
 */
final class PageWords {

  private static final Set<String> ONE = Set.of("1", "−1");

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

  private static final Mustache.Lambda NOUN =
      (fragment, out) -> {
        String[] parts = fragment.execute().split("\\|", 3);
        out.write(ONE.contains(parts[0]) ? parts[1] : parts[2]);
      };

  private PageWords() {}

  /** Gives the functions to a template. */
  static void putInto(Map<String, @Nullable Object> model, Language language) {
    model.put("sign", SIGN);
    model.put("signs", SIGNS);
    model.put("noun", NOUN);
    model.put("absent", absent(language));
  }

  private static Mustache.Lambda absent(Language language) {
    return (fragment, out) -> {
      String[] parts = fragment.execute().split("\\|", 3);
      String what = parts.length == 3 ? parts[2] + " " : "";
      boolean withheld =
          fragment.context() instanceof Map<?, ?> record
              && record.get("withheld") instanceof List<?> columns
              && columns.contains(parts[0]);
      out.write(withheld ? what + StandIn.WORDS.in(language) : parts[1]);
    };
  }
}
