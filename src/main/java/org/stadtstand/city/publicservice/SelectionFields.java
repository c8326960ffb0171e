package org.stadtstand.city.publicservice;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of service lists, and the progress of the services on a list. */
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
