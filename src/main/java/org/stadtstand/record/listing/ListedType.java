package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.RecordType;

/**
 * How records of one GraphQL type are read: the table and its joins, the columns and the reader
 * that makes a record of them, the fields that filter, and the fields that order. A later room may
 * contribute filters to the type of an earlier one.
 */
public final class ListedType<T> {

  private final String typeName;
  private final Class<T> javaType;
  private final String from;
  private final @Nullable RecordType recordType;
  private final @Nullable Reader<T> reader;
  private final Kinds<T> kinds;
  private final Map<String, String> joins = new LinkedHashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, FilterField> filters = new LinkedHashMap<>();
  private final Map<String, OrderField> orders = new LinkedHashMap<>();
  private List<OrderTerm> defaultOrder = List.of();
  private String happened = "";

  private ListedType(
      String typeName,
      Class<T> javaType,
      String from,
      @Nullable RecordType recordType,
      @Nullable Reader<T> reader,
      Kinds<T> kinds) {
    this.typeName = typeName;
    this.javaType = javaType;
    this.from = from;
    this.recordType = recordType;
    this.reader = reader;
    this.kinds = kinds;
  }

  /** A type whose rows are those of one published table; its stored columns are all read. */
  public static <T> ListedType<T> of(RecordType type, Class<T> javaType, Reader<T> reader) {
    ListedType<T> listed =
        new ListedType<>(
            type.typeName(), javaType, type.table() + " {t}", type, reader, Kinds.one());
    // Municipality and type say nothing new: with them, the index by key gives the order.
    listed.join(
        "record",
        """
        join record {record} on {record}.id = {t}.record
          and {record}.municipality = {t}.municipality and {record}.type = %d\
        """
            .formatted(type.number()));
    listed.column("record", "{t}.record").column("key", "{record}.key");
    type.columns().stream()
        .flatMap(column -> column.stored().stream())
        .forEach(name -> listed.column(name, "{t}." + name));
    listed.filter("key", Filters.key("{t}.record", type.number()));
    listed.filter("source", Filters.key("{t}.source", RecordType.SOURCE));
    listed.order("KEY", OrderField.text("{record}.key"));
    if (type.effective() != null) {
      listed.happenedOn("{t}." + type.column(type.effective()).orElseThrow().stored().getLast());
    }
    return listed;
  }

  /** A type whose rows come from a select over other tables, with no number of its own. */
  public static <T> ListedType<T> over(
      String typeName, Class<T> javaType, String select, Reader<T> reader) {
    return new ListedType<>(typeName, javaType, select, null, reader, Kinds.one());
  }

  /** The records of several types as one list: a select that has their kind in a column. */
  static <T> ListedType<T> together(
      String typeName, Class<T> javaType, String select, Kinds<T> kinds) {
    return new ListedType<>(typeName, javaType, select, null, null, kinds);
  }

  /** The column with the day on which an event happened; before it, the event is not listed. */
  ListedType<T> happenedOn(String sql) {
    happened = sql;
    return this;
  }

  /** A join by name; it is left out of statements that use none of its columns. */
  public ListedType<T> join(String name, String sql) {
    joins.put(name, sql);
    return this;
  }

  public ListedType<T> column(String label, String sql) {
    columns.put(label, sql);
    return this;
  }

  public ListedType<T> filter(String name, FilterField field) {
    filters.put(name, field);
    return this;
  }

  /** An order field; those that follow decide between rows which are equal in it. */
  public ListedType<T> order(String name, OrderField field, OrderField... then) {
    orders.put(name, known(field));
    for (int i = 0; i < then.length; i++) {
      orders.put(name + "#" + i, known(then[i]));
    }
    return this;
  }

  /** A field on a column that is never empty needs no sentinel, which would hide its index. */
  private OrderField known(OrderField field) {
    boolean always =
        field.sql().equals("{record}.key")
            || (recordType != null
                && recordType.columns().stream()
                    .filter(column -> column.required() || column.defaultValue() != null)
                    .flatMap(column -> Stream.of("", "_to", "_sort").map(column.name()::concat))
                    .anyMatch(column -> field.sql().equals("{t}." + column)));
    return always ? field.always() : field;
  }

  /** The term itself and, in its direction, those that follow it. */
  Stream<OrderTerm> expanded(OrderTerm term) {
    return Stream.concat(
        Stream.of(term),
        orders.keySet().stream()
            .filter(name -> name.startsWith(term.field() + "#"))
            .map(name -> new OrderTerm(name, term.descending(), term.nullsFirst())));
  }

  /** The order of a list for which none is asked: names of order fields, descending after "-". */
  public ListedType<T> defaultOrder(String... fields) {
    List<OrderTerm> order = new ArrayList<>();
    for (String field : fields) {
      boolean descending = field.startsWith("-");
      order.add(new OrderTerm(descending ? field.substring(1) : field, descending, false));
    }
    defaultOrder = List.copyOf(order);
    return this;
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

  /** The published table; null where the rows come from several. */
  public @Nullable RecordType recordType() {
    return recordType;
  }

  public Map<String, FilterField> filters() {
    return filters;
  }

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
    if (kind == null) {
      return this;
    }
    @Nullable ListedType<? extends T> own = kinds.types().get(kind);
    if (own == null) {
      throw new IllegalStateException(typeName + " has no kind " + kind);
    }
    return own;
  }

  List<OrderTerm> defaultOrder() {
    return defaultOrder.isEmpty() ? List.of(new OrderTerm("KEY", false, false)) : defaultOrder;
  }

  OrderField order(String name) {
    @Nullable OrderField field = orders.get(name);
    if (field == null) {
      throw new IllegalStateException(typeName + " has no order field " + name);
    }
    return field;
  }
}
