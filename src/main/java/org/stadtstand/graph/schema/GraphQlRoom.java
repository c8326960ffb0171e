package org.stadtstand.graph.schema;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.stadtstand.record.time.Pin;

/** A domain room, as the API sees it: it wires its types, root fields and relations. */
public interface GraphQlRoom {

  void wire(SchemaWiring wiring);

  /**
   * How long the lists can be that are no lists of records, by the name of their field, from its
   * arguments and the states in which it is read. A list without an entry is short.
   */
  default Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of();
  }
}
