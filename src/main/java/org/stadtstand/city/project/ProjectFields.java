package org.stadtstand.city.project;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of projects. */
@Component
class ProjectFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("projects", Project.TYPE);
    wiring.lookup("project", Project.TYPE);
    wiring.<Project>worded("Project", "daysInStatusLabel", Project::daysInStatusLabel);
    wiring.<Project>worded("Project", "overdueDaysLabel", Project::overdueDaysLabel);
  }
}
