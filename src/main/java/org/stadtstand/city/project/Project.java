package org.stadtstand.city.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** Something the city undertakes to reach its targets, and where it stands on the day. */
record Project(
    int record,
    String key,
    Pin pin,
    Text title,
    @Nullable Text summary,
    @Nullable Translation translation,
    @Nullable Integer focusAreaRecord,
    @Nullable Integer leadUnitRecord,
    List<String> partners,
    @Nullable PartialDate plannedStart,
    @Nullable PartialDate plannedEnd,
    @Nullable ProjectStatus status,
    @Nullable LocalDate statusSince,
    @Nullable Integer daysInStatus,
    @Nullable LocalDate firstPlannedEnd,
    @Nullable Integer slippageDays,
    int timesRescheduled,
    @Nullable Integer overdueDays,
    @Nullable Integer daysSinceLastReport,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Project read(Row row, Pin pin) {
    return new Project(
        row.record(),
        row.key(),
        pin,
        row.translated("title"),
        row.translatedOrNull("summary"),
        row.choiceOrNull(Translation.class, "translation"),
        row.integerOrNull("focus_area"),
        row.integerOrNull("lead_unit"),
        row.list("partners"),
        row.partialDateOrNull("planned_start"),
        row.partialDateOrNull("planned_end"),
        row.choiceOrNull(ProjectStatus.class, "status"),
        row.dateOrNull("status_since"),
        row.integerOrNull("days_in_status"),
        row.dateOrNull("first_planned_end"),
        row.integerOrNull("slippage_days"),
        row.integer("times_rescheduled"),
        row.integerOrNull("overdue_days"),
        row.integerOrNull("days_since_last_report"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
