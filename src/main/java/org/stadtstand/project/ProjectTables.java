package org.stadtstand.project;

import static org.stadtstand.record.Column.list;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.reference;
import static org.stadtstand.record.Column.text;
import static org.stadtstand.record.Column.translation;

import org.stadtstand.record.RecordType;

/** The tables of this room of which every delivery brings all rows. */
final class ProjectTables {

  static final RecordType PROJECT =
      RecordType.fullList(
          50,
          "project",
          text("title_de").must().sortable(),
          text("title_en"),
          text("summary_de"),
          text("summary_en"),
          translation(),
          reference("focus_area", "focus_area"),
          reference("lead_unit", "org_unit"),
          partialDate("planned_start"),
          partialDate("planned_end"),
          list("partners"));

  static final RecordType PROJECT_TARGET =
      RecordType.fullList(
              51,
              "project_target",
              reference("project", "project").must().owning(),
              reference("target", "target").must().owning(),
              text("contribution"))
          .keyedBy("project", "target");

  static final RecordType PROJECT_SERVICE =
      RecordType.fullList(
              52,
              "project_service",
              reference("project", "project").must().owning(),
              reference("service", "public_service").must().owning())
          .keyedBy("project", "service");

  static final RecordType MILESTONE =
      RecordType.fullList(
          57,
          "milestone",
          reference("project", "project").must().owning(),
          text("title_de").must(),
          text("title_en"),
          partialDate("due_on"),
          partialDate("done_on"),
          translation());

  private ProjectTables() {}
}
