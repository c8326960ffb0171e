package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A change to a target after it was set. */
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
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              34,
              "target_revision",
              "target",
              "effective_on",
              reference("target", "target").must().owning().called("Ziel", "target"),
              choice("kind", RevisionKind.class)
                  .must()
                  .called("Art der Änderung", "kind of change"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("old_wording").called("bisheriger Wortlaut", "old wording"),
              text("new_wording").called("neuer Wortlaut", "new wording"),
              decimal("old_value").called("bisheriger Wert", "old value"),
              decimal("new_value").called("neuer Wert", "new value"),
              partialDate("old_due_on").called("bisherige Frist", "old due date"),
              partialDate("new_due_on").called("neue Frist", "new due date"),
              reference("superseded_by", "target").called("ersetzt durch", "superseded by"),
              text("reason").called("Grund", "reason"))
          .called("Zieländerung", "target revision")
          .tells(
              ChangeKind.TARGET_REVISED,
              "{kind}[ durch „{superseded_by}“][ von {old_value}][ auf {new_value}]"
                  + "[ {old_due_on:from}][ {new_due_on:to}] ({effective_on:when})"
                  + "[, Grund: {reason}]",
              "{kind}[ by “{superseded_by}”][ from {old_value}][ to {new_value}]"
                  + "[ {old_due_on:from}][ {new_due_on:to}] ({effective_on:when})"
                  + "[, reason: {reason}]")
          .build();

  static final ListedType<TargetRevision> TYPE =
      ListedType.of(TABLE, TargetRevision.class)
          .unfiltered("old_wording", "new_wording", "reason")
          .unordered("OLD_VALUE", "NEW_VALUE", "OLD_DUE_ON", "NEW_DUE_ON")
          .build();
}
