package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A body's assessment of how digital a service is; a judgement, not a measurement. */
record ServiceAssessment(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int serviceRecord,
    PartialDate effectiveOn,
    String assessor,
    AssessedAnswer onlineApplication,
    AssessedAnswer endToEnd,
    @Nullable MaturityModel maturityModel,
    @Nullable Integer maturityLevel,
    Nature nature,
    int ordinal,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              43,
              "service_assessment",
              "service",
              "effective_on",
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("assessor").must().called("bewertet von", "assessor"),
              choice("online_application", AssessedAnswer.class)
                  .must()
                  .called("Online-Antrag", "online application"),
              choice("end_to_end", AssessedAnswer.class)
                  .must()
                  .called("medienbruchfrei", "end-to-end digital"),
              choice("maturity_model", MaturityModel.class)
                  .called("Reifegradmodell", "maturity model"),
              integer("maturity_level").called("Reifegrad", "maturity level"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"))
          .called("Bewertung", "assessment")
          .tells(
              ChangeKind.STATUS_CHANGED,
              "Online-Antrag: {online_application}; medienbruchfrei: {end_to_end};"
                  + " {assessor}, {effective_on}; Quelle: {source}",
              "online application: {online_application}; end-to-end digital:"
                  + " {end_to_end}; {assessor}, {effective_on}; source: {source}")
          .build();

  static final ListedType<ServiceAssessment> TYPE =
      ListedType.of(TABLE, ServiceAssessment.class)
          .filter("assessor", Filters.word("{t}.assessor"))
          .filter(
              "maturityLevel",
              Filters.integer("{t}.maturity_level")
                  .on("{t}.maturity_model")
                  .of(MaturityModel.class))
          .unordered("MATURITY_LEVEL")
          .build();
}
