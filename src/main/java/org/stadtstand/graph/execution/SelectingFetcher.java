package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fetcher whose direct answer depends on what is selected below its field, too. */
@FunctionalInterface
public interface SelectingFetcher extends SynchronousFetcher {

  /** The same for a selection. */
  @Override
  @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand, DataFetchingFieldSelectionSet selection);

  /** Nothing can be said without the selection. */
  @Override
  default @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand) {
    return null;
  }

  @Override
  default boolean isSelecting() {
    return true;
  }
}
