package org.stadtstand.graph.frame;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.QuestionLanguage;

/**
 * Combines everything that happens around an execution, in the given order. The engine's own way of
 * chaining instrumentations calls each of them around every field, which cost a tenth of a large
 * answer; ours have nothing to do there.
 */
public final class AroundExecution extends SimplePerformantInstrumentation {

  private final List<SimplePerformantInstrumentation> parts;

  public AroundExecution(List<SimplePerformantInstrumentation> parts) {
    this.parts = parts;
  }

  @Override
  public ExecutionInput instrumentExecutionInput(
      ExecutionInput input,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    ExecutionInput changed = input;
    for (SimplePerformantInstrumentation part : parts) {
      changed = part.instrumentExecutionInput(changed, parameters, null);
    }
    return changed;
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
      InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
    List<InstrumentationContext<ExecutionResult>> begun =
        parts.stream()
            .map(part -> part.beginExecution(parameters, null))
            .map(SimpleInstrumentationContext::nonNullCtx)
            .toList();
    return SimpleInstrumentationContext.whenCompleted(
        (result, fault) -> begun.forEach(context -> context.onCompleted(result, fault)));
  }

  @Override
  public ExecutionContext instrumentExecutionContext(
      ExecutionContext context,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    NullVariables.refuse(context);
    QuestionLanguage.note(context);
    return context;
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    CompletableFuture<ExecutionResult> changed = CompletableFuture.completedFuture(result);
    for (SimplePerformantInstrumentation part : parts) {
      changed =
          changed.thenCompose(before -> part.instrumentExecutionResult(before, parameters, null));
    }
    return changed;
  }
}
