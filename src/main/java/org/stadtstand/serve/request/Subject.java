package org.stadtstand.serve.request;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Determines which municipalities a question is about, from its arguments alone. The number in a
 * link must mean the same before the question is asked.
 */
public final class Subject {

  private static final String ARGUMENT = "municipality";
  private static final String ANY = "ALL";
  private static final String DEFAULT = "";

  private final GraphQLSchema schema;
  private final Map<String, @Nullable Object> variables;
  private final Map<String, @Nullable Value<?>> defaults = new HashMap<>();

  /** The fragments not visited yet. */
  private final Map<String, FragmentDefinition> fragments;

  private final Set<String> names = new HashSet<>();

  private Subject(ParsedDocument document, Question question, GraphQLSchema schema) {
    this.schema = schema;
    this.variables = question.variables();
    this.fragments = new HashMap<>(document.fragments());
    for (OperationDefinition operation : document.operations()) {
      if (question.operation() == null || question.operation().equals(operation.getName())) {
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
          defaults.put(variable.getName(), variable.getDefaultValue());
        }
        walk(operation.getSelectionSet(), true);
      }
    }
  }

  /**
   * The only municipality that a question names, as an empty text for the default one; null if it
   * is about several or this cannot be determined.
   */
  public static @Nullable String of(
      Question question, ParsedDocument document, GraphQLSchema schema) {
    Subject subject = new Subject(document, question, schema);
    if (subject.names.size() != 1 || subject.names.contains(ANY)) {
      return null;
    }
    return subject.names.iterator().next();
  }

  private void walk(@Nullable SelectionSet selections, boolean root) {
    if (selections == null) {
      return;
    }
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> {
          walk(field, root);
          walk(field.getSelectionSet(), false);
        }
        case InlineFragment inline -> walk(inline.getSelectionSet(), root);
        case FragmentSpread spread -> {
          // Visits each fragment once, because an unvalidated fragment may spread itself.
          FragmentDefinition fragment = fragments.remove(spread.getName());
          walk(fragment == null ? null : fragment.getSelectionSet(), root);
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
  }

  private void walk(Field field, boolean root) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals(ARGUMENT)) {
        names.add(name(argument.getValue()));
        return;
      }
    }
    if (root && !field.getName().startsWith("__")) {
      GraphQLFieldDefinition asked = schema.getQueryType().getFieldDefinition(field.getName());
      // A field without this argument is about all municipalities, or about the one its id names. A
      // field missing from the schema existed when the link was made, and only its archived answer
      // is left.
      boolean hasDefault = asked == null || asked.getArgument(ARGUMENT) != null;
      names.add(hasDefault ? DEFAULT : ANY);
    }
  }

  private String name(@Nullable Value<?> value) {
    if (value instanceof StringValue text) {
      return given(text.getValue());
    }
    if (value instanceof VariableReference variable) {
      String name = variable.getName();
      return variables.containsKey(name) ? given(variables.get(name)) : name(defaults.get(name));
    }
    return DEFAULT;
  }

  private static String given(@Nullable Object value) {
    return value instanceof String text ? text : DEFAULT;
  }
}
