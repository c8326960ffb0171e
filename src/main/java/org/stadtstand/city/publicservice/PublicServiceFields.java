package org.stadtstand.city.publicservice;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.EvidenceFields;
import org.stadtstand.city.evidence.Identifier;
import org.stadtstand.city.organisation.OrganisationFields;
import org.stadtstand.city.organisation.Responsible;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields of public services, and of the units that are responsible for them. */
@Component
@Order(5)
public class PublicServiceFields implements GraphQlRoom {

  /** The first by value where several are valid; the order of a delivery is chance. */
  private static final String LEIKA_KEY =
      """
      (select min(i.value collate "C") from identifier i
        where i.subject = {t}.record and i.scheme = 'LEIKA'
          and i.since <= pin.release and i.until > pin.release
          and (i.valid_from is null or i.valid_from <= pin.day)
          and (i.valid_to is null or i.valid_to >= pin.day))\
      """;

  public static final ListedType<PublicService> PUBLIC_SERVICE =
      ListedType.of(PublicServiceRoom.PUBLIC_SERVICE, PublicService.class, PublicService::read)
          .join(
              "assessed",
              """
              left join service_assessment_period {assessed} on {assessed}.service = {t}.record
                and {assessed}.known @> pin.release and {assessed}.days @> pin.day\
              """)
          .column("leika_key", LEIKA_KEY)
          .column("current_assessment", "{assessed}.event")
          .column("online_application", "{assessed}.online_application")
          .column("end_to_end", "{assessed}.end_to_end")
          .column("maturity_model", "{assessed}.maturity_model")
          .column("maturity_level", "{assessed}.maturity_level")
          .column("times_downgraded", "{assessed}.times_downgraded")
          .column("downgraded_on", "{assessed}.downgraded_on")
          .column("downgrade", "{assessed}.downgrade")
          .column("downgraded_from", "{assessed}.downgraded_from")
          .filter("name", Filters.sortedText("{t}.name_de", "{t}.name_de_sort"))
          .filter("leikaKey", Filters.text(LEIKA_KEY))
          .filter("leikaType", Filters.text("{t}.leika_type"))
          .filter(
              "responsibleUnit",
              Filters.key("{t}.responsible_unit", OrganisationFields.ORG_UNIT.number()))
          .filter("lifeSituation", Filters.text("{t}.life_situation"))
          .filter("theme", Filters.text("{t}.theme"))
          .filter("onlineApplication", Filters.choice("{assessed}.online_application"))
          .filter("endToEnd", Filters.choice("{assessed}.end_to_end"))
          .filter("maturityModel", Filters.choice("{assessed}.maturity_model"))
          .filter("maturityLevel", Filters.integer("{assessed}.maturity_level"))
          .filter("timesDowngraded", Filters.integer("{assessed}.times_downgraded"))
          .filter("lastDowngradedOn", Filters.date("{assessed}.downgraded_on"))
          .order("LAST_DOWNGRADED_ON", OrderField.date("{assessed}.downgraded_on"))
          .order("NAME", OrderField.text("{t}.name_de_sort"));

  static final Relation<Identifier> IDENTIFIERS =
      Relation.of("PublicService", "identifiers", EvidenceFields.IDENTIFIER, "{t}.subject = {p}");

  static final Relation<PublicService> SERVICES_OF_UNIT =
      new Relation<>(
          "OrgUnit",
          "services",
          PUBLIC_SERVICE,
          arguments -> Responsible.link("{t}.responsible_unit", arguments));

  PublicServiceFields() {}

  @Override
  public void wire(Wiring wiring) {
    wiring.type(PUBLIC_SERVICE);
    wiring.root("services", PUBLIC_SERVICE);
    wiring.field("Query", "service", (source, env) -> ServiceLookup.service(wiring, env));
    wiring.<Connection<?, ?>>field(
        "PublicServiceConnection",
        "unassessedCount",
        (services, env) -> services.countWith(Unassessed::filter, env));
    wiring.reference(
        "PublicService",
        "responsibleUnit",
        OrganisationFields.ORG_UNIT,
        PublicService::responsibleUnitRecord);
    wireAssessments(wiring);
    wireLists(wiring);
    wiring.connection(SERVICES_OF_UNIT);
  }

  private static void wireAssessments(Wiring wiring) {
    wiring.reference(
        "PublicService",
        "currentAssessment",
        ServiceEventFields.SERVICE_ASSESSMENT,
        PublicService::currentAssessmentRecord);
    wiring.reference(
        "PublicService",
        "lastDowngrade",
        ServiceEventFields.SERVICE_ASSESSMENT,
        PublicService::lastDowngradeRecord);
    wiring.reference(
        "PublicService",
        "downgradedFrom",
        ServiceEventFields.SERVICE_ASSESSMENT,
        PublicService::downgradedFromRecord);
  }

  private static void wireLists(Wiring wiring) {
    wiring.shortList(IDENTIFIERS);
    PUBLIC_SERVICE.filter("identifiers", Filters.relation(IDENTIFIERS));
    wiring.connection(
        Relation.of("PublicService", "claims", EvidenceFields.CLAIM, "{t}.subject = {p}"));
    wiring.connection(
        Relation.of(
            "PublicService",
            "responsibilityChanges",
            OrganisationFields.RESPONSIBILITY_CHANGE,
            "{t}.subject = {p}"));
    wiring.connection(
        Relation.of(
            "PublicService",
            "assessments",
            ServiceEventFields.SERVICE_ASSESSMENT,
            "{t}.service = {p}"));
    wiring.connection(
        Relation.of(
            "PublicService", "usage", ServiceEventFields.SERVICE_USAGE, "{t}.service = {p}"));
    wiring.connection(SelectionFields.SELECTIONS_OF_SERVICE);
  }
}
