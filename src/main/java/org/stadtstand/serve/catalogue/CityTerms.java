package org.stadtstand.serve.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.vocabulary.Vocabulary;
import org.stadtstand.serve.bulk.DescribedState;
import org.stadtstand.serve.catalogue.CatalogueGraph.Node;

/**
 * What all datasets of a city have in common: by whom, on what terms, about which place and time.
 */
final class CityTerms {

  private static final String LOCATION = "dct:Location";

  private final CatalogueGraph graph;
  private final Addresses addresses;
  private final CityEntry city;
  private final DescribedState described;

  CityTerms(CatalogueGraph graph, Addresses addresses, CityEntry city) {
    this.graph = graph;
    this.addresses = addresses;
    this.city = city;
    this.described = city.described();
  }

  void write() {
    agent(graph, part("herausgeber"), described.publisher(), described.publisherType());
    contact();
    graph.node(municipality(), LOCATION);
    graph.node(Addresses.GERMANY, LOCATION);
    graph.node(homepage(), "foaf:Document");
    graph
        .node(part("zeitraum"), "dct:PeriodOfTime")
        .day("dcat:startDate", city.begin())
        .day("dcat:endDate", city.end());
    graph
        .node(part("rechte"), "dct:RightsStatement")
        .text("dct:description", described.attribution(), "de");
  }

  static void agent(
      CatalogueGraph graph, String address, String name, @Nullable String publisherType) {
    Node agent = graph.node(address, "foaf:Agent").text("foaf:name", name, "de");
    if (publisherType != null && !publisherType.isEmpty()) {
      agent.link("dct:type", Vocabulary.PUBLISHER_TYPE.address(publisherType));
    }
  }

  private void contact() {
    Node contact =
        graph.node(part("kontakt"), "vcard:Kind").text("vcard:fn", described.publisher(), "de");
    contact.link(
        described.contact().startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL",
        described.contact());
  }

  Node ofSeries(Node series) {
    List<String> themes = described.themes().isEmpty() ? List.of("GOVE") : described.themes();
    themes.forEach(theme -> series.link("dcat:theme", Vocabulary.THEME.address(theme)));
    if (described.frequency() != null) {
      series.link(
          "dct:accrualPeriodicity", Addresses.AUTHORITY + "frequency/" + described.frequency());
    }
    return series
        .link("dct:publisher", part("herausgeber"))
        .link("dcat:contactPoint", part("kontakt"))
        .link("dct:language", Addresses.GERMAN)
        .link("dct:spatial", municipality())
        .link("dct:spatial", Addresses.GERMANY)
        .link("dct:temporal", part("zeitraum"));
  }

  Node ofDataset(Node dataset) {
    return ofSeries(dataset)
        .link("dct:accessRights", Addresses.PUBLIC)
        .link("dcatap:availability", Addresses.AVAILABLE)
        .link("dcatde:politicalGeocodingLevelURI", Addresses.OF_A_MUNICIPALITY)
        .link("dcat:landingPage", homepage())
        .link(
            "dcatde:contributorID",
            described.contributor() == null
                ? null
                : Vocabulary.CONTRIBUTOR.address(described.contributor()));
  }

  private String homepage() {
    return described.homepage() == null ? addresses.home(city.key()) : described.homepage();
  }

  private String municipality() {
    return Addresses.MUNICIPALITIES + described.ags();
  }

  private String part(String name) {
    return addresses.part(city.key(), name);
  }
}
