package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A change of a target after it had been set. */
record TargetRevision(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int targetRecord,
    RevisionKind kind,
    PartialDate effectiveOn,
    @Nullable String oldWording,
    @Nullable String newWording,
    @Nullable BigDecimal oldValue,
    @Nullable BigDecimal newValue,
    @Nullable PartialDate oldDueOn,
    @Nullable PartialDate newDueOn,
    @Nullable Integer supersededByRecord,
    @Nullable String reason,
    int ordinal,
    @Nullable String note)
    implements Sourced {

  static TargetRevision read(Row row, Pin pin) {
    return new TargetRevision(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("target"),
        row.choice(RevisionKind.class, "kind"),
        row.partialDate("effective_on"),
        row.textOrNull("old_wording"),
        row.textOrNull("new_wording"),
        row.decimalOrNull("old_value"),
        row.decimalOrNull("new_value"),
        row.partialDateOrNull("old_due_on"),
        row.partialDateOrNull("new_due_on"),
        row.integerOrNull("superseded_by"),
        row.textOrNull("reason"),
        row.integer("ordinal"),
        row.textOrNull("note"));
  }
}
