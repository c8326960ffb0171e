package org.stadtstand.serve.catalogue;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.vocabulary.Vocabulary;
import org.stadtstand.serve.catalogue.CatalogueGraph.Node;

/**
 * One page of the catalogue: the catalogue itself, its pages, the service, and the datasets of one
 * city.
 *
 * @param keys of all cities in the catalogue, in order
 * @param city null if nothing is published
 * @param changed when the newest release of all became known; null on all pages but the first,
 *     which would otherwise change with the releases of other cities
 */
record CataloguePage(
    Addresses addresses,
    CatalogueForm form,
    CatalogueSettings settings,
    List<String> keys,
    @Nullable CityEntry city,
    @Nullable Instant changed) {

  void write(OutputStream out) {
    CatalogueGraph graph = new CatalogueGraph();
    Node catalogue = catalogue(graph);
    if (city != null) {
      pages(graph, city.key());
      CityPage page = new CityPage(graph, addresses, city);
      page.write().forEach(dataset -> catalogue.link("dcat:dataset", dataset));
      catalogue.link("dcat:service", service(graph, page.recordAddress(), city));
    }
    graph.write(form, out);
  }

  private Node catalogue(CatalogueGraph graph) {
    publisher(graph);
    graph.node(addresses.base() + "/", "foaf:Document");
    graph.node(Addresses.THEMES, "skos:ConceptScheme").text("dct:title", "Data theme", "en");
    Node catalogue =
        graph
            .node(addresses.catalogue(), "dcat:Catalog")
            .text("dct:title", settings.title(), "de")
            .text(
                "dct:description",
                "Was Städte mit ihrer Digitalstrategie versprochen haben, und was daraus geworden"
                    + " ist: Vorhaben, Leistungen und Ziele mit ihren Quellen und allen früheren"
                    + " Ständen.",
                "de")
            .text(
                "dct:description",
                "What cities have promised with their digital strategies, and what became of it:"
                    + " projects, services and targets with their sources and all former states.",
                "en")
            .link("dct:publisher", publisherAddress())
            .link("dct:language", Addresses.GERMAN)
            .link("foaf:homepage", addresses.base() + "/")
            .link("dcat:themeTaxonomy", Addresses.THEMES);
    if (changed != null) {
      catalogue.moment("dct:modified", changed);
    }
    return catalogue;
  }

  /** That of the first city is on its own page only, so it is repeated here. */
  private void publisher(CatalogueGraph graph) {
    CityTerms.agent(graph, publisherAddress(), settings.publisher(), settings.publisherType());
  }

  private String publisherAddress() {
    return addresses.catalogue() + "#herausgeber";
  }

  /** In the words of both editions of Hydra that harvesters read. */
  private void pages(CatalogueGraph graph, String key) {
    int place = keys.indexOf(key);
    Node page =
        graph
            .node(addresses.page(key, form), "hydra:PagedCollection")
            .of("hydra:PartialCollectionView");
    page.link("hydra:firstPage", addresses.page(keys.getFirst(), form))
        .link("hydra:first", addresses.page(keys.getFirst(), form))
        .link("hydra:lastPage", addresses.page(keys.getLast(), form))
        .link("hydra:last", addresses.page(keys.getLast(), form));
    if (place > 0) {
      page.link("hydra:previousPage", addresses.page(keys.get(place - 1), form))
          .link("hydra:previous", addresses.page(keys.get(place - 1), form));
    }
    if (place + 1 < keys.size()) {
      page.link("hydra:nextPage", addresses.page(keys.get(place + 1), form))
          .link("hydra:next", addresses.page(keys.get(place + 1), form));
    }
  }

  private Node service(CatalogueGraph graph, String record, CityEntry first) {
    return graph
        .node(addresses.service(), "dcat:DataService")
        .text("dct:title", "GraphQL-Schnittstelle", "de")
        .text("dct:title", "GraphQL API", "en")
        .text(
            "dct:description",
            "Fragen an alle Stände, mit Filtern, Gruppen und Zeitreihen; jede Antwort ist auch eine"
                + " Tabelle und ein Link.",
            "de")
        .link("dct:publisher", publisherAddress())
        .link("dcat:endpointURL", addresses.graphql())
        .link("dcat:endpointDescription", addresses.base() + "/schema.graphqls")
        .link("dct:accessRights", Addresses.PUBLIC)
        .link("dct:license", Vocabulary.LICENCE.address(first.described().licence()))
        .link("dcat:servesDataset", record);
  }
}
