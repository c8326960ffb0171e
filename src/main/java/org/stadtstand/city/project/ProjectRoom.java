package org.stadtstand.city.project;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Explanation;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/** The tables of projects, what they are for, and everything that happened to them. */
@Component
class ProjectRoom implements Room {

  @Override
  public List<RecordType> recordTypes() {
    return List.of(
        ProjectTables.PROJECT,
        ProjectTables.PROJECT_TARGET,
        ProjectTables.PROJECT_SERVICE,
        ProjectEvents.PROJECT_STATUS_CHANGE,
        ProjectEvents.SCHEDULE_REVISION,
        ProjectEvents.PRIORITY_RATING,
        ProjectEvents.COST_OBSERVATION,
        ProjectTables.MILESTONE,
        ProjectEvents.PROJECT_RELATION);
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(
        RefreshProjectStatus.RULE.derivedTable(),
        RefreshProjectSchedule.RULE.derivedTable(),
        RefreshProjectReport.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return ProjectRules.ALL;
  }

  @Override
  public List<Explanation> explanations() {
    return List.of(
        new Explanation(
            "schedule_revision",
            "project",
            "planned_start",
            "new_on",
            "old_on",
            "field",
            "PLANNED_START"),
        new Explanation(
            "schedule_revision",
            "project",
            "planned_end",
            "new_on",
            "old_on",
            "field",
            "PLANNED_END"),
        new Explanation("responsibility_change", "project", "lead_unit", "unit", null, null, null));
  }
}
