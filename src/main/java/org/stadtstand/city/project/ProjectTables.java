package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.list;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Column.translation;

import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;

/** The tables of this room of which every delivery brings all rows. */
final class ProjectTables {

  static final RecordType PROJECT =
      RecordType.fullList(
              50,
              "project",
              text("title_de").must().sortable().called("Titel", "title"),
              text("title_en").called("Titel (englisch)", "title (English)"),
              text("summary_de").called("Zusammenfassung", "summary"),
              text("summary_en").called("Zusammenfassung (englisch)", "summary (English)"),
              translation(),
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
          .called("Projekt", "project");

  static final RecordType PROJECT_TARGET =
      RecordType.fullList(
              51,
              "project_target",
              reference("project", "project").must().owning().called("Projekt", "project"),
              reference("target", "target").must().owning().called("Ziel", "target"),
              text("contribution").called("Beitrag", "contribution"))
          .keyedBy("project", "target")
          .called("Zielbeitrag", "contribution to a target")
          .tells(ChangeKind.CREATED, "trägt bei zu „{target}“", "contributes to “{target}”");

  static final RecordType PROJECT_SERVICE =
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
              "concerns the service “{service}”");

  static final RecordType MILESTONE =
      RecordType.fullList(
              57,
              "milestone",
              reference("project", "project").must().owning().called("Projekt", "project"),
              text("title_de").must().called("Titel", "title"),
              text("title_en").called("Titel (englisch)", "title (English)"),
              partialDate("due_on").called("Frist", "due date").tells(ChangeKind.DATE_MOVED),
              partialDate("done_on").called("erledigt am", "done on"),
              translation())
          .called("Meilenstein", "milestone");

  private ProjectTables() {}
}
