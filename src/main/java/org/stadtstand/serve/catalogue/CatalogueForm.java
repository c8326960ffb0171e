package org.stadtstand.serve.catalogue;

import org.apache.jena.riot.RDFFormat;

/**
 * The forms in which a page of the catalogue can be had. Turtle comes first: people can read it.
 */
enum CatalogueForm {
  TTL("text/turtle", RDFFormat.TURTLE_PRETTY),
  RDF("application/rdf+xml", RDFFormat.RDFXML_PLAIN),
  JSONLD("application/ld+json", RDFFormat.JSONLD11_PRETTY);

  private final String mediaType;
  private final RDFFormat written;

  CatalogueForm(String mediaType, RDFFormat written) {
    this.mediaType = mediaType;
    this.written = written;
  }

  String mediaType() {
    return mediaType;
  }

  RDFFormat written() {
    return written;
  }

  /** With the dot. */
  String suffix() {
    return switch (this) {
      case TTL -> ".ttl";
      case RDF -> ".rdf";
      case JSONLD -> ".jsonld";
    };
  }
}
