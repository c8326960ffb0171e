package org.stadtstand.graph.schema;

import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongBiFunction;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;

/** A domain room, as the API sees it: it wires its types, root fields and relations. */
public interface GraphQlRoom {

  void wire(SchemaWiring wiring);

  /** Wires what follows from the lists of all rooms, which are known by then. */
  default void wireLists(SchemaWiring wiring) {}

  /** Adds the types and fields that the room generates; the lists and their inputs are there. */
  default void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {}

  /**
   * How long the lists can be that are no lists of records, by the name of their field, from its
   * arguments and the states in which it is read. A list without an entry is short.
   */
  default Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of();
  }

  /**
   * What is known beforehand of the root fields that list what became of records from one state to
   * another, by the name of the field.
   */
  default Map<String, BiFunction<Map<String, Object>, Present, KnownLists.ListExtent>> spans() {
    return Map.of();
  }

  /** The root fields that look through all records, whatever of them they list. */
  default Set<String> searches() {
    return Set.of();
  }
}
