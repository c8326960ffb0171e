package org.stadtstand.graph.arguments;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.time.StateRequest;

/**
 * The records that the filters of a field name, and the state asked for in which they are sought.
 *
 * @param state null if the field's root names its state in another way
 */
public record NamedKeys(@Nullable StateRequest state, Set<KeyFilter.Named> keys) {

  /** Those of the whole question. */
  public static List<NamedKeys> of(GraphQLContext context) {
    return context.getOrDefault(NamedKeys.class, List.of());
  }

  static void put(GraphQLContext context, List<NamedKeys> named) {
    context.put(NamedKeys.class, named);
  }
}
