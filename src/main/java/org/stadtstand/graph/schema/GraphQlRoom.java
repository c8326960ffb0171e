package org.stadtstand.graph.schema;

/** A domain room, as the API sees it: it wires its types, root fields and relations. */
public interface GraphQlRoom {

  void wire(SchemaWiring wiring);
}
