package org.stadtstand.city.publicservice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongBiFunction;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.time.Pin;

/** The root fields of service lists, and the progress of the services on a list. */
@Component
class SelectionFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("serviceSelections", ServiceSelection.TYPE);
    wiring.lookup("serviceSelection", ServiceSelection.TYPE);
    wiring.value("SelectionProgress", SelectionProgress.class);
    wiring.<SelectionProgress>reference(
        "SelectionProgress",
        "reported",
        Objects.requireNonNull(wiring.types().find("Observation")),
        SelectionProgress::reportedRecord);
    wiring.<ServiceSelection>field(
        "ServiceSelection",
        "progress",
        (selection, env) -> SelectionCourse.progress(wiring, selection.ref(), env));
  }

  @Override
  public Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of("progress", SelectionCourse::length);
  }
}
