package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A target's value on a day or for a period, as reported or measured. */
record Observation(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int targetRecord,
    @Nullable BigDecimal value,
    Qualifier qualifier,
    @Nullable Unit unit,
    Nature nature,
    PartialDate observedOn,
    @Nullable LocalDate reportedOn,
    @Nullable String reporter,
    @Nullable String definition,
    int ordinal,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              33,
              "observation",
              "target",
              "observed_on",
              reference("target", "target").must().owning().called("Ziel", "target"),
              decimal("value").called("Wert", "value"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              Column.unit(),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"),
              partialDate("observed_on").must().called("Stand", "observed on"),
              date("reported_on").called("gemeldet am", "reported on"),
              text("reporter").called("gemeldet von", "reported by"),
              text("definition").called("Definition", "definition"))
          .called("Beobachtung", "observation")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "Wert[ {qualifier}][ {value}][ {unit}] ({nature}[, laut {reporter}]), Stand"
                  + " {observed_on}; Quelle: {source}",
              "value[ {qualifier}][ {value}][ {unit}] ({nature}[, according to {reporter}]), as of"
                  + " {observed_on}; source: {source}")
          .build();

  static final ListedType<Observation> TYPE =
      ListedType.of(TABLE, Observation.class)
          .filter("reporter", Filters.word("{t}.reporter"))
          .unfiltered("definition")
          .build();

  PartialDate effectiveOn() {
    return observedOn;
  }
}
