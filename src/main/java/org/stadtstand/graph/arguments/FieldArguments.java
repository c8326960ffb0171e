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

/**
 * The arguments of a question's fields, with variables and defaults filled in. The estimate of the
 * cost, the checks and the answer ask for the same ones, and completing those of a list takes as
 * long as all else that is done for it before it is read. Belongs to one request and one thread.
 */
public final class FieldArguments {

  private final Map<Key, Map<String, Object>> completed = new HashMap<>();

  /** Those of the question that is executed, shared with whoever asked before. */
  public static FieldArguments of(GraphQLContext question) {
    return question.computeIfAbsent(FieldArguments.class, absent -> new FieldArguments());
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
    Key key = new Key(field, definition);
    Map<String, Object> known = completed.get(key);
    if (known == null) {
      known =
          Collections.unmodifiableMap(
              ValuesResolver.getArgumentValues(
                  definition.getArguments(),
                  field.getArguments(),
                  variables,
                  GraphQLContext.getDefault(),
                  Locale.ROOT));
      completed.put(key, known);
    }
    return known;
  }

  /** A field of the document, of which a fragment on an interface gives several definitions. */
  private record Key(Field field, GraphQLFieldDefinition definition) {}
}
