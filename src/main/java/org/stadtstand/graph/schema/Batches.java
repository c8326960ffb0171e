package org.stadtstand.graph.schema;

import static java.util.Objects.requireNonNull;
import static org.stadtstand.graph.execution.SynchronousFetcher.ABSENT;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.ListName;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListReader;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.RecordReader;
import org.stadtstand.record.listing.RecordReader.KeyRef;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;

/** Creates the batches that answer fields; their names identify field and arguments. */
@Component
public class Batches {

  private static final ListArguments WHOLE = ListArguments.largest(Map.of());

  private final ListReader lists;
  private final RecordReader reader;
  private final ResultCache cache;

  /** One instance for equal names, so that comparing them, as each look-up does, is cheap. */
  private final Interner<Object> names = Interner.newWeakInterner();

  Batches(ListReader lists, RecordReader reader, ResultCache cache) {
    this.lists = lists;
    this.reader = reader;
    this.cache = cache;
  }

  <T> Batch<Ref, T> records(ListedType<T> type) {
    return new Batch<>(
        type.typeName(), ref -> reader.known(type, ref, ABSENT), refs -> reader.byRef(type, refs));
  }

  /** A field that is a record of a type, both of which its source names; null if it names none. */
  @SuppressWarnings("unchecked")
  public <S> DirectFetcher record(
      Function<S, @Nullable ListedType<?>> typeOf, Function<S, @Nullable Ref> refOf) {
    return DirectFetcher.<S>of(
        (source, environment) -> {
          ListedType<?> type = typeOf.apply(source);
          Ref ref = published(refOf.apply(source));
          return type == null || ref == null ? null : records(type).get(ref, () -> environment);
        },
        (arguments, hand) ->
            source -> {
              ListedType<?> type = typeOf.apply((S) source);
              Ref ref = published(refOf.apply((S) source));
              return type == null || ref == null ? null : hand.find(records(type), ref);
            });
  }

  private static @Nullable Ref published(@Nullable Ref ref) {
    return ref == null || ref.pin().release() == 0 ? null : ref;
  }

  <T> Batch<KeyRef, T> recordsByKey(ListedType<T> type) {
    return read(type.typeName() + " by key", refs -> reader.byKey(type, refs));
  }

  <T> Connection<List<Pin>, T> all(ListedType<T> type, List<Pin> pins, ListArguments arguments) {
    return Connection.alone(
        pins,
        new ListPlan<>(
            type,
            arguments,
            pages(type, arguments),
            asked ->
                cached(
                    new ListName("count", type.typeName(), asked.whole()),
                    each(key -> lists.count(type, key, asked)))));
  }

  /**
   * Of a list as of now, the numbers of its records are kept: what they answer most often is, too,
   * and then nothing else has to be read.
   */
  private <T> Batch<List<Pin>, Slice<T>> pages(ListedType<T> type, ListArguments arguments) {
    ListName name = new ListName("page", type.typeName(), arguments);
    CacheRegion<Pin, Slice.Numbers> kept =
        new CacheRegion<>(cache, names.intern(name), name.weight());
    return new Batch<>(
        name,
        pins -> pins.size() == 1 ? known(type, pins.getFirst(), arguments, kept) : ABSENT,
        each(
            pins ->
                lists.page(
                    type,
                    pins,
                    arguments,
                    numbers -> {
                      if (pins.getFirst().plain()) {
                        kept.keep(pins.getFirst(), numbers);
                      }
                    })));
  }

  private <T> Object known(
      ListedType<T> type, Pin pin, ListArguments arguments, CacheRegion<Pin, Slice.Numbers> kept) {
    Object held = lists.known(type, pin, arguments, ABSENT);
    Object found = held == ABSENT ? kept.find(pin) : null;
    Slice.Numbers numbers = found == null ? null : kept.value(found);
    return numbers == null ? held : lists.page(type, pin, arguments, numbers);
  }

  /** A list field of each parent, with the same arguments for all. */
  <T> DirectFetcher related(Relation<T> relation) {
    return DirectFetcher.<Pinned>of(
            (parent, environment) -> {
              ListPlan<Ref, T> plan =
                  ListPlan.of(
                      relation,
                      environment.getField(),
                      environment.getGraphQlContext(),
                      () -> plan(relation, Arguments.list(environment)));
              return connection(parent.ref(), plan);
            },
            // Selections calls this once per field, so the plan needs no other place.
            (arguments, hand) -> {
              ListPlan<Ref, T> plan = plan(relation, Arguments.list(arguments));
              return parent -> connection(ref(parent), plan);
            })
        .ofUnread();
  }

  private static Ref ref(Object parent) {
    return requireNonNull(Slice.Unread.ref(parent));
  }

  private static <T> Connection<Ref, T> connection(Ref parent, ListPlan<Ref, T> plan) {
    plan.arguments().page().checkedBelow(parent.pin());
    return Connection.amongOthers(parent, plan);
  }

  /** All related records of a parent, as many as a page can hold. */
  <T> DirectFetcher allRelated(Relation<T> relation) {
    ListPlan<Ref, T> plan = plan(relation, WHOLE);
    return DirectFetcher.<Pinned>of(
            (parent, environment) ->
                Connection.amongOthers(parent.ref(), plan).rows(environment, rows -> rows),
            (arguments, hand) ->
                parent -> Connection.amongOthers(ref(parent), plan).atHand(hand, Slice::entries))
        .ofUnread();
  }

  <T> Connection<Ref, T> allRelated(Relation<T> relation, Ref parent) {
    return Connection.amongOthers(parent, plan(relation, WHOLE));
  }

  private <T> ListPlan<Ref, T> plan(Relation<T> relation, ListArguments arguments) {
    String field = relation.parentType() + "." + relation.field();
    return new ListPlan<>(
        relation,
        arguments,
        new Batch<>(
            new ListName("page", field, arguments),
            lists.known(relation, arguments, ABSENT)::apply,
            refs -> lists.pages(relation, refs, arguments)),
        asked ->
            cached(
                new ListName("count", field, asked.whole()),
                refs -> lists.counts(relation, refs, asked)));
  }

  /** Reads something else of lists, whatever their page. */
  public <K, V> Batch<K, V> ofLists(
      Object what, Object list, ListArguments arguments, Function<Collection<K>, Map<K, V>> read) {
    String name = list instanceof ListedType<?> type ? type.typeName() : list.toString();
    return cached(new ListName(what, name, arguments.whole()), read);
  }

  private static <K, V> Function<Collection<K>, Map<K, V>> each(Function<K, V> one) {
    return keys -> keys.stream().collect(Collectors.toMap(Function.identity(), one));
  }

  /** Read anew for each request: what is the same again is most often a whole answer. */
  private static <K, V> Batch<K, V> read(Object name, Function<Collection<K>, Map<K, V>> read) {
    return new Batch<>(name, key -> ABSENT, read);
  }

  /** For numbers that take long to find and little room. */
  private <K, V> Batch<K, V> cached(ListName name, Function<Collection<K>, Map<K, V>> read) {
    return Batch.cached(name, new CacheRegion<>(cache, names.intern(name), name.weight()), read);
  }
}
