package org.stadtstand.graph.execution;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentChecks;

/** Chooses who executes questions: the engine with direct answers, or the engine alone. */
@Component
public final class ExecutionStrategies {

  private final ExecutionSettings settings;

  ExecutionStrategies(ExecutionSettings settings) {
    this.settings = settings;
  }

  public AsyncExecutionStrategy chosen(
      DataFetcherExceptionHandler faults,
      ArgumentChecks checks,
      TypeNames typeNames,
      KeptAnswers kept) {
    return settings.direct()
        ? new DirectStrategy(faults, checks, typeNames, kept)
        : new CheckedStrategy(faults, checks);
  }
}
