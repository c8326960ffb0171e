package org.stadtstand.record.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.TextSql;
import org.stadtstand.record.listing.ListArguments.OrderTerm;

/**
 * A field by which a list can be ordered. Missing values are ordered by a sentinel, because a
 * keyset over nullable columns cannot use an index.
 *
 * @param required whether it always has a value; only then can an index on the column provide the
 *     order
 */
public record OrderField(
    TextSql words,
    Class<?> type,
    Object lowest,
    Object highest,
    Function<String, Object> parse,
    boolean required) {

  /** One for all, so that equal fields are the same key of what is made for an order. */
  private static final Function<String, Object> AS_IT_IS = text -> text;

  /**
   * One of the values by which records are put in order.
   *
   * @param sql of the value
   * @param missing what a record without the value is ordered by
   */
  public record Term(String sql, boolean descending, Object missing) {}

  public static OrderField text(String sql) {
    return text(TextSql.same(sql));
  }

  /** A text that may be translated. */
  static OrderField text(TextSql words) {
    return new OrderField(words, String.class, "", "\uDBFF\uDFFF", AS_IT_IS, false);
  }

  /** The name of another row, by the name of its join, in the language of the question. */
  public static OrderField name(String row) {
    return text(TextSql.sorted("{" + row + "}.name"));
  }

  public static OrderField integer(String sql) {
    return new OrderField(
        TextSql.same(sql),
        Integer.class,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Integer::valueOf,
        false);
  }

  public static OrderField decimal(String sql) {
    BigDecimal bound = BigDecimal.TEN.pow(40);
    return new OrderField(
        TextSql.same(sql), BigDecimal.class, bound.negate(), bound, OrderField::number, false);
  }

  /** No wider than the bounds: an exponent of a billion is short to send and endless to write. */
  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > JsonCodec.DIGITS) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  public static OrderField date(String sql) {
    return new OrderField(
        TextSql.same(sql),
        LocalDate.class,
        LocalDate.of(1, 1, 1),
        LocalDate.of(9999, 12, 31),
        PartialDate::parseDay,
        false);
  }

  /** The values of an enum in the order in which it declares them. */
  public static OrderField choice(String sql, Class<? extends Enum<?>> values) {
    String declared =
        Arrays.stream(values.getEnumConstants())
            .map(value -> "'" + value.name() + "'")
            .collect(Collectors.joining(", "));
    return integer("array_position(array[" + declared + "], " + sql + ")");
  }

  /** By what a filter compares. */
  static OrderField of(FilterField filter) {
    FilterField.Value value = Objects.requireNonNull(filter.value());
    return switch (value.kind()) {
      case CHOICE -> choice(value.sql(), Objects.requireNonNull(value.choice()));
      case DATE -> date(value.sql());
      case INTEGER -> integer(value.sql());
      case DECIMAL, MONEY -> decimal(value.sql());
      case FLAG, REFERENCE, SUBJECT, WORD, WORDS ->
          throw new IllegalStateException("Nothing is ordered by a value of kind " + value.kind());
    };
  }

  /** Whether it is ordered by a column: of a translation no folded form is stored. */
  boolean isPlain(Language language) {
    return words.in(language).equals(words.de());
  }

  /** What it is ordered by in German. */
  String sql() {
    return words.de();
  }

  /** The same field, marked as always having a value. */
  public OrderField always() {
    return new OrderField(words, type, lowest, highest, parse, true);
  }

  Field<Object> field(Scope scope, OrderTerm term) {
    @SuppressWarnings("unchecked")
    Class<Object> valueType = (Class<Object>) type;
    if (required) {
      return scope.field(words, valueType);
    }
    return DSL.coalesce(scope.field(words, valueType), DSL.inline(missing(term), valueType));
  }

  /**
   * What stands for a missing value. "Nulls last" means the highest value in ascending order and
   * the lowest in descending order.
   */
  Object missing(OrderTerm term) {
    return term.nullsFirst() == term.descending() ? highest : lowest;
  }
}
