package org.stadtstand.graph.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.Field;
import org.stadtstand.graph.execution.PropertyFetcher;
import org.stadtstand.graph.execution.RecordFetcher;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.RecordReader.KeyRef;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/** Where rooms define how fields are answered; the rest is wired from a type's columns. */
public final class SchemaWiring {

  private final Batches batches;
  private final ListedTypes types;
  private final ListedFields lists = new ListedFields();
  private final Map<String, ArgumentCheck> checks = new HashMap<>();
  private final Map<String, Class<?>> classes = new LinkedHashMap<>();
  private final Map<String, NodeId.Lookup> nodes = new HashMap<>();
  private final Map<String, Field<? extends Pinned>> everywhere = new HashMap<>();
  private final Map<String, Map<String, DataFetcher<?>>> fetchers = new HashMap<>();

  SchemaWiring(Batches batches, ListedTypes types) {
    this.batches = batches;
    this.types = types;
    types.all().forEach(type -> value(type.typeName(), type.javaType()));
    types.relations().forEach(this::relate);
    new ReferenceFields(this, types).wire();
  }

  /** Wires the field by which records of one type list related records of another. */
  void relate(Relation<?> relation) {
    lists.relate(relation);
    if (relation.paged()) {
      listed(relation.parentType(), relation.field(), relation.child());
      direct(relation.parentType(), relation.field(), batches.related(relation));
    } else {
      direct(relation.parentType(), relation.field(), batches.allRelated(relation));
    }
  }

  /** A type that is read by id in its own way, because it is not a published row. */
  public void node(String typeName, Class<?> javaType, NodeId.Lookup source) {
    classes.put(typeName, javaType);
    nodes.put(typeName, source);
  }

  /** A type without an identity, such as a value with its unit. */
  public void value(String typeName, Class<?> javaType) {
    classes.put(typeName, javaType);
  }

  /** A release as the API shows it. */
  public @Nullable Object released(@Nullable Release release) {
    return release == null ? null : ReleaseNode.of(release);
  }

  public <S> void field(String typeName, String name, Field<S> field) {
    put(typeName, name, field.fetcher());
  }

  /** A field with the same implementation for every type whose schema has it. */
  public void everywhere(String name, Field<? extends Pinned> field) {
    everywhere.put(name, field);
  }

  /** A field that is a property of its source, and needs nothing else. */
  public void property(String typeName, String name, Function<Object, @Nullable Object> value) {
    put(typeName, name, new PropertyFetcher(value, false));
  }

  /** A field that is a text in the requested language. */
  public <S> void worded(
      String typeName, String name, BiFunction<S, Language, ? extends @Nullable Object> text) {
    direct(typeName, name, DirectFetcher.worded(text));
  }

  public void direct(String typeName, String name, DirectFetcher fetcher) {
    put(typeName, name, fetcher);
  }

  void put(String typeName, String name, DataFetcher<?> fetcher) {
    fetchers.computeIfAbsent(typeName, type -> new HashMap<>()).put(name, fetcher);
  }

  /** What a field lists, from which its arguments follow. */
  public void listed(String typeName, String field, ListedType<?> type) {
    lists.list(typeName, field, type);
    String list = typeName.equals(ListedFields.QUERY) ? type.typeName() : typeName + "." + field;
    ArgumentCheck.OfKeys keys =
        (arguments, present) -> types().check(list, type, Arguments.list(arguments));
    check(typeName, field, keys);
  }

  /** What a field rejects because of its arguments alone, before anything is read. */
  public void check(String typeName, String field, ArgumentCheck check) {
    checks.put(typeName + "." + field, check);
  }

  /** A root field that lists all records of a type. */
  public <T> void root(String name, ListedType<T> type) {
    listed(ListedFields.QUERY, name, type);
    lists.root(name);
    field(
        ListedFields.QUERY,
        name,
        (source, environment) -> all(type, environment, Arguments.list(environment)));
  }

