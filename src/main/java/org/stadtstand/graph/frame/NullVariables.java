package org.stadtstand.graph.frame;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.ArrayValue;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;

/**
 * Finds variables whose value is null where a value must stand. The specification lets a nullable
 * variable stand there if a default is declared; the engine fails on its null, nobody knows where.
 */
final class NullVariables {

  private final ExecutionContext context;
  private final Map<String, Object> variables;
  private final Set<String> entered = new HashSet<>();
  private final List<GraphQLError> refused = new ArrayList<>();

  private NullVariables(ExecutionContext context) {
    this.context = context;
    this.variables = context.getCoercedVariables().toMap();
  }

  /** Before the engine looks at any field, because a directive can already make it fail. */
  static void refuse(ExecutionContext context) {
    NullVariables nulls = new NullVariables(context);
    if (nulls.variables.values().stream().anyMatch(Objects::isNull)) {
      nulls.look(context.getOperationDefinition());
      nulls.look(
          context.getOperationDefinition().getSelectionSet(),
          context.getGraphQLSchema().getQueryType());
    }
    if (!nulls.refused.isEmpty()) {
      throw new AbortExecutionException(nulls.refused);
    }
  }

  private void look(@Nullable SelectionSet selected, GraphQLType type) {
    if (selected == null || !(type instanceof GraphQLFieldsContainer parent)) {
      return;
    }
    for (Selection<?> selection : selected.getSelections()) {
      if (selection instanceof DirectivesContainer<?> conditional) {
        look(conditional);
      }
      look(selection, parent);
    }
  }

  private void look(DirectivesContainer<?> conditional) {
    for (var directive : conditional.getDirectives()) {
      for (var argument : directive.getArguments()) {
        if (argument.getValue() instanceof VariableReference variable) {
          refuse(variable, true, "@" + directive.getName());
        }
      }
    }
  }

  private void look(Selection<?> selection, GraphQLFieldsContainer parent) {
    switch (selection) {
      case Field field -> look(field, parent);
      case InlineFragment part ->
          look(
              part.getSelectionSet(),
              part.getTypeCondition() == null ? parent : type(part.getTypeCondition().getName()));
      case FragmentSpread spread when entered.add(spread.getName()) -> {
        var part = Objects.requireNonNull(context.getFragmentsByName().get(spread.getName()));
        look(part.getSelectionSet(), type(part.getTypeCondition().getName()));
      }
      default -> {}
    }
  }

  private void look(Field field, GraphQLFieldsContainer parent) {
    var definition =
        Introspection.getFieldDefinition(context.getGraphQLSchema(), parent, field.getName());
    for (var argument : field.getArguments()) {
      String name = argument.getName();
      look(argument.getValue(), definition.getArgument(name).getType(), name);
    }
    look(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
  }

  private void look(Value<?> value, GraphQLType type, String place) {
    GraphQLType inner = GraphQLTypeUtil.unwrapNonNull(type);
    if (value instanceof VariableReference variable) {
      refuse(variable, GraphQLTypeUtil.isNonNull(type), place);
    } else if (value instanceof ArrayValue list && inner instanceof GraphQLList elements) {
      list.getValues().forEach(each -> look(each, elements.getWrappedType(), place));
    } else if (inner instanceof GraphQLList elements) {
      // One element may stand for a list of one.
      look(value, elements.getWrappedType(), place);
    } else if (value instanceof ObjectValue object && inner instanceof GraphQLInputObjectType in) {
      for (var part : object.getObjectFields()) {
        String name = part.getName();
        look(part.getValue(), in.getField(name).getType(), place + "." + name);
      }
    }
  }

  private void refuse(VariableReference variable, boolean required, String place) {
    String name = variable.getName();
    if (required && variables.containsKey(name) && variables.get(name) == null) {
      ApiError mistake =
          new ApiError(
              ErrorCode.VALIDATION,
              "\"%s\" must not be null, but the variable \"%s\" is.".formatted(place, name),
              "Give a value, or do not send the variable: what has a default then takes it.");
      refused.add(Faults.graphQl(mistake, variable.getSourceLocation()));
    }
  }

  private GraphQLType type(String name) {
    return Objects.requireNonNull(context.getGraphQLSchema().getType(name));
  }
}
