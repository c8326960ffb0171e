package org.stadtstand.record.listing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.BoundRow;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.RowBinding;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListArguments.OrderTerm;
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
  private final @Nullable RowBinding<T> binding;
  private final Kinds<T> kinds;
  private final Map<String, String> joins;
  private final Map<String, JoinedRow> rows;
  private final Map<String, Formula> formulas;
  private final Map<String, String> columns;
  private final Map<String, FilterField> filters;
  private final Set<String> unfiltered;
  private final Map<String, OrderField> orders;
  private final Map<String, List<String>> followers;
  private final Set<String> indexed;
  private final List<OrderTerm> defaultOrder;
  private final String happened;
  private final boolean versions;

  ListedType(ListedTypeBuilder<T> builder) {
    this.typeName = builder.typeName;
    this.javaType = builder.javaType;
    this.from = builder.from;
    this.recordType = builder.recordType;
    this.reader = builder.reader;
    this.binding = builder.binding;
    this.kinds = builder.kinds;
    this.joins = copy(builder.joins);
    this.rows = copy(builder.rows);
    this.formulas = copy(builder.formulas);
    this.columns = copy(builder.columns);
    this.filters = copy(builder.filters);
    this.unfiltered = Set.copyOf(builder.unfiltered);
    this.orders = copy(builder.orders);
    this.followers =
        orders.keySet().stream()
            .filter(name -> name.contains("#"))
            .collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('#'))));
    this.indexed = Set.copyOf(builder.indexed);
    this.defaultOrder = List.copyOf(builder.defaultOrder);
    this.happened = builder.happened;
    this.versions = builder.versions;
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A type whose rows are those of one published table, each column a component of the record. */
  public static <T> ListedTypeBuilder<T> of(RecordType type, Class<T> javaType) {
    ListedTypeBuilder<T> builder =
        new ListedTypeBuilder<>(type.typeName(), javaType, type.table() + " {t}", Kinds.<T>one());
    builder.recordType = type;
    return PublishedColumns.addTo(builder, type);
  }

  /** A type whose rows come from a select over other tables, without a number of its own. */
  public static <T> ListedTypeBuilder<T> over(String typeName, Class<T> javaType, String select) {
    return new ListedTypeBuilder<>(typeName, javaType, select, Kinds.<T>one());
  }

  /** The records of several types as one list: a select with their kind in a column. */
  static <T> ListedTypeBuilder<T> together(
      String typeName, Class<T> javaType, String select, Kinds<T> kinds) {
    return new ListedTypeBuilder<>(typeName, javaType, select, kinds);
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

  /** Whether a record lists every state in which it was published. */
  public boolean hasVersions() {
    return versions;
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

  /** The orders that follow one that a caller named, so that its list has one order. */
  List<String> followers(String order) {
    return followers.getOrDefault(order, List.of());
  }

  String from() {
    return from;
  }

  String happened() {
    return happened;
  }

  /** What events of several types together call their day, as the column of this one. */
  String effective(String sql) {
    return switch (sql) {
      case "{t}.effective_from" -> happened.replaceFirst("_to$", "_from");
      case "{t}.effective_to" -> happened;
      default -> sql;
    };
  }

  Map<String, String> joins() {
    return joins;
  }

  /** The joined rows that a sheet finds, too. */
  Map<String, JoinedRow> rows() {
    return rows;
  }

  Map<String, String> columns() {
    return columns;
  }

  /** What is declared as a formula. */
  Map<String, Formula> formulas() {
    return formulas;
  }

  Map<String, ListedType<? extends T>> kinds() {
    return kinds.types();
  }

  Reader<T> reader() {
    if (reader == null) {
      throw new IllegalStateException(typeName + " is read as records of its kinds");
    }
    return reader;
  }

  /** A row of the published table at a pin. */
  BoundRow<T> bound(Row row, Pin pin) {
    return new BoundRow<>(requireNonNull(binding), row, pin);
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

  /** Whether an index has the order for the rows of all municipalities together. */
  boolean isIndexed(String order) {
    return indexed.contains(order);
  }

  OrderField order(String name) {
    return requireNonNull(orders.get(name), () -> typeName + " has no order field " + name);
  }

  /** Builds a record from a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row, Pin pin);
  }

  /**
   * The types of the records in one list.
   *
   * @param sql for a row's kind; null in a list of one type
   * @param types the type of each kind
   */
  record Kinds<T>(String sql, Map<String, ListedType<? extends T>> types) {

    /** For a list of one type. */
    static <T> Kinds<T> one() {
      return new Kinds<>("cast(null as text)", Map.of());
    }

    ListedType<? extends T> of(String kind) {
      @Nullable ListedType<? extends T> own = types.get(kind);
      if (own == null) {
        throw new IllegalStateException("There is no kind " + kind + " among " + types.keySet());
      }
      return own;
    }
  }
}
