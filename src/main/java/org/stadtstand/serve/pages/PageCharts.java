package org.stadtstand.serve.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.chart.Charts;
import org.stadtstand.serve.chart.PageChart;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.request.Question;

/**
 * The charts of a page: its own, and that of what several said of it. Each is the answer to a
 * question of its own, at whose link it can be taken home.
 */
@Component
class PageCharts {

  private static final String TARGET = of("Zielverlauf", "target", "observations { totalCount }");
  private static final String PROJECT = of("Terminverlauf", "project", "versions { totalCount }");

  private static final String SAID_OF_TARGET = of("Aussagen", "target", "claims { totalCount }");
  private static final String SAID_OF_PROJECT = of("Aussagen", "project", "claims { totalCount }");
  private static final String SAID_OF_SERVICE = of("Aussagen", "service", "claims { totalCount }");

  private static final String PROJECT_COUNT =
      "query Projektzahl($city: String!, $knownAt: Moment) {"
          + " claims(municipality: $city, knownAt: $knownAt,"
          + " filter: {topic: {eq: PROJECT_COUNT}}, first: 200) { nodes { value } } }";

  private final Charts charts;

  PageCharts(Charts charts) {
    this.charts = charts;
  }

  private static String of(String name, String field, String selection) {
    return ("query %s($city: String!, $key: String!, $knownAt: Moment) {"
            + " %s(municipality: $city, key: $key, knownAt: $knownAt) { %s } }")
        .formatted(name, field, selection);
  }

  /**
   * Puts the charts into the model of a page, which is asked at the expense of its inquiry.
   *
   * @param model of the page, with the record that it shows
   */
  void put(Map<String, @Nullable Object> model, PageAddress address, Inquiry inquiry) {
    PageChart own =
        switch (address.kind()) {
          case TARGET -> drawn(TARGET, address, inquiry);
          case PROJECT -> drawn(PROJECT, address, inquiry);
          default -> null;
        };
    model.put("chart", model(own));
    PageChart said =
        switch (address.kind()) {
          case CITY -> drawn(PROJECT_COUNT, address, inquiry);
          case TARGET -> isContradicted(model) ? drawn(SAID_OF_TARGET, address, inquiry) : null;
          case PROJECT -> drawn(SAID_OF_PROJECT, address, inquiry);
          case SERVICE -> drawn(SAID_OF_SERVICE, address, inquiry);
          default -> null;
        };
    model.put("saidChart", model(said));
    model.put("card", card(own == null ? said : own));
  }

  /** The course of a target shows its claims; those that cannot be so are shown once more. */
  private static boolean isContradicted(Map<String, @Nullable Object> model) {
    return model.get("record") instanceof Map<?, ?> target
        && target.get("contradictingClaims") instanceof Map<?, ?> claims
        && claims.get("nodes") instanceof List<?> nodes
        && !nodes.isEmpty();
  }

  private @Nullable PageChart drawn(String document, PageAddress address, Inquiry inquiry) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("city", address.place().key());
    variables.put("knownAt", address.knownAt() == null ? null : address.knownAt().toString());
    if (document.contains("$key")) {
      variables.put("key", address.key());
    }
    Question asked = new Question(document, null, variables, inquiry.question().state());
    return charts
        .ofAnswer(new Inquiry(asked, inquiry::answer), "", address.language())
        .orElse(null);
  }

  private static @Nullable Map<String, @Nullable Object> model(@Nullable PageChart chart) {
    if (chart == null) {
      return null;
    }
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("html", chart.html());
    model.put("chartLink", chart.link() == null ? null : LinkAddress.relative(chart.link()));
    return model;
  }

  /** A card that others show of the page needs a whole address, which a server may not have. */
  private static @Nullable Map<String, String> card(@Nullable PageChart chart) {
    String link = chart == null ? null : chart.link();
    return chart == null || link == null || link.startsWith("/")
        ? null
        : Map.of("link", link + ".png", "title", chart.title());
  }
}
