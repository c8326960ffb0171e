package org.stadtstand.record.listing;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.RowBinding;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.StandIn;
import org.stadtstand.record.declaration.TextSql;
import org.stadtstand.record.listing.FilterField.Kind;
import org.stadtstand.record.listing.FilterField.Value;
import org.stadtstand.record.time.Pin;

/**
 * What follows from the columns of a published table: all are read; titles, figures and dates can
 * order; and nearly all can filter, each according to its kind.
 */
final class PublishedColumns {

  /** For an event: the day from which it counts, and its ordinal within that day. */
  private static final String EFFECTIVE = "EFFECTIVE_ON";

  private static final String ORDINAL = "ordinal";

  /** Columns that every table has and nobody filters by. */
  private static final Set<String> SILENT = Set.of("translation", ORDINAL, "source", "note");

  /** The columns that a row's {@code qualifier} is about. */
  private static final Set<String> MEASURED = Set.of("value", "amount", "count");

  private static final String WITHHELD =
      "({t}.record, {t}.since) in (select w.record, w.since from withheld w where w.field = '%s')";

  private PublishedColumns() {}

  static <T> ListedTypeBuilder<T> addTo(ListedTypeBuilder<T> builder, RecordType table) {
    // The type is redundant here, but lets an index by key provide the order.
    builder
        .join(
            "record",
            "join record {record} on {record}.id = {t}.record and {record}.type = "
                + table.number())
        .column("record", "{t}.record")
        .column("key", "{record}.key")
        .order("KEY", OrderField.text("{record}.key").always())
        .indexed("KEY");
    for (Column column : table.columns()) {
      column.stored().forEach(name -> builder.column(name, "{t}." + name));
      if (column.kind() == Column.Kind.REFERENCE && column.references() == null) {
        readTypeToo(builder, column.name());
      }
      addOrder(builder, table, column);
    }
    return builder;
  }

  private static void addOrder(ListedTypeBuilder<?> builder, RecordType table, Column column) {
    OrderField field = order(table, column);
    if (field != null && column.name().equals(table.effective())) {
      builder
          .order(EFFECTIVE, field, OrderField.integer("{t}." + ORDINAL).always())
          .defaultOrder(EFFECTIVE)
          .indexed(EFFECTIVE)
          .happenedOn("{t}." + column.stored().getLast());
    } else if (field != null && !column.name().equals(ORDINAL)) {
      builder.order(constant(column.field()), field);
      if (column.sorted()) {
        builder.indexed(constant(column.field()));
      }
    }
  }

  /** Reads a row component by component; no column but the pin comes from elsewhere. */
  static <T> RowBinding<T> binding(
      RecordType table, Class<T> javaType, Map<String, Function<Row, ?>> own, Set<String> columns) {
    Map<String, String> byField =
        table.columns().stream()
            .collect(
                toMap(
                    Column::field,
                    column -> column.name().replaceFirst("_de$", ""),
                    (german, other) -> german));
    return RowBinding.of(javaType, Pin.class, byField, own, columns);
  }

  /** For a reference to any table, the number alone does not say which. */
  private static void readTypeToo(ListedTypeBuilder<?> builder, String column) {
    builder
        .join(column, new JoinedRow.Named(Formula.cell("t", column)))
        .column(column + "_type", "{" + column + "}.type");
  }

  private static @Nullable OrderField order(RecordType table, Column column) {
    String sql = "{t}." + column.name();
    OrderField field =
        switch (column.kind()) {
          case TEXT -> column.sorted() ? OrderField.text(sorted(table, column)) : null;
          case INTEGER -> OrderField.integer(sql);
          case DECIMAL -> OrderField.decimal(sql);
          case DATE -> OrderField.date(sql);
          case PARTIAL_DATE -> OrderField.date(sql + "_to");
          case UNIT, BOOLEAN, CHOICE, LIST, REFERENCE -> null;
        };
    // A column that is never empty needs no sentinel, which would prevent the use of its index.
    boolean filled = column.required() || column.defaultValue() != null;
    return field != null && filled ? field.always() : field;
  }

  private static TextSql text(RecordType table, Column column) {
    return translated(table, column)
        .map(TextSql::translated)
        .orElseGet(() -> TextSql.same("{t}." + column.name()));
  }

  private static TextSql sorted(RecordType table, Column column) {
    return translated(table, column)
        .map(TextSql::sorted)
        .orElseGet(() -> TextSql.same("{t}." + column.name() + "_sort"));
  }

