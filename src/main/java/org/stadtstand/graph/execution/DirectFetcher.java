package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.ground.text.Language;

/**
 * A field in two forms with the same result: as the engine calls it, and directly.
 *
 * @param asked reads what is not in memory
 */
public record DirectFetcher(
    LightDataFetcher<Object> asked, SynchronousFetcher direct, boolean takesUnread)
    implements LightDataFetcher<Object>, SynchronousFetcher {

  public static <S> DirectFetcher of(Field<S> field, SynchronousFetcher direct) {
    return new DirectFetcher(field.fetcher(), direct, false);
  }

  /** The same field, whose sources need not be read for it. */
  public DirectFetcher ofUnread() {
    return new DirectFetcher(asked, direct, true);
  }

  /** A text in the requested language. */
  @SuppressWarnings("unchecked")
  public static <S> DirectFetcher worded(BiFunction<S, Language, ? extends @Nullable Object> text) {
    return DirectFetcher.<S>of(
        (source, environment) -> text.apply(source, Arguments.language(environment)),
        (arguments, hand) -> {
          Language language = Arguments.language(arguments);
          return source -> text.apply((S) source, language);
        });
  }

  /** The same with its value changed, if it has one, as the field's arguments say. */
  public DirectFetcher then(BiFunction<Map<String, Object>, Object, @Nullable Object> change) {
    return DirectFetcher.<Object>of(
        (source, environment) ->
            Batch.changed(
                asked.get(environment),
                found -> change.apply(Arguments.inLanguage(environment), found)),
        (arguments, hand) -> {
          Function<Object, @Nullable Object> own = direct.direct(arguments, hand);
          return own == null
              ? null
              : source -> {
                Object found = own.apply(source);
                return found == null || found == ABSENT ? found : change.apply(arguments, found);
              };
        });
  }

  @Override
  public @Nullable Object get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return asked.get(definition, source, environment);
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return asked.get(environment);
  }

  @Override
  public @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand) {
    return direct.direct(arguments, hand);
  }

  @Override
  public boolean isSelecting() {
    return direct.isSelecting();
  }

  @Override
  public @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand, DataFetchingFieldSelectionSet selection) {
    return direct.direct(arguments, hand, selection);
  }
}
