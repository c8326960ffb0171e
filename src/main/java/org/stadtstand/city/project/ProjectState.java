package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Formula.cell;

import java.util.List;
import org.stadtstand.record.declaration.Formula;
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

  private static final Formula DAYS_IN_STATUS = new DaysSince(cell("status", "since_on"));

  private static final Formula OVERDUE_DAYS =
      new Formula.DaysOverdue(
          cell("t", "planned_end_to"),
          cell("status", "status"),
          List.of("COMPLETED", "CANCELLED", "MERGED"));

  private static final Formula DAYS_SINCE_LAST_REPORT =
      new DaysSince(new Formula.FirstDay("report"));

  private ProjectState() {}

  static ListedTypeBuilder<Project> addTo(ListedTypeBuilder<Project> type) {
    return withFilters(withColumns(type))
        .order("FIRST_PLANNED_END", OrderField.date("{schedule}.first_planned_end"))
        .order("SLIPPAGE_DAYS", OrderField.integer("{schedule}.slippage_days"))
        .order("TIMES_RESCHEDULED", OrderField.integer("{schedule}.times_rescheduled"))
        .order("STATUS_SINCE", OrderField.date("{status}.since_on"))
        .order("OVERDUE_DAYS", OrderField.integer(OVERDUE_DAYS.sql()))
        .order("DAYS_SINCE_LAST_REPORT", OrderField.integer(DAYS_SINCE_LAST_REPORT.sql()));
  }

  private static ListedTypeBuilder<Project> withColumns(ListedTypeBuilder<Project> type) {
    return type.join("status", new JoinedRow.Period("project_status_period", "project"))
        .join("schedule", new JoinedRow.Period("project_schedule_period", "project"))
        .join("report", new JoinedRow.Period("project_report_period", "project"))
        .column("status", "{status}.status")
        .column("status_since_from", "{status}.since_on_earliest")
        .column("status_since_to", "{status}.since_on")
        .column("days_in_status", DAYS_IN_STATUS)
        .column("first_planned_end_from", "{schedule}.first_planned_end_earliest")
        .column("first_planned_end_to", "{schedule}.first_planned_end")
        .column("slippage_days", "{schedule}.slippage_days")
        .column("times_rescheduled", "{schedule}.times_rescheduled")
        .column("overdue_days", OVERDUE_DAYS)
        .column("days_since_last_report", DAYS_SINCE_LAST_REPORT);
  }

  private static ListedTypeBuilder<Project> withFilters(ListedTypeBuilder<Project> type) {
    return type.filter("status", Filters.choice("{status}.status", ProjectStatus.class))
        .filter(
            "statusSince", Filters.partialDate("{status}.since_on_earliest", "{status}.since_on"))
        .filter("daysInStatus", Filters.integer(DAYS_IN_STATUS.sql()))
        .filter(
            "firstPlannedEnd",
            Filters.partialDate(
                "{schedule}.first_planned_end_earliest", "{schedule}.first_planned_end"))
        .filter("slippageDays", Filters.integer("{schedule}.slippage_days"))
        .filter("timesRescheduled", Filters.integer("{schedule}.times_rescheduled"))
        .filter("overdueDays", Filters.integer(OVERDUE_DAYS.sql()))
        .filter("daysSinceLastReport", Filters.integer(DAYS_SINCE_LAST_REPORT.sql()));
  }
}