  /** A root field that looks up a record by its key. */
  public <T> void lookup(String name, ListedType<T> type) {
    lists.lookup(name);
    field(ListedFields.QUERY, name, (source, environment) -> byKey(type, environment));
  }

  /** The record that the field's arguments identify by key and state. */
  public <T> @Nullable Object byKey(ListedType<T> type, DataFetchingEnvironment environment) {
    Pin pin = Arguments.basis(environment).pin(Arguments.asked(environment));
    String key = environment.getArgument("key");
    return key == null
        ? null
        : batches.recordsByKey(type).get(new KeyRef(key, pin), () -> environment);
  }

  /** The records related to a parent in the state of its pin, as many as a page can hold. */
  public <T> Connection<Ref, T> related(Relation<T> relation, Ref parent) {
    return batches.allRelated(relation, parent);
  }

  /** A field that is another record, by its number. */
  public <S extends Pinned> void reference(
      String typeName, String name, ListedType<?> target, Function<S, @Nullable Integer> record) {
    put(typeName, name, new RecordFetcher<>(batches.records(target), record, false));
  }

  /** A field that is a record of any type, by its number and the number of its type. */
  public <S extends Pinned> void anyReference(
      String typeName,
      String name,
      Function<S, @Nullable Integer> record,
      Function<S, @Nullable Integer> recordType) {
    this.<S>field(
        typeName,
        name,
        (source, environment) -> {
          Integer number = record.apply(source);
          Integer type = recordType.apply(source);
          return number == null || type == null
              ? null
              : read(type, new Ref(number, source.pin()), environment);
        });
  }

  /** A record in the state of a pin, at once or as a future; null if it was not published there. */
  public @Nullable Object read(ListedType<?> type, Ref ref, DataFetchingEnvironment environment) {
    return ref.pin().release() == 0 ? null : batches.records(type).get(ref, () -> environment);
  }

  /** The same for a record of any type, by the type's number; null for a type without fields. */
  public @Nullable Object read(int type, Ref ref, DataFetchingEnvironment environment) {
    return types.all().stream()
        .filter(candidate -> candidate.number() == type)
        .findFirst()
        .map(found -> read(found, ref, environment))
        .orElse(null);
  }

  /** The same, with a function applied to the record. */
  public <T> @Nullable Object read(
      ListedType<T> type,
      Ref ref,
      DataFetchingEnvironment environment,
      Function<T, @Nullable Object> change) {
    return ref.pin().release() == 0 ? null : batches.records(type).map(ref, environment, change);
  }

  /** All records of a type in the state that the field's arguments ask for. */
  public <T> Connection<List<Pin>, T> all(
      ListedType<T> type, DataFetchingEnvironment environment, ListArguments arguments) {
    String state = Arguments.present(environment).state(Arguments.asked(environment));
    ListArguments inState = arguments.in(state);
    return all(type, Arguments.pins(environment, inState.page()), inState);
  }

  public <T> Connection<List<Pin>, T> all(
      ListedType<T> type, List<Pin> pins, ListArguments arguments) {
    return batches.all(type, pins, arguments);
  }

  /** What the fields of all rooms list. */
  public Set<ListedType<?>> listed() {
    return lists.types();
  }

  NodeId.@Nullable Lookup nodeSource(String typeName) {
    return nodes.get(typeName);
  }

  public ListedTypes types() {
    return types;
  }

  ListedFields lists() {
    return lists;
  }

  Map<String, ArgumentCheck> checks() {
    return checks;
  }

  Map<String, Class<?>> classes() {
    return classes;
  }

  boolean has(String typeName, String field) {
    return fetchers.getOrDefault(typeName, Map.of()).containsKey(field);
  }

  Map<String, Map<String, DataFetcher<?>>> fetchers() {
    return fetchers;
  }

  @Nullable Field<? extends Pinned> everywhere(String field) {
    return everywhere.get(field);
  }

  Batches batches() {
    return batches;
  }
}
