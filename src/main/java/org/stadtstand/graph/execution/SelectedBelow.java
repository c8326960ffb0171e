package org.stadtstand.graph.execution;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question selects below a field, as the engine tells it to a fetcher. */
final class SelectedBelow {

  private SelectedBelow() {}

  /** Null if the field stands in several places, which may be merged with different others. */
  static @Nullable DataFetchingFieldSelectionSet of(
      Field field, String typeName, ExecutionContext context) {
    List<ExecutableNormalizedField> places =
        context.getNormalizedQueryTree().get().getNormalizedFields(field).stream()
            .filter(place -> place.getObjectTypeNames().contains(typeName))
            .toList();
    return places.size() == 1
        ? DataFetchingFieldSelectionSetImpl.newCollector(
            context.getGraphQLSchema(),
            places.getFirst().getType(context.getGraphQLSchema()),
            places::getFirst)
        : null;
  }
}
