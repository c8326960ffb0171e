package org.stadtstand.city.organisation;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of organisational units and their decisions. */
@Component
class OrganisationFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.lookup("orgUnit", OrgUnit.TYPE);
    wiring.root("orgUnits", OrgUnit.TYPE);
    wiring.root("decisions", Decision.TYPE);
  }
}
