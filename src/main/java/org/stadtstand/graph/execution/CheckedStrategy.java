package org.stadtstand.graph.execution;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stadtstand.graph.arguments.ArgumentChecks;

/**
 * Executes a question only if its arguments make sense. Otherwise the whole question is refused
 * with all its mistakes, and nothing is read for an answer that its caller has to request again.
 */
class CheckedStrategy extends AsyncExecutionStrategy {

  private final ArgumentChecks checks;

  CheckedStrategy(DataFetcherExceptionHandler faults, ArgumentChecks checks) {
    super(faults);
    this.checks = checks;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    List<GraphQLError> refused = checks.refused(context);
    return refused.isEmpty()
        ? super.execute(context, parameters)
        : CompletableFuture.completedFuture(
            ExecutionResultImpl.newExecutionResult().errors(refused).build());
  }

  /**
   * Before the field is fetched: a value that has to be waited for takes most of its memory then.
   */
  @Override
  protected Object resolveFieldWithInfo(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    AnswerMemory.take(AnswerMemory.OF_A_FIELD);
    return super.resolveFieldWithInfo(context, parameters);
  }
}
