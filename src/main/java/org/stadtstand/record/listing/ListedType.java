package org.stadtstand.record.listing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.Pin;

/**
 * How records of one GraphQL type are read: the table and its joins, the columns and the reader
 * that turns them into a record, and the fields for filter and order. Only {@link ListedTypes}
 * knows which filters follow from its columns and relations. Each room declares one instance,
 * compared by identity.
 */
public final class ListedType<T> {

  private final String typeName;
  private final Class<T> javaType;
  private final String from;
  private final @Nullable RecordType recordType;
  private final @Nullable Reader<T> reader;
  private final RecordKinds<T> kinds;
  private final Map<String, String> joins;
  private final Map<String, String> columns;
  private final Map<String, FilterField> filters;
  private final Set<String> unfiltered;
  private final Map<String, OrderField> orders;
  private final List<OrderTerm> defaultOrder;
  private final String happened;

  private ListedType(Builder<T> builder) {
    this.typeName = builder.typeName;
    this.javaType = builder.javaType;
    this.from = builder.from;
    this.recordType = builder.recordType;
    this.reader = builder.reader;
    this.kinds = builder.kinds;
    this.joins = copy(builder.joins);
    this.columns = copy(builder.columns);
    this.filters = copy(builder.filters);
    this.unfiltered = Set.copyOf(builder.unfiltered);
    this.orders = copy(builder.orders);
    this.defaultOrder = List.copyOf(builder.defaultOrder);
    this.happened = builder.happened;
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A type whose rows are those of one published table, each column a component of the record. */
  public static <T> Builder<T> of(RecordType type, Class<T> javaType) {
    Builder<T> builder =
        new Builder<>(type.typeName(), javaType, type.table() + " {t}", RecordKinds.<T>one());
    builder.recordType = type;
    return PublishedColumns.addTo(builder, type);
  }

  /** A type whose rows come from a select over other tables, without a number of its own. */
  public static <T> Builder<T> over(String typeName, Class<T> javaType, String select) {
    return new Builder<>(typeName, javaType, select, RecordKinds.<T>one());
  }

  /** The records of several types as one list: a select with their kind in a column. */
  static <T> Builder<T> together(
      String typeName, Class<T> javaType, String select, RecordKinds<T> kinds) {
    return new Builder<>(typeName, javaType, select, kinds);
  }

  public String typeName() {
    return typeName;
  }

  public Class<T> javaType() {
    return javaType;
  }

  /** The number of the record type, used to look up keys. */
  public int number() {
    return recordType == null ? 0 : recordType.number();
  }

  /** Whether its records are published rows, read as known at a release and as of a day. */
  public boolean hasStates() {
    return recordType != null || !kinds.types().isEmpty();
  }

  /** The published table; null if the rows come from several. */
  public @Nullable RecordType recordType() {
    return recordType;
  }

  /** The filters that the room declares itself. */
  Map<String, FilterField> filters() {
    return filters;
  }

  Set<String> unfiltered() {
    return unfiltered;
  }

  /** The names of the order fields that callers may use, then those that follow them after "#". */
  public Map<String, OrderField> orders() {
    return orders;
  }

  String from() {
    return from;
  }

  String happened() {
    return happened;
  }

  Map<String, String> joins() {
    return joins;
  }

  Map<String, String> columns() {
    return columns;
  }

  Reader<T> reader() {
    if (reader == null) {
      throw new IllegalStateException(typeName + " is read as records of its kinds");
    }
    return reader;
  }

  /** The SQL for a row's kind; null in a type that is its only kind. */
  String kindSql() {
    return kinds.sql();
  }

  /** The type from which a record of the kind is read. */
  ListedType<? extends T> kind(@Nullable String kind) {
    return kind == null ? this : kinds.of(kind);
  }

  /** The order of a list if none is requested. */
  public List<OrderTerm> defaultOrder() {
    return defaultOrder;
  }

  OrderField order(String name) {
    return requireNonNull(orders.get(name), () -> typeName + " has no order field " + name);
  }

  /** Builds a record from a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row, Pin pin);
  }

  /** Collects the properties of a type until they are complete. */
  public static final class Builder<T> {

    private final String typeName;
    private final Class<T> javaType;
    private final String from;
    private final RecordKinds<T> kinds;
    private @Nullable RecordType recordType;
    private @Nullable Reader<T> reader;
    private final Map<String, String> joins = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, FilterField> filters = new LinkedHashMap<>();
    private final Set<String> unfiltered = new HashSet<>();
    private final Map<String, OrderField> orders = new LinkedHashMap<>();
    private List<OrderTerm> defaultOrder = List.of(OrderTerm.ascending("KEY"));
    private String happened = "";

    private Builder(String typeName, Class<T> javaType, String from, RecordKinds<T> kinds) {
      this.typeName = typeName;
      this.javaType = javaType;
      this.from = from;
      this.kinds = kinds;
    }

    public ListedType<T> build() {
      if (reader == null && recordType != null) {
        reader = PublishedColumns.reader(recordType, javaType, columns.keySet());
      }
      return new ListedType<>(this);
    }

    /** Reads a row into a record whose components are not just the columns. */
    public Builder<T> reader(Reader<T> reader) {
      this.reader = reader;
      return this;
    }

    /** The column for the day of an event; before that day, the event is not listed. */
    Builder<T> happenedOn(String sql) {
      happened = sql;
      return this;
    }

    /** A join by name; omitted from statements that use none of its columns. */
    public Builder<T> join(String name, String sql) {
      joins.put(name, sql);
      return this;
    }

    public Builder<T> column(String label, String sql) {
      columns.put(label, sql);
      return this;
    }

    /** A filter on something other than a column of the table. */
    public Builder<T> filter(String name, FilterField field) {
      filters.put(name, field);
      return this;
    }

    /** Excludes these columns of the table from filtering. */
    public Builder<T> unfiltered(String... columns) {
      unfiltered.addAll(List.of(columns));
      return this;
    }

    /** An order field; the tie breakers order rows that are equal in it. */
    public Builder<T> order(String name, OrderField field, OrderField... then) {
      orders.put(name, field);
      for (int i = 0; i < then.length; i++) {
        orders.put(name + "#" + i, then[i]);
      }
      return this;
    }

    /** Excludes these fields, which follow from columns of the table, from ordering. */
    public Builder<T> unordered(String... fields) {
      orders.keySet().removeAll(Set.of(fields));
      return this;
    }

    /** The order of a list if none is requested: names of order fields, all ascending. */
    public Builder<T> defaultOrder(String... fields) {
      defaultOrder = Stream.of(fields).map(OrderTerm::ascending).toList();
      return this;
    }
  }
}
