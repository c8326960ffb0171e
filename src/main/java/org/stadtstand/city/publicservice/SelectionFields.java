package org.stadtstand.city.publicservice;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of lists of services, and how far the services of a list are. */
@Component
class SelectionFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("serviceSelections", ServiceSelection.TYPE);
    wiring.lookup("serviceSelection", ServiceSelection.TYPE);
    wiring.value("SelectionProgress", SelectionProgress.class);
    wiring.<ServiceSelection>field(
        "ServiceSelection",
        "progress",
        (selection, env) -> SelectionCourse.progress(wiring, selection.ref(), env));
  }
}
