package org.stadtstand.city.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A project came from another one, or went on in it. */
record ProjectRelation(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    ProjectRelationKind kind,
    @Nullable Integer otherRecord,
    @Nullable String formerTitle,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static ProjectRelation read(Row row, Pin pin) {
    return new ProjectRelation(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.choice(ProjectRelationKind.class, "kind"),
        row.integerOrNull("other"),
        row.textOrNull("former_title"),
        row.partialDate("effective_on"),
        row.integer("ordinal"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
