package org.stadtstand.record.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.listing.ListArguments.OrderTerm;

/**
 * The order of a list, made total by the record's number, and the condition that continues it after
 * given values (a keyset, never an offset).
 */
final class ListOrder {

  private static final OrderField RECORD = OrderField.integer("{t}.record").always();

  private final ListedType<?> type;
  private final List<OrderTerm> terms;
  private final List<Field<Object>> fields = new ArrayList<>();
  private final boolean indexed;

  private ListOrder(ListedType<?> type, List<OrderTerm> terms, Scope scope) {
    this.type = type;
    this.terms = terms;
    for (int i = 0; i < terms.size(); i++) {
      fields.add(orderField(i).field(scope, terms.get(i)));
    }
    this.indexed =
        type.isIndexed(terms.getFirst().field()) && orderField(0).isPlain(scope.language());
  }

  static ListOrder of(ListedType<?> type, ListArguments arguments, Scope scope) {
    return new ListOrder(type, directed(type, arguments), scope);
  }

  /** In the direction of the page. */
  private static List<OrderTerm> directed(ListedType<?> type, ListArguments arguments) {
    List<OrderTerm> terms = total(type, arguments.order());
    return arguments.page().backward() ? terms.stream().map(OrderTerm::reversed).toList() : terms;
  }

  /** The same for whoever orders records without a statement; the last is their number. */
  static List<OrderField.Term> terms(ListedType<?> type, ListArguments arguments) {
    return directed(type, arguments).stream()
        .map(
            term -> {
              OrderField field = field(type, term);
              String sql = field.words().in(arguments.language());
              return new OrderField.Term(sql, term.descending(), field.missing(term));
            })
        .toList();
  }

  /**
   * The fields by which a list is ordered in one direction, ascending, if what has no value is last
   * there, and texts are those of the columns; else none.
   */
  static List<OrderField> ascending(ListedType<?> type, ListArguments arguments) {
    List<OrderTerm> terms = total(type, arguments.order());
    boolean descending = terms.getFirst().descending();
    List<OrderField> fields = terms.stream().map(term -> field(type, term)).toList();
    boolean oneWay =
        terms.stream()
            .allMatch(
                term ->
                    term.descending() == descending
                        && (field(type, term).required() || term.nullsFirst() == descending));
    return oneWay && fields.stream().allMatch(field -> field.isPlain(arguments.language()))
        ? fields
        : List.of();
  }

  /** Marks a cursor, so that a list in another order refuses it. */
  static String signature(ListedType<?> type, ListArguments arguments) {
    return total(type, arguments.order()).stream()
        .map(OrderTerm::toString)
        .collect(Collectors.joining(" "));
  }

  /** What a list is ordered by if nothing else is asked for, all of it ascending. */
  static List<OrderField> fields(ListedType<?> type) {
    return total(type, List.of()).stream().map(term -> field(type, term)).toList();
  }

  private static List<OrderTerm> total(ListedType<?> type, List<OrderTerm> asked) {
    List<OrderTerm> named = asked.isEmpty() ? type.defaultOrder() : asked;
    List<OrderTerm> terms =
        named.stream()
            .flatMap(term -> expanded(type, term))
            .collect(Collectors.toCollection(ArrayList::new));
    // In the direction of the first term, so that a keyset in one direction stays one comparison.
    terms.add(new OrderTerm("#", terms.getFirst().descending(), false));
    return terms;
  }

  /** The term itself and, in the same direction, those that follow it. */
  private static Stream<OrderTerm> expanded(ListedType<?> type, OrderTerm term) {
    return Stream.concat(
        Stream.of(term),
        type.followers(term.field()).stream()
            .map(name -> new OrderTerm(name, term.descending(), term.nullsFirst())));
  }

  /** What is read of each row: its number, its kind, and what a cursor stores as o0, o1, … */
  List<Field<?>> columns(Scope scope) {
    List<Field<?>> columns = new ArrayList<>(List.of(DSL.field("pin.n").as("n")));
    columns.add(scope.field("{t}.record", Integer.class).as("record"));
    columns.add(scope.field(type.kindSql(), String.class).as("kind"));
    for (int i = 0; i < fields.size(); i++) {
      columns.add(fields.get(i).as("o" + i));
    }
    return columns;
  }

