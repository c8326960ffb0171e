package org.stadtstand.serve.pages;

import static org.stadtstand.serve.pages.PageFacet.Form.CONSTANT;
import static org.stadtstand.serve.pages.PageFacet.Form.KEY;
import static org.stadtstand.serve.pages.PageFacet.Form.PERIOD;
import static org.stadtstand.serve.pages.PageFacet.Form.TEXT;
import static org.stadtstand.serve.pages.PageFacet.Form.TIMES;

import java.util.List;
import java.util.Map;
import org.stadtstand.serve.pages.PageFacet.Given;

/**
 * By what the list of a page can be narrowed and ordered.
 *
 * @param texts the fields in which a reader's word is looked for
 * @param orders the first is that of a list for which none was chosen
 */
record ListForm(List<String> texts, List<PageOrder> orders, List<PageFacet> facets) {

  /** Of pages without a list, or with one that is shown as it is. */
  private static final ListForm NONE = new ListForm(List.of(), List.of(), List.of());

  private static final PageFacet RESCHEDULED =
      new PageFacet(
          "verschoben",
          "timesRescheduled",
          TIMES,
          "Ende verschoben",
          "End rescheduled",
          List.of(
              new Given("0", "nie", "never"),
              new Given("1", "einmal", "once"),
              new Given("2", "zweimal", "twice"),
              new Given("3", "dreimal oder öfter", "three times or more")));

  private static final Map<PageKind, ListForm> FORMS =
      Map.of(
          PageKind.TARGETS, targets(),
          PageKind.PROJECTS, projects(),
          PageKind.SERVICES, services(),
          PageKind.UNITS, units(),
          PageKind.SOURCES, sources(),
          PageKind.SEARCH, search());

  static ListForm of(PageKind kind) {
    return FORMS.getOrDefault(kind, NONE);
  }

  private static ListForm targets() {
    return new ListForm(
        List.of("wording"),
        List.of(
            new PageOrder("frist", "DUE_ON", false, "Früheste Frist", "Earliest deadline"),
            new PageOrder("wortlaut", "WORDING", false, "Wortlaut", "Wording (in German)")),
        List.of(
            new PageFacet("ergebnis", "outcome", CONSTANT, "Ergebnis", "Outcome"),
            new PageFacet("schwerpunkt", "focusArea", KEY, "Schwerpunkt", "Focus area"),
            new PageFacet("jahr", "dueOn", PERIOD, "Fällig", "Due")));
  }

  private static ListForm projects() {
    return new ListForm(
        List.of("title", "summary"),
        List.of(
            new PageOrder("titel", "TITLE", false, "Titel", "Title (in German)"),
            new PageOrder("verzug", "SLIPPAGE_DAYS", true, "Größte Verschiebung", "Longest delay"),
            new PageOrder("ende", "PLANNED_END", false, "Frühestes Ende", "Earliest end"),
            new PageOrder("still", "DAYS_SINCE_LAST_REPORT", true, "Am längsten still", "Silence")),
        List.of(
            new PageFacet("status", "status", CONSTANT, "Status", "Status"),
            RESCHEDULED,
            new PageFacet("schwerpunkt", "focusArea", KEY, "Schwerpunkt", "Focus area"),
            new PageFacet("stelle", "leadUnit", KEY, "Federführend", "Lead"),
            new PageFacet("jahr", "plannedEnd", PERIOD, "Geplantes Ende", "Planned end")));
  }

  private static ListForm services() {
    return new ListForm(
        List.of("name"),
        List.of(
            new PageOrder("name", "NAME", false, "Name", "Name (in German)"),
            new PageOrder("rueckschritt", "LAST_DOWNGRADED_ON", true, "Rückschritt", "Step back")),
        List.of(
            new PageFacet("online", "onlineApplication", CONSTANT, "Online", "Online"),
            new PageFacet("ganz", "endToEnd", CONSTANT, "Ohne Medienbruch", "End to end"),
            new PageFacet("thema", "theme", TEXT, "Themenfeld", "Theme (in German)"),
            new PageFacet("stelle", "responsibleUnit", KEY, "Zuständig", "Responsible")));
  }

  private static ListForm units() {
    return new ListForm(
        List.of("name"),
        List.of(new PageOrder("name", "NAME", false, "Name", "Name (in German)")),
        List.of());
  }

  private static ListForm sources() {
    return new ListForm(
        List.of("title", "publisher"),
        List.of(
            new PageOrder("datum", "PUBLISHED_ON", true, "Neueste zuerst", "Newest first"),
            new PageOrder("titel", "TITLE", false, "Titel", "Title")),
        List.of(
            new PageFacet("art", "kind", CONSTANT, "Art", "Kind"),
            new PageFacet("jahr", "publishedOn", PERIOD, "Veröffentlicht", "Published"),
            new PageFacet("von", "publisher", TEXT, "Herausgeber", "Publisher")));
  }

  /** The search looks into all fields by itself, and has an order of its own. */
  private static ListForm search() {
    return new ListForm(
        List.of("text"),
        List.of(),
        List.of(new PageFacet(ListChoice.TYPE, "type", CONSTANT, "Art", "Kind")));
  }
}
