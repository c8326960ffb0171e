package org.stadtstand.graph.releases;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;

/** The fact that something was withheld by law; what it was is not known here either. */
record RedactedRow(
    int number,
    String table,
    String key,
    @Nullable String field,
    @Nullable Integer release,
    OffsetDateTime withheldAt,
    String reason,
    String legalBasis,
    boolean inForce,
    @Nullable OffsetDateTime liftedAt,
    @Nullable String liftReason,
    @Nullable Integer sealedBy) {

  static RedactedRow read(Row row, Pin asked) {
    OffsetDateTime liftedAt = row.momentOrNull("lifted_at");
    return new RedactedRow(
        row.integer("entry"),
        row.text("table"),
        row.text("key"),
        row.textOrNull("field"),
        row.integerOrNull("number"),
        row.moment("withheld_at"),
        row.text("reason"),
        row.text("legal_basis"),
        row.bool("stands") && liftedAt == null,
        liftedAt,
        row.textOrNull("lift_reason"),
        row.integerOrNull("sealed_by"));
  }
}
