package org.stadtstand.city.project;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A step of a project. */
record Milestone(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    Text title,
    @Nullable Translation translation,
    @Nullable PartialDate dueOn,
    @Nullable PartialDate doneOn,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Milestone read(Row row, Pin pin) {
    return new Milestone(
        row.record(),
        row.key(),
        pin,
        row.integer("project"),
        row.translated("title"),
        row.choiceOrNull(Translation.class, "translation"),
        row.partialDateOrNull("due_on"),
        row.partialDateOrNull("done_on"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
