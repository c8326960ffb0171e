package org.stadtstand.city.publicservice;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.time.Pin;

/**
 * Finds a single service by its key or by any LeiKa key it has ever had. A LeiKa key names a kind
 * of service, so a city may have several services with the same one; then the caller has to choose.
 */
final class ServiceLookup {

  private ServiceLookup() {}

  static @Nullable Object service(SchemaWiring wiring, DataFetchingEnvironment environment) {
    String leika = environment.getArgument("leika");
    if ((environment.getArgument("key") == null) == (leika == null)) {
      throw new ApiError(
          ErrorCode.BAD_ARGUMENT,
          "A service is looked up by key or by leika, exactly one of them.",
          "Give one of the two; services(filter:) combines conditions.");
    }
    if (leika == null) {
      return wiring.byKey(PublicService.TYPE, environment);
    }
    Pin pin = Arguments.basis(environment).pin(Arguments.asked(environment));
    return wiring
        .all(PublicService.TYPE, List.of(pin), called(leika))
        .rows(environment, services -> only(services, leika));
  }

  static @Nullable PublicService only(List<PublicService> services, String leika) {
    if (services.size() > 1) {
      throw new ApiError(
          ErrorCode.AMBIGUOUS,
          "The LeiKa key %s is or was that of %d services: %s."
              .formatted(
                  leika,
                  services.size(),
                  services.stream().map(PublicService::key).collect(Collectors.joining(", "))),
          "Look one of them up by its key.");
    }
    return services.isEmpty() ? null : services.getFirst();
  }

  private static ListArguments called(String leika) {
    Map<String, Object> identifier =
        Map.of("scheme", Map.of("eq", "LEIKA"), "value", Map.of("eq", leika));
    return ListArguments.largest(Map.of("identifiers", Map.of("some", identifier)));
  }
}
