package org.stadtstand.city.project;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.strategy.StrategyFields;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Reader;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pinned;

/** The fields of what happens to a project. */
@Component
@Order(7)
class ProjectEventFields implements GraphQlRoom {

  static final ListedType<ProjectStatusChange> STATUS_CHANGE =
      event(
              ProjectEvents.PROJECT_STATUS_CHANGE,
              ProjectStatusChange.class,
              ProjectStatusChange::read)
          .filter("status", Filters.choice("{t}.status"))
          .filter("reasonCode", Filters.choice("{t}.reason_code"));

  static final ListedType<ScheduleRevision> SCHEDULE_REVISION =
      event(ProjectEvents.SCHEDULE_REVISION, ScheduleRevision.class, ScheduleRevision::read)
          .filter("field", Filters.choice("{t}.field"))
          .filter("oldOn", Filters.partialDate("{t}.old_on_from", "{t}.old_on_to"))
          .filter("newOn", Filters.partialDate("{t}.new_on_from", "{t}.new_on_to"))
          .filter("reasonCode", Filters.choice("{t}.reason_code"))
          .order("NEW_ON", OrderField.date("{t}.new_on_to"));

  static final ListedType<PriorityRating> PRIORITY_RATING =
      event(ProjectEvents.PRIORITY_RATING, PriorityRating.class, PriorityRating::read)
          .filter("guideline", Filters.key("{t}.guideline", StrategyFields.GUIDELINE.number()))
          .filter("priority", Filters.choice("{t}.priority"));

  static final ListedType<CostObservation> COST_OBSERVATION =
      event(ProjectEvents.COST_OBSERVATION, CostObservation.class, CostObservation::read)
          .filter("phase", Filters.choice("{t}.phase"))
          .filter("amount", Filters.decimal("{t}.amount"))
          .filter("currency", Filters.choice("{t}.currency"))
          .filter("qualifier", Filters.choice("{t}.qualifier"))
          .filter("nature", Filters.choice("{t}.nature"))
          .filter("year", Filters.integer("{t}.year"))
          .order("AMOUNT", OrderField.decimal("{t}.amount"))
          .order("YEAR", OrderField.integer("{t}.year"));

  static final ListedType<ProjectRelation> PROJECT_RELATION =
      event(ProjectEvents.PROJECT_RELATION, ProjectRelation.class, ProjectRelation::read)
          .filter("kind", Filters.choice("{t}.kind"))
          .filter("other", Filters.key("{t}.other", ProjectTables.PROJECT.number()))
          .filter("formerTitle", Filters.text("{t}.former_title"));

  @Override
  public void wire(Wiring wiring) {
    wire(wiring, STATUS_CHANGE, "statusChanges", ProjectStatusChange::projectRecord);
    wire(wiring, SCHEDULE_REVISION, "scheduleRevisions", ScheduleRevision::projectRecord);
    wire(wiring, PRIORITY_RATING, "priorityRatings", PriorityRating::projectRecord);
    wire(wiring, COST_OBSERVATION, "costs", CostObservation::projectRecord);
    wire(wiring, PROJECT_RELATION, "relations", ProjectRelation::projectRecord);
    wiring.reference(
        "PriorityRating", "guideline", StrategyFields.GUIDELINE, PriorityRating::guidelineRecord);
    wiring.reference(
        "ProjectRelation", "other", ProjectFields.PROJECT, ProjectRelation::otherRecord);
    wiring.connection(
        Relation.of("Guideline", "priorityRatings", PRIORITY_RATING, "{t}.guideline = {p}"));
  }

  private static <T extends Pinned> void wire(
      Wiring wiring, ListedType<T> type, String field, ProjectNumber<T> project) {
    wiring.type(type);
    wiring.reference(type.typeName(), "project", ProjectFields.PROJECT, project::of);
    wiring.connection(Relation.of("Project", field, type, "{t}.project = {p}"));
  }

  private static <T> ListedType<T> event(RecordType type, Class<T> javaType, Reader<T> reader) {
    return ListedType.of(type, javaType, reader)
        .filter("project", Filters.key("{t}.project", ProjectTables.PROJECT.number()))
        .filter("effectiveOn", Filters.partialDate("{t}.effective_on_from", "{t}.effective_on_to"))
        .order(
            "EFFECTIVE_ON",
            OrderField.date("{t}.effective_on_to"),
            OrderField.integer("{t}.ordinal"))
        .defaultOrder("EFFECTIVE_ON");
  }

  private interface ProjectNumber<T> {
    int of(T event);
  }
}
