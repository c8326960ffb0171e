package org.stadtstand.record.listing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.RowBinding;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.Names;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListArguments.OrderTerm;

/** Collects the properties of a type until they are complete. */
public final class ListedTypeBuilder<T> {

  final String typeName;
  final Class<T> javaType;
  final String from;
  final ListedType.Kinds<T> kinds;
  @Nullable RecordType recordType;
  ListedType.@Nullable Reader<T> reader;
  @Nullable RowBinding<T> binding;
  final Map<String, Function<Row, ?>> components = new HashMap<>();
  final Map<String, String> joins = new LinkedHashMap<>();
  final Map<String, JoinedRow> rows = new LinkedHashMap<>();
  final Map<String, Formula> formulas = new LinkedHashMap<>();
  final Map<String, String> columns = new LinkedHashMap<>();
  final Map<String, FilterField> filters = new LinkedHashMap<>();
  final Set<String> unfiltered = new HashSet<>();
  final Map<String, OrderField> orders = new LinkedHashMap<>();
  final Set<String> indexed = new HashSet<>();
  List<OrderTerm> defaultOrder = List.of(OrderTerm.ascending("KEY"));
  String happened = "";
  boolean versions;

  ListedTypeBuilder(String typeName, Class<T> javaType, String from, ListedType.Kinds<T> kinds) {
    this.typeName = typeName;
    this.javaType = javaType;
    this.from = from;
    this.kinds = kinds;
  }

  public ListedType<T> build() {
    if (reader == null && recordType != null) {
      binding = PublishedColumns.binding(recordType, javaType, components, columns.keySet());
      reader = binding::read;
    }
    return new ListedType<>(this);
  }

  /** Reads a row into a record whose components are not just the columns. */
  public ListedTypeBuilder<T> reader(ListedType.Reader<T> reader) {
    this.reader = reader;
    return this;
  }

  /** A component of the record that is made of several columns. */
  public ListedTypeBuilder<T> component(String name, Function<Row, ?> component) {
    components.put(name, component);
    return this;
  }

  /** The column for the day of an event; before that day, the event is not listed. */
  ListedTypeBuilder<T> happenedOn(String sql) {
    happened = sql;
    return this;
  }

  /** A row by name that belongs to each record. */
  public ListedTypeBuilder<T> join(String name, JoinedRow row) {
    rows.put(name, row);
    return join(name, row.sql(name));
  }

  /** A column that is worked out from others. */
  public ListedTypeBuilder<T> column(String label, Formula value) {
    formulas.put(label, value);
    return column(label, value.sql());
  }

  /**
   * A value that follows from others: its column, the filter of its field and, as far as its kind
   * has an order, the order by it.
   */
  public ListedTypeBuilder<T> derived(String name, Formula value, FilterField filter) {
    column(name, value);
    return derived(name, filter);
  }

  public ListedTypeBuilder<T> integer(String name, Formula value) {
    return derived(name, value, Filters.integer(value.sql()));
  }

  public ListedTypeBuilder<T> choice(String name, Formula value, Class<? extends Enum<?>> values) {
    return derived(name, value, Filters.choice(value.sql(), values));
  }

  /** A date of any precision, as its earliest and its latest day. */
  public ListedTypeBuilder<T> date(String name, Formula earliest, Formula latest) {
    column(name + "_from", earliest);
    column(name + "_to", latest);
    return derived(name, Filters.partialDate(earliest.sql(), latest.sql()));
  }

  /** The same without the column: what is read is not what is compared. */
  public ListedTypeBuilder<T> derived(String name, FilterField filter) {
    return filter(Names.field(name), filter)
        .order(name.toUpperCase(Locale.ROOT), OrderField.of(filter));
  }

  /** A join by name; omitted from statements that use none of its columns. */
  public ListedTypeBuilder<T> join(String name, String sql) {
    joins.put(name, sql);
    return this;
  }

  public ListedTypeBuilder<T> column(String label, String sql) {
    columns.put(label, sql);
    return this;
  }

  /** A filter on something other than a column of the table. */
  public ListedTypeBuilder<T> filter(String name, FilterField field) {
    filters.put(name, field);
    return this;
  }

  /** Excludes these columns of the table from filtering. */
  public ListedTypeBuilder<T> unfiltered(String... columns) {
    unfiltered.addAll(List.of(columns));
    return this;
  }

  /** An order field; the tie breakers order rows that are equal in it. */
  public ListedTypeBuilder<T> order(String name, OrderField field, OrderField... then) {
    orders.put(name, field);
    for (int i = 0; i < then.length; i++) {
      orders.put(name + "#" + i, then[i]);
    }
    return this;
  }

  /**
   * Orders for which there is an index that does not begin with the municipality: a list over all
   * of them walks along it. Of the columns, all sorted texts have one, and so have the keys.
   */
  public ListedTypeBuilder<T> indexed(String... orders) {
    indexed.addAll(List.of(orders));
    return this;
  }

  /** Excludes these fields, which follow from columns of the table, from ordering. */
  public ListedTypeBuilder<T> unordered(String... fields) {
    orders.keySet().removeAll(Set.of(fields));
    return this;
  }

  /** Lists every state of a record below it. */
  public ListedTypeBuilder<T> versions() {
    versions = true;
    return this;
  }

  /** The order of a list if none is requested: names of order fields, all ascending. */
  public ListedTypeBuilder<T> defaultOrder(String... fields) {
    defaultOrder = Stream.of(fields).map(OrderTerm::ascending).toList();
    return this;
  }
}
