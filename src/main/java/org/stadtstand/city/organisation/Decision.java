package org.stadtstand.city.organisation;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** What a body did with a paper on a day. */
public record Decision(
    int record,
    String key,
    Pin pin,
    int bodyRecord,
    PartialDate decidedOn,
    String title,
    DecisionResult result,
    @Nullable String voteSummary,
    @Nullable String paperReference,
    @Nullable String paperUrl,
    @Nullable Integer subjectRecord,
    @Nullable Integer subjectType,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Decision read(Row row, Pin pin) {
    return new Decision(
        row.record(),
        row.key(),
        pin,
        row.integer("body"),
        row.partialDate("decided_on"),
        row.text("title"),
        row.choice(DecisionResult.class, "result"),
        row.textOrNull("vote_summary"),
        row.textOrNull("paper_reference"),
        row.textOrNull("paper_url"),
        row.integerOrNull("subject"),
        row.integerOrNull("subject_type"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
