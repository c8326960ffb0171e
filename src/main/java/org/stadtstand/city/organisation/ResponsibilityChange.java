package org.stadtstand.city.organisation;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** The moment a unit became responsible for a project or a public service. */
public record ResponsibilityChange(
    int record,
    String key,
    Pin pin,
    int subjectRecord,
    int subjectType,
    int unitRecord,
    PartialDate effectiveOn,
    int ordinal,
    @Nullable String reason,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              22,
              "responsibility_change",
              "subject",
              "effective_on",
              anyReference("subject").must().owning().called("Gegenstand", "subject"),
              reference("unit", "org_unit").must().called("zuständige Stelle", "responsible unit"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("reason").called("Grund", "reason"))
          .called("Zuständigkeit", "responsibility")
          .tells(
              ChangeKind.RESPONSIBILITY_MOVED,
              "zuständig ist „{unit}“ {effective_on:starting}[, Grund: {reason}]",
              "“{unit}” is responsible {effective_on:starting}[, reason: {reason}]")
          .build();

  public static final ListedType<ResponsibilityChange> TYPE =
      ListedType.of(TABLE, ResponsibilityChange.class).build();
}
