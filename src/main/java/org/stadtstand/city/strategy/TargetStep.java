package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A value that the city has planned for a day on the way to a target. */
record TargetStep(
    int record,
    String key,
    Pin pin,
    int targetRecord,
    PartialDate dueOn,
    BigDecimal value,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              35,
              "target_step",
              reference("target", "target").must().owning().called("Ziel", "target"),
              partialDate("due_on").must().called("Frist", "due date").tells(ChangeKind.DATE_MOVED),
              decimal("value")
                  .must()
                  .called("geplanter Wert", "planned value")
                  .tells(ChangeKind.TARGET_REVISED))
          .called("Zwischenziel", "planned step")
          .toldApart("{due_on}", "{due_on}")
          .tells(ChangeKind.CREATED, "{value} bis {due_on}", "{value} by {due_on}")
          .build();

  static final ListedType<TargetStep> TYPE =
      ListedType.of(TABLE, TargetStep.class).defaultOrder("DUE_ON").build();
}