  /** The column without its language, if there is one for each. */
  private static Optional<String> translated(RecordType table, Column column) {
    String text = column.name().replaceFirst("_de$", "");
    return text.equals(column.name()) || table.column(text + "_en").isEmpty()
        ? Optional.empty()
        : Optional.of("{t}." + text);
  }

  /** The enum constant of a field: {@code plannedEnd} is PLANNED_END. */
  private static String constant(String field) {
    return field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  /** By key, by source and by each column; a new map, to which others are added. */
  static Map<String, FilterField> filters(ListedType<?> type, RecordTypes recordTypes) {
    Map<String, FilterField> filters = new LinkedHashMap<>();
    RecordType table = type.recordType();
    if (table != null) {
      filters.put("key", KeyFilter.of("{t}.record", table.number()));
      filters.put(
          "source",
          KeyFilter.of("{t}.source", RecordType.SOURCE).of(Kind.REFERENCE, "{t}.source", "Source"));
      table.columns().stream()
          .filter(column -> !SILENT.contains(column.name()) && !column.name().endsWith("_en"))
          .filter(column -> !type.unfiltered().contains(column.name()))
          .forEach(column -> add(filters, column, type, recordTypes));
      if (table.effective() != null) {
        Column effective = table.column(table.effective()).orElseThrow();
        filters.put("effectiveOn", filter(effective, type, recordTypes));
      }
    }
    return filters;
  }

  /** A reference to something with others below it can be asked for with them. */
  private static void add(
      Map<String, FilterField> filters,
      Column column,
      ListedType<?> type,
      RecordTypes recordTypes) {
    filters.put(column.field(), filter(column, type, recordTypes));
    RecordType table = Objects.requireNonNull(type.recordType());
    RecordType tree = column.references() == null ? null : recordTypes.get(column.references());
    if (tree != null && tree.parent().isPresent()) {
      filters.put(new KeyFilter.Use(table, column).within(), KeyFilter.within(column, tree));
    }
  }

  private static FilterField filter(Column column, ListedType<?> type, RecordTypes recordTypes) {
    FilterField own = type.filters().get(column.field());
    RecordType table = Objects.requireNonNull(type.recordType());
    FilterField field = own == null ? filter(table, column, recordTypes) : own;
    Value value = field.value();
    return value == null ? field : field.of(stored(value, column, table));
  }

  /** A number has the unit and the exactness that its row says, and is nothing without a unit. */
  private static @Nullable Value stored(Value value, Column column, RecordType table) {
    Value own = value.stored(WITHHELD.formatted(column.name()));
    boolean qualified = MEASURED.contains(column.name()) && table.column("qualifier").isPresent();
    String inexact = qualified ? "{t}.qualifier <> 'EXACT'" : null;
    if (own.unit() != null) {
      return own;
    }
    return switch (column.kind()) {
      case INTEGER -> new Value(own.kind(), own.sql(), "", null, inexact, own.withheld(), null);
      case DECIMAL -> {
        if (table.column("currency").isPresent()) {
          yield own.measured(Kind.MONEY, "{t}.currency", inexact);
        }
        yield table.column("unit").isEmpty()
            ? null
            : own.measured(Kind.DECIMAL, "{t}.unit", inexact);
      }
      default -> own;
    };
  }

  private static FilterField filter(RecordType table, Column column, RecordTypes recordTypes) {
    String sql = "{t}." + column.name();
    return switch (column.kind()) {
      case UNIT -> Filters.word(sql);
      case TEXT ->
          column.sorted()
              ? Filters.sortedText(text(table, column), sorted(table, column))
              : Filters.text(text(table, column));
      case INTEGER -> Filters.integer(sql);
      case DECIMAL -> Filters.decimal(sql);
      case BOOLEAN -> Filters.bool(sql);
      case DATE -> Filters.date(sql);
      case PARTIAL_DATE -> Filters.partialDate(sql + "_from", sql + "_to");
      case CHOICE -> choice(sql, column);
      case LIST -> Filters.list(sql).of(Kind.WORDS, sql, "");
      case REFERENCE -> KeyFilter.of(table, column, recordTypes);
    };
  }

  private static FilterField choice(String sql, Column column) {
    Class<? extends Enum<?>> values = Objects.requireNonNull(column.choice());
    String standIn = StandIn.of(column);
    return standIn == null
        ? Filters.choice(sql, values)
        : Filters.choice(sql, values, WITHHELD.formatted(column.name()), standIn);
  }
}
