package org.stadtstand.graph.arguments;

import graphql.execution.ExecutionContext;
import graphql.execution.conditional.ConditionalNodes;
import graphql.introspection.Introspection;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a question that will be executed, each with its arguments. The engine's traverser
 * completes the arguments of every field, and most have none: it took twice as long.
 */
final class AskedFields {

  private final ExecutionContext context;
  private final Consumer<Asked> taker;
  private final ConditionalNodes conditions = new ConditionalNodes();

  private AskedFields(ExecutionContext context, Consumer<Asked> taker) {
    this.context = context;
    this.taker = taker;
  }

  /**
   * A field of a question.
   *
   * @param arguments by name, with their defaults; empty if the field names none
   * @param above the root field that it is below; null if it is one
   */
  record Asked(
      String type,
      FixedArguments.FieldUse use,
      Map<String, Object> arguments,
      @Nullable Asked above) {

    GraphQLFieldDefinition definition() {
      return use.definition();
    }

    @Nullable SourceLocation place() {
      return use.field().getSourceLocation();
    }

    Asked root() {
      return above == null ? this : above;
    }
  }

  /** In the order of the document, fragments where they are spread. */
  static void each(ExecutionContext context, Consumer<Asked> taker) {
    new AskedFields(context, taker)
        .walk(
            context.getOperationDefinition().getSelectionSet(),
            context.getOperationDefinition().getOperation() == Operation.SUBSCRIPTION
                ? context.getGraphQLSchema().getSubscriptionType()
                : context.getGraphQLSchema().getQueryType(),
            null);
  }

  private void walk(
      @Nullable SelectionSet selections, GraphQLCompositeType type, @Nullable Asked root) {
    if (selections == null) {
      return;
    }
    for (Selection<?> selection : selections.getSelections()) {
      if (isIncluded((DirectivesContainer<?>) selection)) {
        switch (selection) {
          case Field field -> visit(field, type, root);
          case InlineFragment inline ->
              walk(inline.getSelectionSet(), narrowed(inline.getTypeCondition(), type), root);
          case FragmentSpread spread -> {
            FragmentDefinition fragment = context.getFragment(spread.getName());
            walk(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), type), root);
          }
          default -> throw new IllegalStateException("Unknown selection " + selection);
        }
      }
    }
  }

  private boolean isIncluded(DirectivesContainer<?> selection) {
    return selection.getDirectives().isEmpty()
        || conditions.shouldInclude(
            selection,
            context.getCoercedVariables().toMap(),
            context.getGraphQLSchema(),
            context.getGraphQLContext());
  }

  private GraphQLCompositeType narrowed(@Nullable TypeName condition, GraphQLCompositeType type) {
    return condition != null
            && context.getGraphQLSchema().getType(condition.getName())
                instanceof GraphQLCompositeType named
        ? named
        : type;
  }

  private void visit(Field field, GraphQLCompositeType type, @Nullable Asked root) {
    GraphQLFieldDefinition definition =
        Introspection.getFieldDef(context.getGraphQLSchema(), type, field.getName());
    Asked asked =
        new Asked(
            type.getName(),
            new FixedArguments.FieldUse(field, definition),
            arguments(field, definition),
            root);
    taker.accept(asked);
    if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType below) {
      walk(field.getSelectionSet(), below, asked.root());
    }
  }

  private Map<String, Object> arguments(Field field, GraphQLFieldDefinition definition) {
    return field.getArguments().isEmpty()
        ? Map.of()
        : FieldArguments.of(field, definition, context);
  }
}
