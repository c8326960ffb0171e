package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** How often a service was used through one channel in a period; it counts from the last day. */
record ServiceUsage(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int serviceRecord,
    LocalDate from,
    LocalDate to,
    Channel channel,
    int count,
    Qualifier qualifier,
    String definition,
    @Nullable Boolean comparableWithPrevious,
    Nature nature,
    int ordinal,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              44,
              "service_usage",
              "service",
              "to_on",
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              date("from_on").as("from").must().called("von", "from"),
              date("to_on").as("to").must().called("bis", "to"),
              choice("channel", Channel.class).must().called("Zugangsweg", "channel"),
              integer("count").must().called("Anzahl", "count"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              text("definition").must().called("Definition", "definition"),
              bool("comparable_with_previous")
                  .called("mit Vorperiode vergleichbar", "comparable with the period before"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"))
          .called("Nutzung", "usage")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "[{qualifier} ]{count} ({nature}) vom {from_on} bis zum {to_on}"
                  + "[, Zugangsweg „{channel}“];[ gezählt: {definition};] Quelle: {source}",
              "[{qualifier} ]{count} ({nature}) from {from_on} to {to_on}"
                  + "[, channel “{channel}”];[ counted: {definition};] source: {source}")
          .toldApart("{from_on} bis {to_on}[, {channel}]", "{from_on} to {to_on}[, {channel}]")
          .build();

  static final ListedType<ServiceUsage> TYPE =
      ListedType.of(TABLE, ServiceUsage.class)
          .filter("definition", Filters.word("{t}.definition"))
          .build();

  PartialDate effectiveOn() {
    return PartialDate.day(to);
  }
}
