package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.SourceKind;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;

/**
 * What had become of a target by a day: the outcome, and the basis it follows from. The basis is
 * the deciding observation; without one, it may be a claim, or the revision that abandoned or
 * replaced the target.
 *
 * @param recordedUpTo the last day of which the record says anything
 */
record TargetState(
    @Nullable TargetOutcome outcome,
    @Nullable Integer basisRecord,
    @Nullable SeenValue basis,
    @Nullable Quantity gap,
    @Nullable BigDecimal gapPercent,
    @Nullable Integer latestRecord,
    @Nullable SeenValue latest,
    @Nullable Statement statement,
    @Nullable PartialDate endedOn,
    LocalDate recordedUpTo) {

  static TargetState read(Row row) {
    Integer basis = row.integerOrNull("basis");
    BigDecimal gap = row.decimalOrNull("gap");
    return new TargetState(
        row.choiceOrNull(TargetOutcome.class, "outcome"),
        basis,
        SeenValue.readOrNull(row, "basis_"),
        gap == null ? null : Quantity.difference(gap, row.unitOrNull("gap_unit")),
        row.decimalOrNull("gap_percent"),
        row.integerOrNull("latest"),
        SeenValue.readOrNull(row, "latest_"),
        Statement.readOrNull(row),
        row.partialDateOrNull("ended_on"),
        row.date("recorded_up_to"));
  }

  /** Who said that the target is reached, when, and in what kind of source. */
  record Statement(String saidBy, PartialDate saidOn, SourceKind source) {

    static @Nullable Statement readOrNull(Row row) {
      String saidBy = row.textOrNull("said_by");
      return saidBy == null
          ? null
          : new Statement(
              saidBy, row.partialDate("said_on"), row.choice(SourceKind.class, "said_source_kind"));
    }
  }
}
