package org.stadtstand.serve.catalogue;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.jspecify.annotations.Nullable;

/**
 * A graph under construction. Every node in it has an address, none is blank: portals compare what
 * they read with what they read last time.
 */
final class CatalogueGraph {

  static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.of(
              "adms", "http://www.w3.org/ns/adms#",
              "dcat", "http://www.w3.org/ns/dcat#",
              "dcatap", "http://data.europa.eu/r5r/",
              "dcatde", "http://dcat-ap.de/def/dcatde/",
              "dct", "http://purl.org/dc/terms/",
              "foaf", "http://xmlns.com/foaf/0.1/",
              "hydra", "http://www.w3.org/ns/hydra/core#",
              "skos", "http://www.w3.org/2004/02/skos/core#",
              "spdx", "http://spdx.org/rdf/terms#",
              "vcard", "http://www.w3.org/2006/vcard/ns#"));

  private final Model model = ModelFactory.createDefaultModel();

  CatalogueGraph() {
    model.setNsPrefixes(PREFIXES);
    model.setNsPrefix("xsd", XSDDatatype.XSD + "#");
  }

  /** The node at an address, with a further type. */
  Node node(String address, String type) {
    Node node = new Node(model.createResource(address));
    return node.of(type);
  }

  void write(CatalogueForm form, OutputStream out) {
    RDFDataMgr.write(out, model, form.written());
  }

  /** A name with its prefix as an address. */
  static String whole(String name) {
    int colon = name.indexOf(':');
    return PREFIXES.get(name.substring(0, colon)) + name.substring(colon + 1);
  }

  /** A node and what is said about it; what is not known is not said. */
  final class Node {

    private final Resource resource;

    private Node(Resource resource) {
      this.resource = resource;
    }

    String address() {
      return resource.getURI();
    }

    Node of(String type) {
      return link("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", whole(type));
    }

    Node link(String property, @Nullable String address) {
      if (address != null) {
        String name = property.startsWith("http") ? property : whole(property);
        resource.addProperty(model.createProperty(name), model.createResource(address));
      }
      return this;
    }

    Node link(String property, Node other) {
      return link(property, other.address());
    }

    Node text(String property, @Nullable String text, String language) {
      if (text != null) {
        resource.addProperty(model.createProperty(whole(property)), text, language);
      }
      return this;
    }

    Node plain(String property, String text) {
      resource.addProperty(model.createProperty(whole(property)), text);
      return this;
    }

    Node day(String property, LocalDate day) {
      return typed(property, day.toString(), XSDDatatype.XSDdate);
    }

    Node moment(String property, Instant moment) {
      return typed(property, moment.toString(), XSDDatatype.XSDdateTime);
    }

    Node typed(String property, String value, XSDDatatype type) {
      resource.addProperty(model.createProperty(whole(property)), value, type);
      return this;
    }
  }
}
