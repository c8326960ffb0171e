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
          List.of(
              new Given("0", "keine", "none"),
              new Given("1", "eine", "one"),
              new Given("2", "zwei", "two"),
              new Given("3", "drei oder mehr", "three or more")));

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
            new PageFacet("ergebnis", "outcome", CONSTANT),
            new PageFacet("schwerpunkt", "focusArea", KEY),
            new PageFacet("jahr", "dueOn", PERIOD)));
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
            new PageFacet("status", "status", CONSTANT),
            RESCHEDULED,
            new PageFacet("schwerpunkt", "focusArea", KEY),
            new PageFacet("stelle", "leadUnit", KEY),
            new PageFacet("jahr", "plannedEnd", PERIOD)));
  }

  private static ListForm services() {
    return new ListForm(
        List.of("name"),
        List.of(
            new PageOrder("name", "NAME", false, "Name", "Name (in German)"),
            new PageOrder("rueckschritt", "LAST_DOWNGRADED_ON", true, "Rückschritt", "Step back")),
        List.of(
            new PageFacet("online", "onlineApplication", CONSTANT),
            new PageFacet("ganz", "endToEnd", CONSTANT),
            new PageFacet("thema", "theme", TEXT),
            new PageFacet("stelle", "responsibleUnit", KEY)));
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
            new PageFacet("art", "kind", CONSTANT),
            new PageFacet("jahr", "publishedOn", PERIOD),
            new PageFacet("von", "publisher", TEXT)));
  }

  /** The search looks into all fields by itself, and has an order of its own. */
  private static ListForm search() {
    return new ListForm(
        List.of("text"), List.of(), List.of(new PageFacet(ListChoice.TYPE, "type", CONSTANT)));
  }
}
