package org.stadtstand.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pinned;
import org.stadtstand.history.Ref;

/**
 * Answers a field that is another record. A record that is kept is the answer itself, without the
 * environment, which costs more to make than the record to find.
 */
record RecordFetcher<S extends Pinned>(Batch<Ref, ?> records, Function<S, @Nullable Integer> record)
    implements LightDataFetcher<Object> {

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment) {
    Integer number = record.apply((S) source);
    Ref ref = number == null ? null : new Ref(number, ((S) source).pin());
    return ref == null || ref.pin().release() == 0 ? null : records.get(ref, environment);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    Object source = environment.getSource();
    return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
  }
}
