package org.stadtstand.serve.cost;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Deadline;

/** Sets the deadline of each execution and gives the engine its checked documents. */
@Component
class ExecutionLimits extends SimplePerformantInstrumentation {

  private final LimitsSettings limits;

  ExecutionLimits(LimitsSettings limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
      InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
    // A caller who has already waited has less time left than a whole answer may take.
    Deadline begun = Deadline.current();
    parameters
        .getGraphQLContext()
        .put(Deadline.class, begun == null ? Deadline.in(limits.time()) : begun);
    return SimpleInstrumentationContext.noOp();
  }

  @Bean
  static GraphQlSourceBuilderCustomizer keepDocuments(CheckedDocuments documents) {
    return builder ->
        builder.configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
  }
}
