package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a source is answered: at once, or by a future of a batch. It is a light fetcher,
 * so that the engine and Spring do not wrap it.
 */
@FunctionalInterface
public interface Field<S extends @Nullable Object> {

  @Nullable Object get(S source, DataFetchingEnvironment environment) throws Exception;

  /** As the engine calls it. */
  @SuppressWarnings("unchecked")
  default LightDataFetcher<Object> fetcher() {
    return new LightDataFetcher<>() {
      @Override
      public @Nullable Object get(
          GraphQLFieldDefinition definition,
          Object source,
          Supplier<DataFetchingEnvironment> environment)
          throws Exception {
        return Field.this.get((S) source, environment.get());
      }

      // Only the root has no source, and fields declared for the root do not look at it.
      @SuppressWarnings("NullAway")
      @Override
      public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return Field.this.get(environment.getSource(), environment);
      }
    };
  }
}
