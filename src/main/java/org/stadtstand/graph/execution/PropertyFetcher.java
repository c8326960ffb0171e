package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a value of the source without an environment, which costs more than the value. */
public final class PropertyFetcher implements LightDataFetcher<Object>, SynchronousFetcher {

  private final Function<Object, @Nullable Object> value;
  private final boolean takesUnread;

  public PropertyFetcher(Function<Object, @Nullable Object> value, boolean takesUnread) {
    this.value = value;
    this.takesUnread = takesUnread;
  }

  @Override
  public boolean takesUnread() {
    return takesUnread;
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment) {
    return value.apply(source);
  }

  @Override
  public Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand) {
    return value;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) {
    Object source = environment.getSource();
    return source == null ? null : value.apply(source);
  }
}
