package org.stadtstand.serve.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/**
 * What DCAT-AP.de 3.0 demands of each class: properties that must be there, and those that must not
 * be there twice. The whole standard is checked with its own shapes, which are not part of this
 * program.
 *
 * @param type of the nodes
 * @param needed at least one of each
 * @param single at most one of each
 */
record CatalogueRule(String type, List<String> needed, List<String> single) {

  private static final String TITLE = "dct:title";
  private static final String DESCRIPTION = "dct:description";
  private static final String PUBLISHER = "dct:publisher";
  private static final String LICENCE = "dct:license";
  private static final String MODIFIED = "dct:modified";
  private static final String AVAILABILITY = "dcatap:availability";

  private static final List<CatalogueRule> ALL =
      List.of(
          new CatalogueRule(
              "dcat:Catalog",
              List.of(TITLE, DESCRIPTION, PUBLISHER),
              List.of(PUBLISHER, MODIFIED, "foaf:homepage")),
          new CatalogueRule(
              "dcat:Dataset",
              List.of(
                  TITLE,
                  DESCRIPTION,
                  PUBLISHER,
                  MODIFIED,
                  "dcat:contactPoint",
                  "dcatde:contributorID",
                  "dcat:distribution",
                  "dcat:version"),
              List.of(
                  PUBLISHER,
                  MODIFIED,
                  "dct:issued",
                  "dcatde:contributorID",
                  "dct:accessRights",
                  "dct:accrualPeriodicity",
                  AVAILABILITY,
                  "dcat:version")),
          new CatalogueRule(
              "dcat:DatasetSeries",
              List.of(TITLE, DESCRIPTION),
              List.of(PUBLISHER, MODIFIED, "dct:issued")),
          new CatalogueRule(
              "dcat:Distribution",
              List.of("dcat:accessURL", LICENCE, "dct:format"),
              List.of(
                  LICENCE,
                  "dct:format",
                  "dcat:mediaType",
                  "dcat:byteSize",
                  "spdx:checksum",
                  AVAILABILITY,
                  "dct:issued",
                  MODIFIED)),
          new CatalogueRule(
              "dcat:DataService",
              List.of(TITLE, "dcat:endpointURL", PUBLISHER),
              List.of(PUBLISHER, LICENCE, "dct:accessRights")),
          new CatalogueRule("foaf:Agent", List.of("foaf:name"), List.of("dct:type")),
          new CatalogueRule("vcard:Kind", List.of("vcard:fn"), List.of("vcard:fn")),
          new CatalogueRule(
              "dct:PeriodOfTime",
              List.of("dcat:startDate", "dcat:endDate"),
              List.of("dcat:startDate", "dcat:endDate")),
          new CatalogueRule(
              "spdx:Checksum",
              List.of("spdx:algorithm", "spdx:checksumValue"),
              List.of("spdx:algorithm", "spdx:checksumValue")));

  /** The classes of which the page has something to say. */
  static Set<String> types() {
    return ALL.stream().map(CatalogueRule::type).collect(Collectors.toSet());
  }

  /** What a page lacks, or has twice, each in words. */
  static List<String> violations(Model page) {
    List<String> all = new ArrayList<>();
    for (CatalogueRule rule : ALL) {
      page.listSubjectsWithProperty(RDF.type, page.createResource(CatalogueGraph.whole(rule.type)))
          .forEach(node -> rule.check(node, all));
    }
    page.listStatements()
        .filterKeep(said -> said.getSubject().isAnon() || said.getObject().isAnon())
        .forEach(said -> all.add("a node without an address: " + said));
    return all;
  }

  private void check(Resource node, List<String> all) {
    for (String property : needed) {
      if (count(node, property) == 0) {
        all.add(node + " has no " + property);
      }
    }
    for (String property : single) {
      if (count(node, property) > 1) {
        all.add(node + " has several " + property);
      }
    }
    for (String property : needed) {
      values(node, property)
          .filter(value -> value.isLiteral() && value.asLiteral().getString().isBlank())
          .forEach(value -> all.add(node + " has an empty " + property));
    }
  }

  private static int count(Resource node, String property) {
    return (int)
        values(node, property)
            .map(value -> value.isLiteral() ? value.asLiteral().getLanguage() + value : value)
            .distinct()
            .count();
  }

  private static Stream<RDFNode> values(Resource node, String property) {
    return node
        .listProperties(node.getModel().createProperty(CatalogueGraph.whole(property)))
        .mapWith(said -> said.getObject())
        .toList()
        .stream();
  }
}
