package org.stadtstand.serve.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * The kinds of pages that a city has: where each stands below the city's address, and which saved
 * document and template make it. The names of the two are the same.
 */
public enum PageKind {
  CITY("", null, "stadt", null),
  TARGETS("ziele", null, "ziele", null),
  TARGET("ziele", PageKind.KEY, "ziel", "target"),
  PROJECTS("projekte", null, "projekte", null),
  PROJECT("projekte", PageKind.KEY, "projekt", "project"),
  SERVICES("leistungen", null, "leistungen", null),
  SERVICE("leistungen", PageKind.KEY, "leistung", "public_service"),
  UNITS("stellen", null, "stellen", null),
  UNIT("stellen", PageKind.KEY, "stelle", "org_unit"),
  SOURCES("quellen", null, "quellen", null),
  SOURCE("quellen", PageKind.KEY, "quelle", "source"),
  STATE("stand", "[1-9]\\d{0,8}", "stand", null),
  COMPARISON("vergleich", "[1-9]\\d{0,8}-[1-9]\\d{0,8}", "vergleich", null),
  FIGURES("zahlen", null, "zahlen", null),
  CHANGES("aenderungen", null, "aenderungen", null),
  SEARCH("suche", null, "suche", null);

  private static final String KEY = "[a-z0-9][a-z0-9._-]{0,79}";

  private final String area;
  private final @Nullable Pattern keys;
  private final String document;
  private final @Nullable String table;

  PageKind(String area, @Nullable String keys, String document, @Nullable String table) {
    this.area = area;
    this.keys = keys == null ? null : Pattern.compile(keys);
    this.document = document;
    this.table = table;
  }

  /** The kind of the page at an address below a city; none if there can be no such page. */
  static Optional<PageKind> of(String area, String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.area.equals(area))
        .filter(kind -> kind.keys == null ? key.isEmpty() : kind.keys.matcher(key).matches())
        .findFirst();
  }

  /** Whether there is one such page of a city, without a key. */
  public boolean isList() {
    return keys == null;
  }

  /** The first part of the address below the city's; empty for the city itself. */
  public String area() {
    return area;
  }

  /** What search engines call the pages of the area; null for the city itself. */
  @Nullable Text words() {
    return switch (this) {
      case CITY -> null;
      case TARGETS, TARGET -> new Text("Ziele", "Targets");
      case PROJECTS, PROJECT -> new Text("Projekte", "Projects");
      case SERVICES, SERVICE -> new Text("Leistungen", "Services");
      case UNITS, UNIT -> new Text("Stellen", "Offices");
      case SOURCES, SOURCE -> new Text("Quellen", "Sources");
      case STATE -> new Text("Stand", "Release");
      case COMPARISON -> new Text("Vergleich", "Comparison");
      case FIGURES -> new Text("Alle Zahlen mit Quelle", "All figures with their sources");
      case CHANGES -> new Text("Änderungen ohne Erläuterung", "Changes without explanation");
      case SEARCH -> new Text("Suche", "Search");
    };
  }

  /** The saved document, and the template that shows its answer. */
  String document() {
    return "city/" + document;
  }

  /** The table of the record that the page is about, as a delivery names it; null if of none. */
  public @Nullable String table() {
    return table;
  }
}
