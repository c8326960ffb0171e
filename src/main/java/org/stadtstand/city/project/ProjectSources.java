package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.DerivedFields.published;
import static org.stadtstand.record.declaration.DerivedFields.sourceOf;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.record.declaration.DerivedFields;

/** What the figures about where a project stands rest on: the events they follow from. */
final class ProjectSources {

  private static final String OWN = sourceOf("project", "{p}");

  private static final String STATUS =
      """
      select e.source from project_status_period s
      join project_status_change e on e.record = s.event and {published}
      where s.project = {p} and s.known @> pin.release and s.days @> pin.day\
      """
          .replace("{published}", published("e"));

  /** What said for the first time what still holds. */
  private static final String STATUS_BEGUN =
      """
      select e.source from project_status_period s
      join project_status_change e on e.project = s.project and e.status = s.status
        and e.effective_on_to = s.since_on and {published}
      where s.project = {p} and s.known @> pin.release and s.days @> pin.day\
      """
          .replace("{published}", published("e"));

  private static final String COMPLETED = STATUS_BEGUN + " and s.status = 'COMPLETED'";

  private static final String PLANNED =
      """
      select e.source from project_status_period s
      join project_status_change e on e.project = s.project and e.status = 'PLANNED'
        and e.effective_on_to = s.planned_on and {published}
      where s.project = {p} and s.known @> pin.release and s.days @> pin.day
        and s.status = 'COMPLETED'\
      """
          .replace("{published}", published("e"));

  /** The last rating by each guideline, of those that are not lower than the priority. */
  private static final String RATINGS =
      """
      select e.source from project_priority_period s
      join lateral (
        select distinct on (e.guideline) e.source, e.priority from priority_rating e
        where e.project = s.project and e.effective_on_to <= pin.day and {published}
        order by e.guideline, e.effective_on_to desc, e.ordinal desc, e.record desc
      ) e on e.priority = s.priority
      where s.project = {p} and s.known @> pin.release and s.days @> pin.day\
      """
          .replace("{published}", published("e"));

  private static final String MOVES =
      """
      select e.source from schedule_revision e
      where e.project = {p} and e.field = 'PLANNED_END' and e.effective_on_to <= pin.day
        and {published}\
      """
          .replace("{published}", published("e"));

  /** Without an announced move, the project itself says what was planned and that nothing moved. */
  private static final String MOVES_OR_OWN =
      MOVES + " union all (" + OWN + " and not exists (" + MOVES + "))";

  private static final String FIRST_PLAN =
      "select * from (%s order by e.effective_on_to, e.ordinal, e.record limit 1) first"
              .formatted(MOVES)
          + " union all ("
          + OWN
          + " and not exists ("
          + MOVES
          + "))";

  private static final String PREVIOUS_STATUS =
      """
      select e.source from project_status_change own
      join project_status_period s on s.project = own.project and s.known @> pin.release
        and s.days @> (own.effective_on_to - 1)
      join project_status_change e on e.record = s.event and {published}
      where own.record = {p} and own.since <= pin.release and own.until > pin.release\
      """
          .replace("{published}", published("e"));

  static final List<DerivedFields> ALL =
      List.of(
          derived(List.of("status"), STATUS),
          derived(List.of("statusSince", "daysInStatus"), STATUS_BEGUN),
          derived(List.of("priority"), RATINGS),
          derived(List.of("completedOn"), COMPLETED),
          derived(List.of("daysToComplete"), PLANNED, COMPLETED),
          derived(List.of("firstPlannedEnd"), FIRST_PLAN),
          derived(List.of("slippageDays"), FIRST_PLAN, OWN),
          derived(List.of("timesRescheduled"), MOVES_OR_OWN),
          derived(List.of("overdueDays"), OWN, STATUS),
          derived(List.of("daysSinceLastReport"), lastReport()),
          DerivedFields.of("ProjectStatusChange", List.of("previousStatus"), PREVIOUS_STATUS),
          DerivedFields.of(
              "ScheduleRevision", List.of("movedDays"), sourceOf("schedule_revision", "{p}")));

  private ProjectSources() {}

  private static DerivedFields derived(List<String> fields, String... selects) {
    return DerivedFields.of("Project", fields, selects);
  }

  private static String lastReport() {
    return RefreshProjectReport.EVENTS.stream()
        .map(event -> event.split("\\."))
        .map(event -> reportedIn(event[0], event[1]))
        .collect(Collectors.joining(" union all "));
  }

  private static String reportedIn(String table, String subject) {
    return """
    select e.source from %s e join project_report_period r
      on r.project = e.%s and r.known @> pin.release and r.days @> pin.day
    where e.%2$s = {p} and e.effective_on_to = lower(r.days) and %s\
    """
        .formatted(table, subject, published("e"));
  }
}
