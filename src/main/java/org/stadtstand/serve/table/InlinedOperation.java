package org.stadtstand.serve.table;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.request.Question;

/**
 * An operation with its fragments inlined and its skipped fields removed, so that its selection can
 * be read and extended in one place. The document must be valid.
 */
final class InlinedOperation {

  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, @Nullable Object> variables;
  private final OperationDefinition operation;

  private InlinedOperation(Document document, OperationDefinition operation, Question question) {
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    this.variables = question.variables();
    this.operation = operation;
  }

  /** Empty if the document has no such operation, or several to choose from. */
  static Optional<OperationDefinition> of(Document document, Question question) {
    String name = question.operation();
    List<OperationDefinition> operations =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(each -> name == null || name.isEmpty() || name.equals(each.getName()))
            .toList();
    if (operations.size() != 1) {
      return Optional.empty();
    }
    OperationDefinition operation = operations.getFirst();
    InlinedOperation unfolding = new InlinedOperation(document, operation, question);
    return Optional.of(
        operation.transform(
            change -> change.selectionSet(unfolding.unfolded(operation.getSelectionSet()))));
  }

  private SelectionSet unfolded(@Nullable SelectionSet set) {
    List<Selection<?>> selections = new ArrayList<>();
    if (set != null) {
      set.getSelections().forEach(selection -> unfold(selection, selections));
    }
    return new SelectionSet(selections);
  }

  private void unfold(Selection<?> selection, List<Selection<?>> into) {
    if (selection instanceof DirectivesContainer<?> node && !isIncluded(node)) {
      return;
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

  private boolean isIncluded(DirectivesContainer<?> node) {
    return condition(node, "include", true) && !condition(node, "skip", false);
  }

  private boolean condition(DirectivesContainer<?> node, String directive, boolean otherwise) {
    for (Directive each : node.getDirectives(directive)) {
      if (each.getArgument("if") != null) {
        return isTrue(each.getArgument("if").getValue());
      }
    }
    return otherwise;
  }

  private boolean isTrue(@Nullable Value<?> value) {
    return switch (value) {
      case BooleanValue literal -> literal.isValue();
      case VariableReference reference -> {
        Object given = variables.get(reference.getName());
        yield given == null ? isTrue(defaultOf(reference.getName())) : Boolean.TRUE.equals(given);
      }
      case null, default -> false;
    };
  }

  private @Nullable Value<?> defaultOf(String variable) {
    return operation.getVariableDefinitions().stream()
        .filter(definition -> definition.getName().equals(variable))
        .map(VariableDefinition::getDefaultValue)
        .findFirst()
        .orElse(null);
  }
}
