package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Claim;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.organisation.Decision;
import org.stadtstand.city.organisation.ResponsibilityChange;
import org.stadtstand.city.organisation.Responsible;
import org.stadtstand.city.publicservice.PublicService;
import org.stadtstand.city.strategy.Target;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.declaration.SourceRule;
import org.stadtstand.record.declaration.ValueSeries;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of projects, their purposes, and everything that happened to them. */
@Component
class ProjectRoom implements Room, ListingRoom {

  private static final RecordType PROJECT_TARGET =
      RecordType.fullList(
              51,
              "project_target",
              reference("project", "project").must().owning().called("Projekt", "project"),
              reference("target", "target").must().owning().called("Ziel", "target"),
              text("contribution").called("Beitrag", "contribution"))
          .keyedBy("project", "target")
          .called("Zielbeitrag", "contribution to a target")
          .tells(ChangeKind.CREATED, "trägt bei zu „{target}“", "contributes to “{target}”")
          .build();

  private static final RecordType PROJECT_SERVICE =
      RecordType.fullList(
              52,
              "project_service",
              reference("project", "project").must().owning().called("Projekt", "project"),
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"))
          .keyedBy("project", "service")
          .called("Bezug zu einer Dienstleistung", "link to a service")
          .tells(
              ChangeKind.CREATED,
              "betrifft die Dienstleistung „{service}“",
              "concerns the service “{service}”")
          .build();

  @Override
  public List<RecordType> recordTypes() {
    return List.of(
        Project.TABLE,
        PROJECT_TARGET,
        PROJECT_SERVICE,
        ProjectStatusChange.TABLE,
        ScheduleRevision.TABLE,
        PriorityRating.TABLE,
        CostObservation.TABLE,
        Milestone.TABLE,
        ProjectRelation.TABLE);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(
        Project.TYPE,
        ProjectStatusChange.TYPE,
        ScheduleRevision.TYPE,
        PriorityRating.TYPE,
        CostObservation.TYPE,
        Milestone.TYPE,
        ProjectRelation.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("Project", "statusChanges", ProjectStatusChange.TYPE, "{t}.project = {p}"),
        Relation.of("Project", "scheduleRevisions", ScheduleRevision.TYPE, "{t}.project = {p}"),
        Relation.of("Project", "priorityRatings", PriorityRating.TYPE, "{t}.project = {p}"),
        Relation.of("Project", "costs", CostObservation.TYPE, "{t}.project = {p}"),
        Relation.of("Project", "relations", ProjectRelation.TYPE, "{t}.project = {p}"),
        Relation.of("Project", "milestones", Milestone.TYPE, "{t}.project = {p}"),
        Relation.through("Project", "targets", Target.TYPE, "project_target", "target", "project"),
        Relation.through(
            "Project", "services", PublicService.TYPE, "project_service", "service", "project"),
        Relation.of(
            "Project", "responsibilityChanges", ResponsibilityChange.TYPE, "{t}.subject = {p}"),
        Relation.of("Project", "decisions", Decision.TYPE, "{t}.subject = {p}"),
        Relation.of("Project", "claims", Claim.TYPE, "{t}.subject = {p}"),
        Relation.of("FocusArea", "projects", Project.TYPE, "{t}.focus_area = {p}"),
        Relation.of("Guideline", "priorityRatings", PriorityRating.TYPE, "{t}.guideline = {p}"),
        Relation.through("Target", "projects", Project.TYPE, "project_target", "project", "target"),
        Relation.through(
            "PublicService", "projects", Project.TYPE, "project_service", "project", "service"),
        Relation.of(
            "OrgUnit",
            "projects",
            Project.TYPE,
            arguments -> Responsible.link("{t}.lead_unit", arguments)));
  }

  @Override
  public List<DerivedFields> derivedFields() {
    return Stream.concat(ProjectSources.ALL.stream(), ProjectCost.SOURCES.stream()).toList();
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(
        RefreshProjectStatus.RULE.derivedTable(),
        RefreshProjectSchedule.RULE.derivedTable(),
        RefreshProjectReport.RULE.derivedTable(),
        RefreshProjectPriority.RULE.derivedTable(),
        ProjectCost.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return ProjectRules.ALL;
  }

  @Override
  public List<Doubt> doubts() {
    return ProjectDoubts.ALL;
  }

  @Override
  public List<ValueSeries> series() {
    return List.of(new ValueSeries("cost_observation", "amount", "currency", "project", List.of()));
  }

  @Override
  public List<SourceRule> sourceRules() {
    return List.of(Nature.ofSource("cost_observation"));
  }

  @Override
  public List<ExplainingEvent> explanations() {
    return List.of(
        new ExplainingEvent(
            "schedule_revision",
            "project",
            "planned_start",
            "new_on",
            "old_on",
            "field",
            "PLANNED_START"),
        new ExplainingEvent(
            "schedule_revision",
            "project",
            "planned_end",
            "new_on",
            "old_on",
            "field",
            "PLANNED_END"),
        new ExplainingEvent(
            "responsibility_change", "project", "lead_unit", "unit", null, null, null));
  }
}