  List<SortField<Object>> sorted() {
    List<SortField<Object>> sorted = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      sorted.add(terms.get(i).descending() ? fields.get(i).desc() : fields.get(i).asc());
    }
    return sorted;
  }

  /**
   * The same order by the labels of {@link #columns}, as text, which is safe as the labels are
   * ours.
   */
  String sortedByLabel() {
    StringBuilder order = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      order.append(", x.o").append(i).append(terms.get(i).descending() ? " desc" : "");
    }
    return order.toString();
  }

  /**
   * The first rows in this order.
   *
   * @param few whether all are found before they are ordered: the planner would rather walk an
   *     index, past all the rows that do not fit
   */
  ResultQuery<?> first(int rows, SelectConditionStep<?> all, boolean few) {
    return few
        ? DSL.resultQuery(
            "select x.* from ({0} offset 0) x order by x.n" + sortedByLabel() + " limit {1}",
            all,
            DSL.val(rows))
        : all.orderBy(sorted()).limit(rows);
  }

  /** What a cursor stores, by the labels of {@link #columns}. */
  String labels() {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      labels.append(", x.o").append(i);
    }
    return labels.toString();
  }

  /** Whether an index has it for the rows of all municipalities together. */
  boolean isIndexed() {
    return indexed && terms.stream().map(OrderTerm::descending).distinct().count() == 1;
  }

  int size() {
    return terms.size();
  }

  /** Rows beyond the cursor in this order, or before it. */
  Condition beyond(Cursor cursor, boolean nearer) {
    List<Field<Object>> bounds = bounds(cursor);
    boolean oneDirection = terms.stream().map(OrderTerm::descending).distinct().count() == 1;
    if (oneDirection) {
      var row = DSL.row(fields.toArray(Field[]::new));
      var bound = DSL.row(bounds.toArray(Field[]::new));
      return terms.getFirst().descending() == nearer ? row.gt(bound) : row.lt(bound);
    }
    Condition any = DSL.noCondition();
    Condition equal = DSL.noCondition();
    for (int i = 0; i < fields.size(); i++) {
      Field<Object> field = fields.get(i);
      Condition beyond =
          terms.get(i).descending() == nearer ? field.gt(bounds.get(i)) : field.lt(bounds.get(i));
      any = any.or(equal.and(beyond));
      equal = equal.and(field.eq(bounds.get(i)));
    }
    return any;
  }

  /** The row at which the cursor stands. */
  Condition at(Cursor cursor) {
    List<Field<Object>> bounds = bounds(cursor);
    Condition all = DSL.noCondition();
    for (int i = 0; i < fields.size(); i++) {
      all = all.and(fields.get(i).eq(bounds.get(i)));
    }
    return all;
  }

  private List<Field<Object>> bounds(Cursor cursor) {
    List<OrderField> ordered = terms.stream().map(term -> field(type, term)).toList();
    List<Object> values = values(ordered, cursor);
    List<Field<Object>> bounds = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      @SuppressWarnings("unchecked")
      Class<Object> valueType = (Class<Object>) ordered.get(i).type();
      bounds.add(DSL.val(values.get(i), valueType));
    }
    return bounds;
  }

  /** What a cursor says of each field of an order. */
  static List<Object> values(List<OrderField> fields, Cursor cursor) {
    if (cursor.values().size() != fields.size()) {
      throw badValue();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      try {
        values.add(fields.get(i).parse().apply(cursor.values().get(i)));
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        throw badValue();
      }
    }
    return values;
  }

  private OrderField orderField(int i) {
    return field(type, terms.get(i));
  }

  private static OrderField field(ListedType<?> type, OrderTerm term) {
    return term.field().equals("#") ? RECORD : type.order(term.field());
  }

  private static ApiError badValue() {
    return new ApiError(
        ErrorCode.BAD_CURSOR,
        "The cursor's values do not fit its order.",
        "Use pageInfo.endCursor, or an edge's cursor, unchanged.");
  }
}
