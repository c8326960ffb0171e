package org.stadtstand.city.evidence;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.AnyKeyFilter;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields of sources, foreign identifiers, claims and corrections. */
@Component
@Order(2)
public class EvidenceFields implements GraphQlRoom {

  static final ListedType<Source> SOURCE =
      ListedType.of(EvidenceRoom.SOURCE, Source.class, Source::read)
          .filter("kind", Filters.choice("{t}.kind"))
          .filter("publisher", Filters.text("{t}.publisher"))
          .filter("title", Filters.sortedText("{t}.title", "{t}.title_sort"))
          .filter("url", Filters.text("{t}.url"))
          .filter(
              "publishedOn", Filters.partialDate("{t}.published_on_from", "{t}.published_on_to"))
          .filter("retrievedOn", Filters.date("{t}.retrieved_on"))
          .filter("reuse", Filters.choice("{t}.reuse"))
          .order("TITLE", OrderField.text("{t}.title_sort"))
          .order("PUBLISHED_ON", OrderField.date("{t}.published_on_to"))
          .order("RETRIEVED_ON", OrderField.date("{t}.retrieved_on"));

  public static final ListedType<Identifier> IDENTIFIER =
      ListedType.of(EvidenceRoom.IDENTIFIER, Identifier.class, Identifier::read)
          .join("subject", "join record {subject} on {subject}.id = {t}.subject")
          .column("subject_type", "{subject}.type")
          .filter("scheme", Filters.choice("{t}.scheme"))
          .filter("value", Filters.text("{t}.value"))
          .filter("validFrom", Filters.date("{t}.valid_from"))
          .filter("validTo", Filters.date("{t}.valid_to"));

  public static final ListedType<Claim> CLAIM =
      ListedType.of(EvidenceRoom.CLAIM, Claim.class, Claim::read)
          .join("subject", "left join record {subject} on {subject}.id = {t}.subject")
          .column("subject_type", "{subject}.type")
          .filter("topic", Filters.choice("{t}.topic"))
          .filter("saidOn", Filters.partialDate("{t}.said_on_from", "{t}.said_on_to"))
          .filter("saidBy", Filters.text("{t}.said_by"))
          .filter("wording", Filters.text("{t}.wording"))
          .filter("value", Filters.decimal("{t}.value"))
          .filter("qualifier", Filters.choice("{t}.qualifier"))
          .filter("unit", Filters.text("{t}.unit"))
          .filter("verdict", Filters.choice("{t}.verdict"))
          .order("SAID_ON", OrderField.date("{t}.said_on_to"))
          .order("VALUE", OrderField.decimal("{t}.value"))
          .defaultOrder("SAID_ON");

  static final ListedType<Correction> CORRECTION =
      ListedType.of(EvidenceRoom.CORRECTION, Correction.class, Correction::read)
          .join("corrected", "join record {corrected} on {corrected}.id = {t}.corrected")
          .column("corrected_type", "{corrected}.type")
          .filter("field", Filters.text("{t}.field"))
          .filter("reason", Filters.text("{t}.reason"));

  private final RecordTypes types;

  EvidenceFields(RecordTypes types) {
    this.types = types;
  }

  @Override
  public void wire(Wiring wiring) {
    wiring.type(SOURCE);
    wiring.type(IDENTIFIER);
    wiring.type(CLAIM);
    wiring.type(CORRECTION);
    wiring.lookup("source", SOURCE);
    wiring.root("sources", SOURCE);
    wiring.root("claims", CLAIM);
    wiring.connection(Relation.of("Source", "claims", CLAIM, "{t}.source = {p}"));
    wiring.connection(
        Relation.of("Municipality", "corrections", CORRECTION, "{t}.municipality = {p}"));
    wireSubjects(wiring);
    Citations.wire(wiring);
  }

  private void wireSubjects(Wiring wiring) {
    CLAIM.filter("subject", AnyKeyFilter.of("{t}.subject", types));
    CORRECTION.filter("corrected", AnyKeyFilter.of("{t}.corrected", types));
    wiring.anyReference(
        "Identifier", "subject", Identifier::subjectRecord, Identifier::subjectType);
    wiring.anyReference("Claim", "subject", Claim::subjectRecord, Claim::subjectType);
    wiring.anyReference(
        "Correction", "corrected", Correction::correctedRecord, Correction::correctedType);
  }
}
