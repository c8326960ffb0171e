package org.stadtstand.serve.table;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.conditional.ConditionalNodes;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/**
 * An operation with its fragments inlined and its skipped fields removed, so that its selection can
 * be read and extended in one place. The document must be valid.
 */
final class InlinedOperation {

  private static final ConditionalNodes CONDITIONS = new ConditionalNodes();
  private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Object> variables;

  private InlinedOperation(
      GraphQLSchema schema, ParsedDocument document, Map<String, Object> variables) {
    this.schema = schema;
    this.fragments = document.fragments();
    this.variables = variables;
  }

  /**
   * Empty if the document has no such operation, or several to choose from, or if the variables do
   * not fit it: the engine says best what is wrong.
   */
  static Optional<OperationDefinition> of(
      ParsedDocument document, Question question, GraphQLSchema schema) {
    try {
      return document
          .operation(question.operation())
          .map(operation -> inlined(operation, document, question, schema));
    } catch (GraphQLException unfit) {
      return Optional.empty();
    }
  }

  private static OperationDefinition inlined(
      OperationDefinition operation,
      ParsedDocument document,
      Question question,
      GraphQLSchema schema) {
    Map<String, Object> variables =
        ValuesResolver.coerceVariableValues(
                schema,
                operation.getVariableDefinitions(),
                RawVariables.of(new HashMap<>(question.variables())),
                CONTEXT,
                Locale.ROOT)
            .toMap();
    SelectionSet selections =
        new InlinedOperation(schema, document, variables).unfolded(operation.getSelectionSet());
    return operation.transform(change -> change.selectionSet(selections));
  }

  private SelectionSet unfolded(@Nullable SelectionSet set) {
    List<Selection<?>> selections = new ArrayList<>();
    if (set != null) {
      set.getSelections().forEach(selection -> unfold(selection, selections));
    }
    return new SelectionSet(selections);
  }

  /** A condition whose variable is null is refused before its value is looked at. */
  private void refuseNull(DirectivesContainer<?> node) {
    boolean isNull =
        node.getDirectives().stream()
            .flatMap(directive -> directive.getArguments().stream())
            .anyMatch(
                argument ->
                    argument.getValue() instanceof VariableReference named
                        && variables.get(named.getName()) == null);
    if (isNull) {
      throw new GraphQLException("A condition has no value");
    }
  }

  private void unfold(Selection<?> selection, List<Selection<?>> into) {
    if (selection instanceof DirectivesContainer<?> node) {
      refuseNull(node);
      if (!CONDITIONS.shouldInclude(node, variables, schema, CONTEXT)) {
        return;
      }
    }
    switch (selection) {
      case Field field when field.getSelectionSet() != null ->
          into.add(
              field.transform(change -> change.selectionSet(unfolded(field.getSelectionSet()))));
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment != null) {
          into.add(
              InlineFragment.newInlineFragment()
                  .typeCondition(fragment.getTypeCondition())
                  .selectionSet(unfolded(fragment.getSelectionSet()))
                  .build());
        }
      }
      case InlineFragment inline ->
          into.add(
              inline.transform(change -> change.selectionSet(unfolded(inline.getSelectionSet()))));
      default -> into.add(selection);
    }
  }
}
