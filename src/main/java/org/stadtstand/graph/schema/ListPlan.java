package org.stadtstand.graph.schema;

import graphql.GraphQLContext;
import graphql.language.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.Slice;

/**
 * How the lists of one field are read, for all parents alike, because the field's arguments are the
 * same for all of them. It is created once per field of a request.
 *
 * @param list the type or the relation whose records are listed
 * @param pages reads the pages of the parents
 * @param counts reads how long their lists are, with these or other arguments
 * @param more what later rooms read of the lists, made once for all of them
 */
public record ListPlan<K, T>(
    Object list,
    ListArguments arguments,
    Batch<K, Slice<T>> pages,
    Function<ListArguments, Batch<K, Integer>> counts,
    Map<Object, Object> more) {

  public ListPlan(
      Object list,
      ListArguments arguments,
      Batch<K, Slice<T>> pages,
      Function<ListArguments, Batch<K, Integer>> counts) {
    this(list, arguments, pages, counts, new ConcurrentHashMap<>());
  }

  /** The field's plan in this request. */
  @SuppressWarnings("unchecked")
  static <K, T> ListPlan<K, T> of(
      Object list, Field field, GraphQLContext context, Supplier<ListPlan<K, T>> make) {
    Plans plans = context.computeIfAbsent(Plans.class, type -> new Plans());
    Plans.Key key = new Plans.Key(field, list);
    @Nullable ListPlan<?, ?> known = plans.made.get(key);
    if (known == null) {
      known = make.get();
      plans.made.put(key, known);
    }
    return (ListPlan<K, T>) known;
  }

  /** The plans of a request, by the field in the document and what it lists. */
  private static final class Plans {

    private final ConcurrentHashMap<Key, ListPlan<?, ?>> made = new ConcurrentHashMap<>();

    private record Key(Field field, Object list) {}
  }
}
