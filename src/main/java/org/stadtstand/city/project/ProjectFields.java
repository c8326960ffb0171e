package org.stadtstand.city.project;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.organisation.OrganisationFields;
import org.stadtstand.city.organisation.Responsible;
import org.stadtstand.city.strategy.StrategyFields;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields of projects, and the lists of projects of what earlier rooms have. */
@Component
@Order(6)
class ProjectFields implements GraphQlRoom {

  static final ListedType<Project> PROJECT =
      ProjectState.addTo(ListedType.of(ProjectTables.PROJECT, Project.class, Project::read))
          .filter("title", Filters.sortedText("{t}.title_de", "{t}.title_de_sort"))
          .filter("summary", Filters.text("{t}.summary_de"))
          .filter("focusArea", Filters.key("{t}.focus_area", StrategyFields.FOCUS_AREA.number()))
          .filter("leadUnit", Filters.key("{t}.lead_unit", OrganisationFields.ORG_UNIT.number()))
          .filter("partners", Filters.list("{t}.partners"))
          .filter(
              "plannedStart", Filters.partialDate("{t}.planned_start_from", "{t}.planned_start_to"))
          .filter("plannedEnd", Filters.partialDate("{t}.planned_end_from", "{t}.planned_end_to"))
          .order("TITLE", OrderField.text("{t}.title_de_sort"))
          .order("PLANNED_START", OrderField.date("{t}.planned_start_to"))
          .order("PLANNED_END", OrderField.date("{t}.planned_end_to"));

  @Override
  public void wire(Wiring wiring) {
    wiring.type(PROJECT);
    wiring.root("projects", PROJECT);
    wiring.lookup("project", PROJECT);
    wiring.reference("Project", "focusArea", StrategyFields.FOCUS_AREA, Project::focusAreaRecord);
    wiring.reference("Project", "leadUnit", OrganisationFields.ORG_UNIT, Project::leadUnitRecord);
    wiring.connection(Relation.of("FocusArea", "projects", PROJECT, "{t}.focus_area = {p}"));
    wiring.connection(
        Relation.through("Target", "projects", PROJECT, "project_target", "project", "target"));
    wiring.connection(
        Relation.through(
            "PublicService", "projects", PROJECT, "project_service", "project", "service"));
    wiring.connection(
        new Relation<>(
            "OrgUnit",
            "projects",
            PROJECT,
            arguments -> Responsible.link("{t}.lead_unit", arguments)));
  }
}
