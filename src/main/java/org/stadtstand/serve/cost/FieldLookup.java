package org.stadtstand.serve.cost;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.FieldArguments;

/**
 * The fields of an operation as the engine will see them: their definitions, and their arguments
 * with variables and defaults filled in.
 */
final class FieldLookup {

  private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

  private final GraphQLSchema schema;
  private final CoercedVariables variables;
  private final FieldArguments arguments;

  /** Throws the engine's own exception for variables that do not fit. */
  FieldLookup(
      GraphQLSchema schema,
      OperationDefinition operation,
      Map<String, ? extends @Nullable Object> variables,
      FieldArguments arguments) {
    this.schema = schema;
    this.arguments = arguments;
    this.variables =
        ValuesResolver.coerceVariableValues(
            schema,
            operation.getVariableDefinitions(),
            RawVariables.of(new HashMap<>(variables)),
            CONTEXT,
            Locale.ROOT);
  }

  GraphQLCompositeType query() {
    return schema.getQueryType();
  }

  /** The type, if there is one of this name that has fields. */
  @Nullable GraphQLCompositeType type(String name) {
    return schema.getType(name) instanceof GraphQLCompositeType type ? type : null;
  }

  /** Null for what the type does not have, and for the name of the type. */
  @Nullable GraphQLFieldDefinition definition(Field field, GraphQLCompositeType type) {
    return switch (field.getName()) {
      case "__schema" -> schema.getIntrospectionSchemaFieldDefinition();
      case "__type" -> schema.getIntrospectionTypeFieldDefinition();
      default ->
          type instanceof GraphQLFieldsContainer container
              ? container.getFieldDefinition(field.getName())
              : null;
    };
  }

  Map<String, Object> arguments(Field field, GraphQLFieldDefinition definition) {
    return arguments.of(field, definition, variables);
  }
}
