package org.stadtstand.graph.arguments;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.stadtstand.graph.arguments.FixedArguments.FieldUse;

/**
 * The arguments of a question's fields, with variables and defaults filled in. The estimate of the
 * cost, the checks and the answer ask for the same ones, and completing those of a list takes as
 * long as all else that is done for it before it is read. Belongs to one request and one thread.
 */
public final class FieldArguments {

  private final FixedArguments fixed;
  private final Map<FieldUse, Map<String, Object>> completed = new HashMap<>();

  /**
   * Those of a question.
   *
   * @param fixed what is known of its document
   */
  public FieldArguments(FixedArguments fixed) {
    this.fixed = fixed;
  }

  /** Those of the question that is executed, shared with whoever asked before. */
  public static FieldArguments of(GraphQLContext question) {
    return question.computeIfAbsent(
        FieldArguments.class, absent -> new FieldArguments(new FixedArguments()));
  }

  /** The arguments of the field that is fetched. */
  static Map<String, Object> of(DataFetchingEnvironment environment) {
    return of(environment.getGraphQlContext())
        .of(
            environment.getField(),
            environment.getFieldDefinition(),
            CoercedVariables.of(environment.getVariables()));
  }

  /** The arguments of a field of the question that is executed. */
  public static Map<String, Object> of(
      Field field, GraphQLFieldDefinition definition, ExecutionContext context) {
    return of(context.getGraphQLContext()).of(field, definition, context.getCoercedVariables());
  }

  /**
   * The arguments by name. Throws the engine's own exception for values that do not fit.
   *
   * @param variables those of the question, which are the same at every call
   */
  public Map<String, Object> of(
      Field field, GraphQLFieldDefinition definition, CoercedVariables variables) {
    if (definition.getArguments().isEmpty()) {
      return Map.of();
    }
    FieldUse use = new FieldUse(field, definition);
    Map<String, Object> known = completed.get(use);
    if (known == null) {
      known = fixed.of(use, () -> completed(use, variables));
    }
    if (known == null) {
      known = completed(use, variables);
      completed.put(use, known);
    }
    return known;
  }

  FixedArguments fixed() {
    return fixed;
  }

  private static Map<String, Object> completed(FieldUse use, CoercedVariables variables) {
    return Collections.unmodifiableMap(
        ValuesResolver.getArgumentValues(
            use.definition().getArguments(),
            use.field().getArguments(),
            variables,
            GraphQLContext.getDefault(),
            Locale.ROOT));
  }
}
