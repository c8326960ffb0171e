package org.stadtstand.city.publicservice;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;

/** The fields of public services that do not follow from their columns. */
@Component
class PublicServiceFields implements GraphQlRoom {

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("services", PublicService.TYPE);
    wiring.root("assessments", ServiceAssessment.TYPE);
    wiring.root("usage", ServiceUsage.TYPE);
    wiring.field("Query", "service", (source, env) -> ServiceLookup.service(wiring, env));
    wiring.<Connection<?, ?>>field(
        "PublicServiceConnection",
        "unassessedCount",
        (services, env) -> services.countWith(UnassessedFilter::filter, env));
    wiring.<PublicService>worded(
        "PublicService", "title", (service, language) -> service.name().in(language));
    wireAssessment(wiring, "currentAssessment", PublicService::currentAssessmentRecord);
    wireAssessment(wiring, "lastDowngrade", PublicService::lastDowngradeRecord);
    wireAssessment(wiring, "downgradedFrom", PublicService::downgradedFromRecord);
  }

  private static void wireAssessment(
      SchemaWiring wiring, String field, Function<PublicService, @Nullable Integer> record) {
    wiring.reference("PublicService", field, ServiceAssessment.TYPE, record);
  }
}
