package org.stadtstand.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stadtstand.cache.RecordCache;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Ref;
import org.stadtstand.listing.KeyRef;
import org.stadtstand.listing.ListArguments;
import org.stadtstand.listing.ListReader;
import org.stadtstand.listing.ListedType;
import org.stadtstand.listing.RecordReader;
import org.stadtstand.listing.Relation;
import org.stadtstand.listing.Slice;

/** Makes the batches by which fields are answered; their names tell field and arguments. */
@Component
public class Batches {

  private final ListReader lists;
  private final RecordReader records;
  private final RecordCache cache;
  private final Map<String, Batch<Ref, ?>> byRef = new ConcurrentHashMap<>();

  Batches(ListReader lists, RecordReader records, RecordCache cache) {
    this.lists = lists;
    this.records = records;
    this.cache = cache;
  }

  <T> Batch<Ref, T> records(ListedType<T> type) {
    @SuppressWarnings("unchecked")
    Batch<Ref, T> batch =
        (Batch<Ref, T>)
            byRef.computeIfAbsent(
                type.typeName(),
                name -> new Batch<Ref, T>(name, name, cache, refs -> records.byRef(type, refs)));
    return batch;
  }

  <T> Batch<KeyRef, T> recordsByKey(ListedType<T> type) {
    String name = type.typeName() + " by key";
    return new Batch<>(name, name, cache, refs -> records.byKey(type, refs));
  }

  <T> Connection<List<Pin>, T> all(ListedType<T> type, List<Pin> pins, ListArguments arguments) {
    return new Connection<>(
        pins,
        arguments,
        asked -> batch("page", type.typeName(), asked, key -> lists.page(type, key, asked)),
        asked ->
            batch("count", type.typeName(), asked.whole(), key -> lists.count(type, key, asked)));
  }

  <T> Connection<Ref, T> related(Relation<T> relation, Ref parent, ListArguments arguments) {
    String field = relation.parentType() + "." + relation.field();
    return new Connection<>(
        parent,
        arguments,
        asked ->
            this.<Ref, Slice<T>>batch(
                new Identity("page", field, asked), refs -> lists.pages(relation, refs, asked)),
        asked ->
            this.<Ref, Integer>batch(
                new Identity("count", field, asked.whole()),
                refs -> lists.counts(relation, refs, asked)));
  }

  private <V> Batch<List<Pin>, V> batch(
      String kind,
      String type,
      ListArguments asked,
      java.util.function.Function<List<Pin>, V> one) {
    return batch(
        new Identity(kind, type, asked),
        keys -> {
          Map<List<Pin>, V> values = new HashMap<>();
          keys.forEach(key -> values.put(key, one.apply(key)));
          return values;
        });
  }

  private <K, V> Batch<K, V> batch(
      Identity identity, java.util.function.Function<java.util.Collection<K>, Map<K, V>> read) {
    return new Batch<>(identity, identity.toString(), cache, read);
  }

  private record Identity(String kind, String of, ListArguments arguments) {}
}
