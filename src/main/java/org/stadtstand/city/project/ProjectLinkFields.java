package org.stadtstand.city.project;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.EvidenceFields;
import org.stadtstand.city.organisation.OrganisationFields;
import org.stadtstand.city.publicservice.PublicServiceFields;
import org.stadtstand.city.strategy.TargetFields;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** What hangs on a project besides its events: milestones, and what earlier rooms know of it. */
@Component
@Order(8)
class ProjectLinkFields implements GraphQlRoom {

  static final ListedType<Milestone> MILESTONE =
      ListedType.of(ProjectTables.MILESTONE, Milestone.class, Milestone::read)
          .filter("project", Filters.key("{t}.project", ProjectTables.PROJECT.number()))
          .filter("title", Filters.text("{t}.title_de"))
          .filter("dueOn", Filters.partialDate("{t}.due_on_from", "{t}.due_on_to"))
          .filter("doneOn", Filters.partialDate("{t}.done_on_from", "{t}.done_on_to"))
          .order("DUE_ON", OrderField.date("{t}.due_on_to"))
          .order("DONE_ON", OrderField.date("{t}.done_on_to"))
          .defaultOrder("DUE_ON");

  @Override
  public void wire(Wiring wiring) {
    wiring.type(MILESTONE);
    wiring.reference("Milestone", "project", ProjectFields.PROJECT, Milestone::projectRecord);
    wiring.connection(ofProject("milestones", MILESTONE, "{t}.project = {p}"));
    wiring.connection(
        Relation.through(
            "Project", "targets", TargetFields.TARGET, "project_target", "target", "project"));
    wiring.connection(
        Relation.through(
            "Project",
            "services",
            PublicServiceFields.PUBLIC_SERVICE,
            "project_service",
            "service",
            "project"));
    wiring.connection(
        ofProject(
            "responsibilityChanges",
            OrganisationFields.RESPONSIBILITY_CHANGE,
            "{t}.subject = {p}"));
    wiring.connection(ofProject("decisions", OrganisationFields.DECISION, "{t}.subject = {p}"));
    wiring.connection(ofProject("claims", EvidenceFields.CLAIM, "{t}.subject = {p}"));
  }

  private static <T> Relation<T> ofProject(String field, ListedType<T> type, String link) {
    return Relation.of("Project", field, type, link);
  }
}
