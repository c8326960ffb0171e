package org.stadtstand.city.project;

import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;

/**
 * Where a project stands on the given day, as columns, filters and orders: some of it is stored in
 * periods, and what depends only on the given day is computed in the statement.
 */
final class ProjectState {

  private static final String DAYS_IN_STATUS = "pin.day - {status}.since_on";

  private static final String OVERDUE_DAYS =
      """
      case when coalesce({status}.status, '') not in ('COMPLETED', 'CANCELLED', 'MERGED')
          and {t}.planned_end_to < pin.day
        then pin.day - {t}.planned_end_to end\
      """;

  private static final String DAYS_SINCE_LAST_REPORT = "pin.day - lower({report}.days)";

  private ProjectState() {}

  static ListedType.Builder<Project> addTo(ListedType.Builder<Project> type) {
    return withFilters(withColumns(type))
        .order("FIRST_PLANNED_END", OrderField.date("{schedule}.first_planned_end"))
        .order("SLIPPAGE_DAYS", OrderField.integer("{schedule}.slippage_days"))
        .order("TIMES_RESCHEDULED", OrderField.integer("{schedule}.times_rescheduled"))
        .order("STATUS_SINCE", OrderField.date("{status}.since_on"))
        .order("OVERDUE_DAYS", OrderField.integer(OVERDUE_DAYS))
        .order("DAYS_SINCE_LAST_REPORT", OrderField.integer(DAYS_SINCE_LAST_REPORT));
  }

  private static ListedType.Builder<Project> withColumns(ListedType.Builder<Project> type) {
    return type.join("status", period("project_status_period", "status"))
        .join("schedule", period("project_schedule_period", "schedule"))
        .join("report", period("project_report_period", "report"))
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

  private static ListedType.Builder<Project> withFilters(ListedType.Builder<Project> type) {
    return type.filter("status", Filters.choice("{status}.status", ProjectStatus.class))
        .filter(
            "statusSince", Filters.partialDate("{status}.since_on_earliest", "{status}.since_on"))
        .filter("daysInStatus", Filters.integer(DAYS_IN_STATUS))
        .filter(
            "firstPlannedEnd",
            Filters.partialDate(
                "{schedule}.first_planned_end_earliest", "{schedule}.first_planned_end"))
        .filter("slippageDays", Filters.integer("{schedule}.slippage_days"))
        .filter("timesRescheduled", Filters.integer("{schedule}.times_rescheduled"))
        .filter("overdueDays", Filters.integer(OVERDUE_DAYS))
        .filter("daysSinceLastReport", Filters.integer(DAYS_SINCE_LAST_REPORT));
  }

  /** Includes the municipality, because the value indexes begin with it. */
  private static String period(String table, String name) {
    return """
    left join %s {%s} on {%2$s}.project = {t}.record
      and {%2$s}.municipality = {t}.municipality
      and {%2$s}.known @> pin.release and {%2$s}.days @> pin.day\
    """
        .formatted(table, name);
  }
}
