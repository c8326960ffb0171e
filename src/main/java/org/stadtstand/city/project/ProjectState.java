package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Formula.cell;

import java.util.List;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.Formula.Cell;
import org.stadtstand.record.declaration.Formula.DaysSince;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedTypeBuilder;
import org.stadtstand.record.listing.OrderField;

/**
 * Where a project stands on the given day, as columns, filters and orders: some of it is stored in
 * periods, and what depends only on the given day is computed from them.
 */
final class ProjectState {

  private static final Cell STATUS = cell("status", "status");
  private static final Cell SINCE = cell("status", "since_on");
  private static final Cell PLANNED = cell("status", "planned_on");

  private static final Formula DAYS_IN_STATUS = new DaysSince(SINCE);

  private static final Formula DAYS_TO_COMPLETE =
      completed(new Formula.DaysBetween(PLANNED, SINCE));

  /** Whether one of the two days is not known to the day. */
  private static final String ROUGH =
      "({status}.since_on_earliest < {status}.since_on"
          + " or {status}.planned_on_earliest < {status}.planned_on)";

  private static final Formula OVERDUE_DAYS =
      new Formula.DaysOverdue(
          cell("t", "planned_end_to"), STATUS, List.of("COMPLETED", "CANCELLED", "MERGED"));

  private static final Formula DAYS_SINCE_LAST_REPORT =
      new DaysSince(new Formula.FirstDay("report"));

  private ProjectState() {}

  static ListedTypeBuilder<Project> addTo(ListedTypeBuilder<Project> type) {
    return type.join("status", new JoinedRow.Period("project_status_period", "project"))
        .join("schedule", new JoinedRow.Period("project_schedule_period", "project"))
        .join("report", new JoinedRow.Period("project_report_period", "project"))
        .join("rated", new JoinedRow.Period("project_priority_period", "project"))
        .choice("status", STATUS, ProjectStatus.class)
        .column("status_event", cell("status", "event"))
        .date("status_since", cell("status", "since_on_earliest"), SINCE)
        .integer("days_in_status", DAYS_IN_STATUS)
        .date("completed_on", completed(cell("status", "since_on_earliest")), completed(SINCE))
        .column("first_planned_on_from", cell("status", "planned_on_earliest"))
        .column("first_planned_on_to", PLANNED)
        .derived(
            "days_to_complete",
            DAYS_TO_COMPLETE,
            Filters.integer(DAYS_TO_COMPLETE.sql()).inexact(ROUGH))
        .date(
            "first_planned_end",
            cell("schedule", "first_planned_end_earliest"),
            cell("schedule", "first_planned_end"))
        .integer("slippage_days", cell("schedule", "slippage_days"))
        .integer("times_rescheduled", cell("schedule", "times_rescheduled"))
        .integer("overdue_days", OVERDUE_DAYS)
        .integer("days_since_last_report", DAYS_SINCE_LAST_REPORT)
        .choice("priority", cell("rated", "priority"), Priority.class)
        .join("focus", new JoinedRow.Published("focus_area", cell("t", "focus_area")))
        .join("lead", new JoinedRow.Published("org_unit", cell("t", "lead_unit")))
        .order("FOCUS_AREA", OrderField.integer("{focus}.position"))
        .order("LEAD_UNIT", OrderField.name("lead"));
  }

  private static Formula completed(Formula value) {
    return new Formula.Within(value, STATUS, ProjectStatus.COMPLETED.name());
  }
}
