package org.stadtstand.serve.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.format.Negotiation;

/**
 * Which page of which feed is asked for, and in which form.
 *
 * @param city its key; null for all cities but invented ones
 * @param filter the conditions on changes, by their names in {@code ChangeFilter}
 * @param until the last release that a page of the archive looks at; null for the current page
 * @param after the cursor of the last change of that release that is on a page before; null if none
 */
record FeedAddress(
    FeedKind kind,
    @Nullable String city,
    FeedForm form,
    Language language,
    Map<String, List<String>> filter,
    @Nullable StateName until,
    @Nullable String after) {

  static final String ROOT = "/feed/";
  private static final List<String> CONDITIONS =
      List.of("type", "kind", "explained", "field", "key", "subject");
  private static final Pattern STATE = Pattern.compile("(?:([a-z0-9][a-z0-9._-]*)\\.)?(\\d{1,9})");

  /**
   * Reads an address.
   *
   * @param city its key; null for all
   * @param file the last part of the path: {@code changes}, {@code changes.atom}
   */
  static FeedAddress read(
      @Nullable String city, String file, Map<String, String> parameters, @Nullable String accept) {
    int dot = file.indexOf('.');
    String name = dot < 0 ? file : file.substring(0, dot);
    FeedKind kind =
        Arrays.stream(FeedKind.values())
            .filter(each -> each.path().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(file));
    FeedForm form =
        dot < 0
            ? Negotiation.preferred(accept, FeedForm.ALL, FeedForm::mediaType)
            : FeedForm.of(file.substring(dot + 1)).orElseThrow(() -> unknown(file));
    Map<String, String> left = new TreeMap<>(parameters);
    Language language = language(left.remove("lang"));
    StateName until = until(city, left.remove("until"));
    String after = left.remove("after");
    if (after != null && (until == null || kind == FeedKind.RELEASES)) {
      throw refused("after stands alone.", "Take the address of the next page as a page names it.");
    }
    return new FeedAddress(kind, city, form, language, filter(kind, left), until, after);
  }

  /** German unless something else is asked for. */
  static Language language(@Nullable String asked) {
    return switch (asked) {
      case null -> Language.DE;
      case "de" -> Language.DE;
      case "en" -> Language.EN;
      default -> throw refused("lang cannot be \"" + asked + "\".", "Use lang=de or lang=en.");
    };
  }

  private static @Nullable StateName until(@Nullable String city, @Nullable String asked) {
    if (asked == null) {
      return null;
    }
    Matcher form = STATE.matcher(asked);
    if (form.matches()) {
      String named = form.group(1) == null ? city : form.group(1);
      if (named != null && (city == null || city.equals(named))) {
        return new StateName(named, Integer.parseInt(form.group(2)), null);
      }
    }
    throw refused(
        "until is no release of this feed.",
        "Write the number of a release of the city, 4; of all cities with its key, duesseldorf.4.");
  }

  private static Map<String, List<String>> filter(FeedKind kind, Map<String, String> parameters) {
    Map<String, List<String>> filter = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (kind != FeedKind.CHANGES || !CONDITIONS.contains(name)) {
            throw refused(
                "The feed has no parameter " + name + ".",
                "lang, and for changes "
                    + String.join(", ", CONDITIONS)
                    + ", as the filter of the field changes has them, several values with commas"
                    + " between them.");
          }
          filter.put(name, List.of(value.split(",", -1)));
        });
    return filter;
  }

  private static ApiError refused(String sentence, String hint) {
    return new ApiError(ErrorCode.BAD_ARGUMENT, sentence, hint);
  }

  private static ApiError unknown(String file) {
    return new ApiError(
        ErrorCode.NOT_FOUND,
        "There is no feed called " + file + ".",
        "There are /feed/releases.atom and /feed/changes.atom, the same for a city"
            + " (/feed/duesseldorf/changes.atom), with .feed.json for .atom, and of any question"
            + " /q/{name}.atom.");
  }

  /** The current page of the same feed. */
  FeedAddress current() {
    return new FeedAddress(kind, city, form, language, filter, null, null);
  }

  /** The page of the archive that goes back from a release. */
  FeedAddress until(StateName state, @Nullable String cursor) {
    return new FeedAddress(kind, city, form, language, filter, state, cursor);
  }

  /** The address below the server's own. */
  String path() {
    List<String> query = new ArrayList<>();
    filter.forEach((name, values) -> query.add(name + "=" + encoded(String.join(",", values))));
    if (language == Language.EN) {
      query.add("lang=en");
    }
    if (until != null) {
      String number = String.valueOf(until.number());
      query.add("until=" + (city == null ? until.municipality() + "." + number : number));
    }
    if (after != null) {
      query.add("after=" + encoded(after));
    }
    return ROOT
        + (city == null ? "" : city + "/")
        + kind.path()
        + "."
        + form.suffix()
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** What the feed is, in its id: the same for every page and form of it. */
  String[] name() {
    List<String> parts = new ArrayList<>(List.of(kind.path(), city == null ? "all" : city));
    filter.forEach((name, values) -> parts.add(name + "=" + encoded(String.join(",", values))));
    return parts.toArray(String[]::new);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
