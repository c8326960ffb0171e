package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.Ref;

/**
 * Answers a field that is another record. A record in a sheet is returned directly, without the
 * environment, which costs more to create than the record to find.
 *
 * @param record its number
 */
public record RecordFetcher<S>(
    Batch<Ref, ?> records, Function<S, @Nullable Integer> record, boolean takesUnread)
    implements LightDataFetcher<Object>, SynchronousFetcher {

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment) {
    Ref ref = ref((S) source);
    return ref == null ? null : records.get(ref, environment);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand) {
    return source -> {
      Ref ref = ref((S) source);
      return ref == null ? null : hand.find(records, ref);
    };
  }

  private @Nullable Ref ref(S source) {
    Integer number = record.apply(source);
    Ref own = number == null ? null : Slice.Unread.ref(source);
    return number == null || own == null || own.pin().release() == 0
        ? null
        : new Ref(number, own.pin());
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    Object source = environment.getSource();
    return source == null ? null : get(environment.getFieldDefinition(), source, () -> environment);
  }
}
