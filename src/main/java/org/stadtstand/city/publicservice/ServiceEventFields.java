package org.stadtstand.city.publicservice;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;

/** The fields of the assessments and the use of services. */
@Component
@Order(5)
class ServiceEventFields implements GraphQlRoom {

  static final ListedType<ServiceAssessment> SERVICE_ASSESSMENT =
      ListedType.of(
              PublicServiceRoom.SERVICE_ASSESSMENT,
              ServiceAssessment.class,
              ServiceAssessment::read)
          .filter("service", Filters.key("{t}.service", PublicServiceRoom.PUBLIC_SERVICE.number()))
          .filter(
              "effectiveOn", Filters.partialDate("{t}.effective_on_from", "{t}.effective_on_to"))
          .filter("assessor", Filters.text("{t}.assessor"))
          .filter("onlineApplication", Filters.choice("{t}.online_application"))
          .filter("endToEnd", Filters.choice("{t}.end_to_end"))
          .filter("maturityModel", Filters.choice("{t}.maturity_model"))
          .filter("maturityLevel", Filters.integer("{t}.maturity_level"))
          .filter("nature", Filters.choice("{t}.nature"))
          .order(
              "EFFECTIVE_ON",
              OrderField.date("{t}.effective_on_to"),
              OrderField.integer("{t}.ordinal"))
          .defaultOrder("EFFECTIVE_ON");

  static final ListedType<ServiceUsage> SERVICE_USAGE =
      ListedType.of(PublicServiceRoom.SERVICE_USAGE, ServiceUsage.class, ServiceUsage::read)
          .filter("service", Filters.key("{t}.service", PublicServiceRoom.PUBLIC_SERVICE.number()))
          .filter("from", Filters.date("{t}.from_on"))
          .filter("to", Filters.date("{t}.to_on"))
          .filter("effectiveOn", Filters.date("{t}.to_on"))
          .filter("channel", Filters.choice("{t}.channel"))
          .filter("count", Filters.integer("{t}.count"))
          .filter("qualifier", Filters.choice("{t}.qualifier"))
          .filter("definition", Filters.text("{t}.definition"))
          .filter("comparableWithPrevious", Filters.bool("{t}.comparable_with_previous"))
          .filter("nature", Filters.choice("{t}.nature"))
          .order("EFFECTIVE_ON", OrderField.date("{t}.to_on"), OrderField.integer("{t}.ordinal"))
          .order("FROM", OrderField.date("{t}.from_on"))
          .order("COUNT", OrderField.integer("{t}.count"))
          .defaultOrder("EFFECTIVE_ON");

  @Override
  public void wire(Wiring wiring) {
    wiring.type(SERVICE_ASSESSMENT);
    wiring.reference(
        "ServiceAssessment",
        "service",
        PublicServiceFields.PUBLIC_SERVICE,
        ServiceAssessment::serviceRecord);
    wiring.type(SERVICE_USAGE);
    wiring.reference(
        "ServiceUsage", "service", PublicServiceFields.PUBLIC_SERVICE, ServiceUsage::serviceRecord);
  }
}
