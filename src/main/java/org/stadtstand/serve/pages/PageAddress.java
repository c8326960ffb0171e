package org.stadtstand.serve.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

/**
 * The address of a page: whose, of what, in which language and as known when.
 *
 * @param key what distinguishes it from others of its kind; empty if there are none
 * @param knownAt the day whose knowledge is shown; null for now
 * @param choice what is shown of its list
 */
record PageAddress(
    MunicipalityRef place,
    PageKind kind,
    String key,
    Language language,
    @Nullable LocalDate knownAt,
    ListChoice choice) {

  /** The address of everything on such a page, as known now. */
  static PageAddress plain(MunicipalityRef place, PageKind kind, String key, Language language) {
    return new PageAddress(place, kind, key, language, null, ListChoice.ALL);
  }

  /** The same page as known on a day. */
  PageAddress at(@Nullable LocalDate day) {
    return new PageAddress(place, kind, key, language, day, choice);
  }

  /** The same page with a part of its list. */
  PageAddress with(ListChoice other) {
    return new PageAddress(place, kind, key, language, knownAt, other);
  }

  /** The same page; a comparison with its earlier state first. */
  PageAddress ordered() {
    if (kind != PageKind.COMPARISON) {
      return this;
    }
    List<Integer> states = Stream.of(key.split("-", -1)).map(Integer::valueOf).sorted().toList();
    String ordered = states.getFirst() + "-" + states.getLast();
    return new PageAddress(place, kind, ordered, language, knownAt, choice);
  }

  /** Whether it is the address that others should link to. */
  boolean isPlain() {
    return knownAt == null && choice.equals(ListChoice.ALL);
  }

  /** The address without the server's own path and without its query. */
  String path() {
    return path(language);
  }

  /** The address with its query: the day of knowledge, and what is chosen. */
  String whole() {
    return path() + wholeQuery();
  }

  /** The same page in the other language. */
  String translated() {
    return path(language == Language.DE ? Language.EN : Language.DE) + wholeQuery();
  }

  /** The city's address, which all of its pages begin with. */
  String root() {
    return root(language);
  }

  /** What every link of the page carries on, so that a reader stays at the day chosen. */
  String query() {
    return knownAt == null ? "" : "?am=" + knownAt;
  }

  /** The variables of the saved document; each document declares those that it uses. */
  Map<String, @Nullable Object> variables(Present present) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("city", place.key());
    variables.put("lang", language.name());
    variables.put("knownAt", knownAt == null ? null : knownAt.toString());
    variables.put("newest", newest(present));
    variables.put("today", String.valueOf(knownAt == null ? present.today() : knownAt));
    variables.putAll(choice.variables(ListForm.of(kind)));
    switch (kind) {
      case STATE -> variables.put("number", Integer.valueOf(key));
      case SEARCH -> variables.putAll(choice.searched());
      case COMPARISON -> {
        String[] states = key.split("-", -1);
        variables.put("from", Integer.valueOf(states[0]));
        variables.put("to", Integer.valueOf(states[1]));
      }
      default -> {
        LocalDate then = then(present);
        variables.put("key", key);
        variables.put("subject", kind.table() + ":" + key);
        variables.put("then", then == null ? null : then.toString());
        variables.put("compared", then != null);
      }
    }
    return variables;
  }

  /**
   * The day that is put beside today: the one chosen, or that of the state before the newest; null
   * if there is only one state.
   */
  @Nullable LocalDate then(Present present) {
    List<Release> releases = present.releases(place);
    if (knownAt != null || releases.size() < 2) {
      return knownAt;
    }
    return releases.get(releases.size() - 2).standsFor();
  }

  /** The number of the last release that is known; 0 if none is. */
  private int newest(Present present) {
    return present.releases(place).stream()
        .filter(each -> knownAt == null || !each.standsFor().isAfter(knownAt))
        .reduce((earlier, later) -> later)
        .map(Release::number)
        .orElse(0);
  }

  private String wholeQuery() {
    List<String> parameters = new ArrayList<>(choice.parameters());
    if (knownAt != null) {
      parameters.add("am=" + knownAt);
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private String path(Language shown) {
    String area = kind.area().isEmpty() ? "" : "/" + kind.area();
    return root(shown) + area + (key.isEmpty() ? "" : "/" + key);
  }

  private String root(Language shown) {
    return shown.pick("/", "/en/") + place.key();
  }
}
