package org.stadtstand.city.evidence;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A row of this record that was wrong, and why. It never means that a city changed its mind. */
record Correction(
    int record,
    String key,
    Pin pin,
    int correctedRecord,
    int correctedType,
    @Nullable String field,
    String reason,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.append(
              13,
              "correction",
              anyReference("corrected").must().called("berichtigte Zeile", "corrected row"),
              text("field").called("Feld", "field"),
              text("reason").must().called("Grund", "reason"))
          .called("Berichtigung", "correction")
          .tells(
              ChangeKind.CORRECTED,
              "{corrected}:[ Angabe „{field}“] berichtigt. Grund: {reason}",
              "{corrected}:[ “{field}”] corrected. Reason: {reason}")
          .build();

  static final ListedType<Correction> TYPE = ListedType.of(TABLE, Correction.class).build();
}
