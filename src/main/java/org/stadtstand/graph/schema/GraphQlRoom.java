package org.stadtstand.graph.schema;

/** A domain room, seen from the API: it wires its types, root fields and relations. */
public interface GraphQlRoom {

  void wire(SchemaWiring wiring);
}
