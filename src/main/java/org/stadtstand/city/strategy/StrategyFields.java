package org.stadtstand.city.strategy;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of focus areas and guidelines. */
@Component
class StrategyFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("focusAreas", FocusArea.TYPE);
    wiring.lookup("focusArea", FocusArea.TYPE);
    wiring.root("guidelines", Guideline.TYPE);
    wiring.lookup("guideline", Guideline.TYPE);
  }
}
