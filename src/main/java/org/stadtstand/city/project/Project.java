package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.list;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Amount;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** Something the city undertakes to reach its targets, and where it stands on the given day. */
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
    @Nullable Integer statusEventRecord,
    @Nullable PartialDate statusSince,
    @Nullable Integer daysInStatus,
    @Nullable Priority priority,
    @Nullable Amount plannedCost,
    @Nullable Amount approvedCost,
    @Nullable Amount spentCost,
    @Nullable Amount costOverrun,
    @Nullable BigDecimal costOverrunPercent,
    @Nullable PartialDate completedOn,
    @Nullable PartialDate firstPlannedOn,
    @Nullable Integer daysToComplete,
    @Nullable PartialDate firstPlannedEnd,
    @Nullable Integer slippageDays,
    int timesRescheduled,
    @Nullable Integer overdueDays,
    @Nullable Integer daysSinceLastReport,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              50,
              "project",
              text("title_de").must().sortable().called("Titel", "title"),
              text("title_en").called("Titel (englisch)", "title (English)"),
              text("summary_de").called("Zusammenfassung", "summary"),
              text("summary_en").called("Zusammenfassung (englisch)", "summary (English)"),
              Column.translation(),
              reference("focus_area", "focus_area").called("Schwerpunkt", "focus area"),
              reference("lead_unit", "org_unit")
                  .called("federführende Stelle", "lead unit")
                  .tells(ChangeKind.RESPONSIBILITY_MOVED),
              partialDate("planned_start")
                  .called("geplanter Beginn", "planned start")
                  .tells(ChangeKind.DATE_MOVED),
              partialDate("planned_end")
                  .called("geplantes Ende", "planned end")
                  .tells(ChangeKind.DATE_MOVED),
              list("partners").called("Partner", "partners"))
          .called("Projekt", "project")
          .figured()
          .build();

  static final ListedType<Project> TYPE =
      ProjectCost.addTo(ProjectState.addTo(ListedType.of(TABLE, Project.class))).versions().build();

  @Nullable String daysInStatusLabel(Language language) {
    return daysInStatus == null || statusSince == null
        ? null
        : new Figures(language).daysSince(statusSince, daysInStatus);
  }

  @Nullable String daysToCompleteLabel(Language language) {
    return daysToComplete == null || firstPlannedOn == null || completedOn == null
        ? null
        : new Figures(language).daysBetween(firstPlannedOn, completedOn, daysToComplete);
  }

  @Nullable String overdueDaysLabel(Language language) {
    return overdueDays == null || plannedEnd == null
        ? null
        : new Figures(language).daysSince(plannedEnd, overdueDays);
  }
}
