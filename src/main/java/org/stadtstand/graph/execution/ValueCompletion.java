package org.stadtstand.graph.execution;

import graphql.GraphQLContext;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes a field's value as its type demands. What would be an error becomes {@link
 * SynchronousFetcher#ABSENT}: the engine then retries, and reports it in its place.
 */
@FunctionalInterface
interface ValueCompletion {

  @Nullable Object complete(@Nullable Object value);

  static ValueCompletion required(ValueCompletion inner) {
    return value -> {
      Object completed = inner.complete(value);
      return completed == null ? SynchronousFetcher.ABSENT : completed;
    };
  }

  static ValueCompletion list(ValueCompletion element) {
    return value -> {
      if (!(value instanceof List<?> elements)) {
        return value == null ? null : SynchronousFetcher.ABSENT;
      }
      // Continues even if an element is absent, so that what is missing for the others is read
      // with it.
      boolean whole = true;
      List<@Nullable Object> completed = new ArrayList<>(elements.size());
      for (Object each : elements) {
        Object answer = element.complete(each);
        whole &= answer != SynchronousFetcher.ABSENT;
        completed.add(answer);
      }
      return whole ? completed : SynchronousFetcher.ABSENT;
    };
  }

  static ValueCompletion scalar(GraphQLScalarType type, GraphQLContext context, Locale locale) {
    var coercing = type.getCoercing();
    return value -> value == null ? null : coercing.serialize(value, context, locale);
  }

  /** The engine compares a value with all names of its type, so it is called once for each. */
  static ValueCompletion choice(GraphQLEnumType type, GraphQLContext context, Locale locale) {
    return remembered(value -> type.serialize(value, context, locale));
  }

  /** For values that recur in an answer and are costly to serialize. */
  static ValueCompletion remembered(ValueCompletion inner) {
    Map<Object, Object> known = new HashMap<>();
    return value -> value == null ? null : known.computeIfAbsent(value, inner::complete);
  }
}
