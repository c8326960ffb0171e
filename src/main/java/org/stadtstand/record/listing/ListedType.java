package org.stadtstand.record.listing;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.Pin;

/**
 * How records of one GraphQL type are read: the table and its joins, the columns and the reader
 * that makes a record of them, and the fields that filter and order. Which filters follow from its
 * columns and relations is known to {@link ListedTypes} only. Each is the one value that its room
 * declares, so it is compared as such.
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

  /** A type whose rows are those of one published table; its stored columns are all read. */
  public static <T> Builder<T> of(RecordType type, Class<T> javaType, Reader<T> reader) {
    Builder<T> builder =
        new Builder<>(type.typeName(), javaType, type.table() + " {t}", RecordKinds.<T>one());
    builder.recordType = type;
    builder.reader = reader;
    return PublishedColumns.addTo(builder, type);
  }

  /** A type whose rows come from a select over other tables, with no number of its own. */
  public static <T> Builder<T> over(
      String typeName, Class<T> javaType, String select, Reader<T> reader) {
    Builder<T> builder = new Builder<>(typeName, javaType, select, RecordKinds.<T>one());
    builder.reader = reader;
    return builder;
  }

  /** The records of several types as one list: a select that has their kind in a column. */
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

  /** The number of the record type, by which keys are looked up. */
  public int number() {
    return recordType == null ? 0 : recordType.number();
  }

  /** Whether its records are published rows, which are read as known and as of a day. */
  public boolean hasStates() {
    return recordType != null || !kinds.types().isEmpty();
  }

  /** The published table; null where the rows come from several. */
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

  /** The names of the order fields that callers may use, and those that follow them after "#". */
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

  /** What tells a row's kind; null in a type that is its only kind. */
  String kindSql() {
    return kinds.sql();
  }

  /** The type of which a record of the kind is read. */
  ListedType<? extends T> kind(@Nullable String kind) {
    return kind == null ? this : kinds.of(kind);
  }

  /** The order of a list for which none is asked. */
  public List<OrderTerm> defaultOrder() {
    return defaultOrder;
  }

  OrderField order(String name) {
    @Nullable OrderField field = orders.get(name);
    if (field == null) {
      throw new IllegalStateException(typeName + " has no order field " + name);
    }
    return field;
  }

  /** Makes a record of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row, Pin pin);
  }

  /** Collects what is said of a type until all of it is. */
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
    private List<OrderTerm> defaultOrder = List.of(new OrderTerm("KEY", false, false));
    private String happened = "";

    private Builder(String typeName, Class<T> javaType, String from, RecordKinds<T> kinds) {
      this.typeName = typeName;
      this.javaType = javaType;
      this.from = from;
      this.kinds = kinds;
    }

    public ListedType<T> build() {
      return new ListedType<>(this);
    }

    /** The column with the day on which an event happened; before it, the event is not listed. */
    Builder<T> happenedOn(String sql) {
      happened = sql;
      return this;
    }

    /** A join by name; it is left out of statements that use none of its columns. */
    public Builder<T> join(String name, String sql) {
      joins.put(name, sql);
      return this;
    }

    public Builder<T> column(String label, String sql) {
      columns.put(label, sql);
      return this;
    }

    /** A filter on something else than a column of the table. */
    public Builder<T> filter(String name, FilterField field) {
      filters.put(name, field);
      return this;
    }

    /** These columns of the table do not filter. */
    public Builder<T> unfiltered(String... columns) {
      unfiltered.addAll(List.of(columns));
      return this;
    }

    /** An order field; those that follow decide between rows which are equal in it. */
    public Builder<T> order(String name, OrderField field, OrderField... then) {
      orders.put(name, field);
      for (int i = 0; i < then.length; i++) {
        orders.put(name + "#" + i, then[i]);
      }
      return this;
    }

    /** These fields, which follow from columns of the table, do not order. */
    public Builder<T> unordered(String... fields) {
      orders.keySet().removeAll(Set.of(fields));
      return this;
    }

    /** The order of a list for which none is asked: names of order fields, all ascending. */
    public Builder<T> defaultOrder(String... fields) {
      defaultOrder =
          Arrays.stream(fields).map(field -> new OrderTerm(field, false, false)).toList();
      return this;
    }
  }
}
