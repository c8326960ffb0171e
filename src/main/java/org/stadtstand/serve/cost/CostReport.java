package org.stadtstand.serve.cost;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports in every answer the most its question can cost. It says nothing about the caller: the
 * remaining budget changes with each request, and no answer could be cached.
 */
@Component
public class CostReport extends SimplePerformantInstrumentation {

  private final LimitsSettings limits;

  CostReport(LimitsSettings limits) {
    this.limits = limits;
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    Cost cost = parameters.getGraphQLContext().get(Cost.class);
    if (cost == null || !result.isDataPresent()) {
      return CompletableFuture.completedFuture(result);
    }
    Map<Object, Object> extensions =
        new LinkedHashMap<>(result.getExtensions() == null ? Map.of() : result.getExtensions());
    extensions.put("cost", of(cost));
    return CompletableFuture.completedFuture(
        ExecutionResultImpl.newExecutionResult().from(result).extensions(extensions).build());
  }

  /** The cost with the limits. */
  public Map<String, Object> of(Cost cost) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("estimated", cost.units());
    report.put("rows", cost.rows());
    report.put("maximumRows", limits.rows());
    if (cost.municipalities() > 1) {
      report.put("municipalities", cost.municipalities());
    }
    return report;
  }
}
