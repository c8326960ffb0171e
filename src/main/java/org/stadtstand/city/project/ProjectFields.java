package org.stadtstand.city.project;

import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Amount;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The root fields of projects. */
@Component
class ProjectFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("projects", Project.TYPE);
    wiring.root("statusChanges", ProjectStatusChange.TYPE);
    wiring.root("scheduleRevisions", ScheduleRevision.TYPE);
    wiring.root("costs", CostObservation.TYPE);
    wiring.root("milestones", Milestone.TYPE);
    wiring.lookup("project", Project.TYPE);
    wiring.value("Amount", Amount.class);
    wiring.<Project>worded("Project", "daysInStatusLabel", Project::daysInStatusLabel);
    wiring.<Project>worded("Project", "daysToCompleteLabel", Project::daysToCompleteLabel);
    wiring.<Project>worded("Project", "overdueDaysLabel", Project::overdueDaysLabel);
    wiring.<ScheduleRevision>worded(
        "ScheduleRevision", "movedDaysLabel", ScheduleRevision::movedDaysLabel);
  }
}
