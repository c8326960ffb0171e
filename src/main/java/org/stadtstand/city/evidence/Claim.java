package org.stadtstand.city.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** What a body or a medium said, which need not be so. */
public record Claim(
    int record,
    String key,
    Pin pin,
    ClaimTopic topic,
    @Nullable Integer subjectRecord,
    @Nullable Integer subjectType,
    PartialDate saidOn,
    String saidBy,
    String wording,
    @Nullable BigDecimal value,
    @Nullable Qualifier qualifier,
    @Nullable String unit,
    @Nullable Verdict verdict,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Claim read(Row row, Pin pin) {
    return new Claim(
        row.record(),
        row.key(),
        pin,
        row.choice(ClaimTopic.class, "topic"),
        row.integerOrNull("subject"),
        row.integerOrNull("subject_type"),
        row.partialDate("said_on"),
        row.text("said_by"),
        row.text("wording"),
        row.decimalOrNull("value"),
        row.choiceOrNull(Qualifier.class, "qualifier"),
        row.textOrNull("unit"),
        row.choiceOrNull(Verdict.class, "verdict"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
