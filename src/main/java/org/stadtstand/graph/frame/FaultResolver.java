package org.stadtstand.graph.frame;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.Faults;
import reactor.core.publisher.Mono;

/** Hands a field's exception to the one table of faults. */
@Component
class FaultResolver implements DataFetcherExceptionResolver {

  @Override
  public Mono<List<GraphQLError>> resolveException(
      Throwable exception, DataFetchingEnvironment environment) {
    // Not the path in the answer, whose names the caller may have chosen.
    String field =
        GraphQLTypeUtil.simplePrint(environment.getParentType())
            + "."
            + environment.getFieldDefinition().getName();
    return Mono.just(List.of(Faults.graphQl(Faults.of(exception, field), environment)));
  }
}
