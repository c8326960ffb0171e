package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Currency;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** An amount planned, approved or spent for a project. */
record CostObservation(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    CostPhase phase,
    BigDecimal amount,
    Currency currency,
    Qualifier qualifier,
    Nature nature,
    @Nullable Integer year,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              56,
              "cost_observation",
              "project",
              "effective_on",
              reference("project", "project").must().owning().called("Projekt", "project"),
              choice("phase", CostPhase.class).must().called("Stand der Kosten", "phase"),
              decimal("amount").must().called("Betrag", "amount"),
              choice("currency", Currency.class).must().called("Währung", "currency"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"),
              integer("year").called("Jahr", "year"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Kosten", "costs")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "Kosten ({phase}; {nature})[ {qualifier}] {amount} {currency}[ für {year}], Stand"
                  + " {effective_on}; Quelle: {source}",
              "costs ({phase}; {nature})[ {qualifier}] {amount} {currency}[ for {year}], as of"
                  + " {effective_on}; source: {source}")
          .toldApart(
              "{phase}[, für {year}], Stand {effective_on}",
              "{phase}[, for {year}], as of {effective_on}")
          .build();

  static final ListedType<CostObservation> TYPE =
      ListedType.of(TABLE, CostObservation.class).build();
}
