package org.stadtstand.graph.execution;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import graphql.language.Field;
import graphql.schema.GraphQLTypeUtil;
import org.stadtstand.graph.arguments.ArgumentChecks;

/**
 * Executes a question as the engine does, but directly answers what is in memory: objects, or lists
 * of them, whose fields follow from records in memory. The package documentation explains how it
 * works and what it relies on.
 */
final class DirectStrategy extends CheckedStrategy {

  private final TypeNames typeNames;
  private final KeptAnswers kept;

  DirectStrategy(
      DataFetcherExceptionHandler faults,
      ArgumentChecks checks,
      TypeNames typeNames,
      KeptAnswers kept) {
    super(faults, checks);
    this.typeNames = typeNames;
    this.kept = kept;
  }

  @Override
  protected FieldValueInfo completeValue(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    Object answer = direct(context, parameters);
    return answer == SynchronousFetcher.ABSENT
        ? super.completeValue(context, parameters)
        // To the engine this is a value without parts: nothing below it will request batches.
        : new FieldValueInfo(CompleteValueType.SCALAR, answer);
  }

  private Object direct(ExecutionContext context, ExecutionStrategyParameters parameters) {
    Object value = parameters.getSource();
    var type = parameters.getExecutionStepInfo().getType();
    if (value == null
        || GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type))
        || !parameters.getField().isSingleField()) {
      return SynchronousFetcher.ABSENT;
    }
    Selections selections = selections(context);
    try {
      Object answer =
          isWholeQuestion(context, parameters)
              ? selections.answerReading(parameters.getField(), type, value)
              : selections.answer(parameters.getField(), type, value);
      return answer == null ? SynchronousFetcher.ABSENT : answer;
    } catch (RuntimeException fault) {
      // The engine meets the fault again at the field where it belongs, and reports it there.
      return SynchronousFetcher.ABSENT;
    }
  }

  private Selections selections(ExecutionContext context) {
    Selections known = context.getGraphQLContext().get(Selections.class);
    if (known != null) {
      return known;
    }
    Selections made = new Selections(context, fieldCollector, typeNames, kept);
    context.getGraphQLContext().put(Selections.class, made);
    return made;
  }

  /** If there are other root fields, the engine reads together what all of them need. */
  private static boolean isWholeQuestion(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    var selections = context.getOperationDefinition().getSelectionSet().getSelections();
    return parameters.getPath().getLevel() == 1
        && selections.size() == 1
        && selections.getFirst() instanceof Field;
  }
}
