package org.stadtstand.record.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.TextSql;
import org.stadtstand.record.listing.FilterField.Kind;

/** The kinds of filter fields that rooms declare, each with its operators. */
public final class Filters {

  private static final String OPERATORS =
      "The schema lists the operators of every filter: /schema.graphqls.";

  /** The operators that seek a part of a text. */
  private static final Set<String> PARTS = Set.of("contains", "startsWith");

  private Filters() {}

  /** A text; parts of it are sought without regard to case and accents, and ß is ss. */
  public static FilterField text(String sql) {
    return text(TextSql.same(sql));
  }

  /** The same of a text that may be translated. */
  static FilterField text(TextSql text) {
    return text(
        text, (operator, value, scope) -> sought(scope.field(text, String.class), operator, value));
  }

  private static Condition sought(Field<String> text, String operator, Object value) {
    String place = operator.equals("contains") ? "> 0" : "= 1";
    return DSL.condition(
        "position(folded({0}) in folded({1})) " + place, DSL.val((String) value), text);
  }

  /** The same of a text that has a sort key, which is the folded text. */
  static FilterField sortedText(TextSql text, TextSql sorted) {
    return text(
        text,
        (operator, value, scope) -> {
          Field<String> folded = scope.field(sorted, String.class);
          String part = SortKey.of((String) value);
          return operator.equals("contains") ? folded.contains(part) : folded.startsWith(part);
        });
  }

  private static FilterField text(TextSql text, Operator parts) {
    FilterField field =
        each(
            "TextFilter",
            (operator, value, scope) ->
                PARTS.contains(operator)
                    ? parts.condition(operator, value, scope)
                    : compare(scope.field(text, String.class), operator, value));
    return text.de().equals(text.en())
        ? field.comparing(new FilterField.Compared(text.de(), null, Set.of(), true, null))
        : field;
  }

  /** A text that is one of a few words. */
  public static FilterField word(String sql) {
    return text(sql).of(Kind.WORD, sql, "");
  }

  /** A value of a closed list. */
  public static FilterField choice(String sql, Class<? extends Enum<?>> values) {
    return choice(sql, values.getSimpleName()).of(values);
  }

  static FilterField choice(String sql, String values) {
    return compared(values + "Filter", sql, String.class).of(Kind.CHOICE, sql, values);
  }

  /** The same of a column in which a choice stands for what is withheld: that is no value. */
  static FilterField choice(
      String sql, Class<? extends Enum<?>> values, String withheld, String standIn) {
    FilterField plain = choice(sql, values);
    String known = "case when %s then null else %s end".formatted(withheld, sql);
    return each(
            plain.input(),
            (operator, value, scope) -> compare(scope.field(known, String.class), operator, value))
        .comparing(new FilterField.Compared(sql, null, Set.of(), false, standIn))
        .of(plain.value());
  }

  /** Whether a value alone tells what fits: not where it may stand in for one that is withheld. */
  public static boolean isTold(FilterField.Compared what, Object operators) {
    Map<String, Object> asked = map(operators);
    String standIn = what.standIn();
    return standIn == null
        || !asked.containsKey("isNull")
            && !standIn.equals(asked.get("eq"))
            && !(asked.get("in") instanceof List<?> several && several.contains(standIn));
  }

  private static FilterField compared(String input, String sql, Class<?> type) {
    return each(input, (operator, value, scope) -> compare(scope.field(sql, type), operator, value))
        .comparing(FilterField.Compared.value(sql));
  }

  public static FilterField integer(String sql) {
    return compared("IntFilter", sql, Integer.class).of(Kind.INTEGER, sql, "");
  }

  public static FilterField decimal(String sql) {
    return compared("DecimalFilter", sql, BigDecimal.class).of(Kind.DECIMAL, sql, "");
  }

  public static FilterField bool(String sql) {
    return compared("BooleanFilter", sql, Boolean.class).of(Kind.FLAG, sql, "");
  }

  public static FilterField date(String sql) {
    return partialDate(sql, sql);
  }

  /** A date of any precision: compared by its latest day, {@code within} by all its days. */
  public static FilterField partialDate(String earliest, String latest) {
    return each(
            "DateFilter",
            (operator, value, scope) -> {
              Field<LocalDate> to = scope.field(latest, LocalDate.class);
              if (!operator.equals("within")) {
                return compare(to, operator, value);
              }
              PartialDate range = range((String) value);
              return scope
                  .field(earliest, LocalDate.class)
                  .ge(range.earliest())
                  .and(to.le(range.latest()));
            })
        .comparing(new FilterField.Compared(latest, earliest, Set.of(), false, null))
        .of(Kind.DATE, latest, earliest);
  }

  /** A list of texts, at least one of which matches. */
  public static FilterField list(String sql) {
    return each(
        "TextFilter",
        (operator, value, scope) -> {
          Condition none = scope.condition("coalesce(cardinality(" + sql + "), 0) = 0");
          return switch (operator) {
            case "isNull" -> Boolean.TRUE.equals(value) ? none : DSL.not(none);
            case "contains", "startsWith" ->
                DSL.condition(
                    "exists (select from unnest({0}) part where {1})",
                    scope.field(sql, Object.class),
                    sought(DSL.field("part", String.class), operator, value));
            default ->
                DSL.condition(
                    "{0} && cast({1} as text[])",
                    scope.field(sql, Object.class), texts(operator, value));
          };
        });
  }

  static Field<String[]> texts(String operator, Object value) {
    return switch (operator) {
      case "eq" -> DSL.val(new String[] {(String) value});
      case "in" -> DSL.val(((List<?>) value).toArray(String[]::new));
      default -> throw unknown(operator);
    };
  }

  static Field<Integer> municipality(Scope scope) {
    return scope.field("{t}.municipality", Integer.class);
  }

  public static ApiError unknown(String name) {
    return new ApiError(
        ErrorCode.BAD_FILTER, "There is no filter or operator \"" + name + "\" here.", OPERATORS);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  static <V> Condition compare(Field<V> field, String operator, Object value) {
    return switch (operator) {
      case "eq" -> field.eq(field.getType().cast(value));
      case "in" ->
          field.in(((List<?>) value).stream().map(one -> field.getType().cast(one)).toList());
      case "lt" -> field.lt(field.getType().cast(value));
      case "lte" -> field.le(field.getType().cast(value));
      case "gt" -> field.gt(field.getType().cast(value));
      case "gte" -> field.ge(field.getType().cast(value));
      case "isNull" -> Boolean.TRUE.equals(value) ? field.isNull() : field.isNotNull();
      default -> throw unknown(operator);
    };
  }

  /** The days that the operator {@code within} names. */
  public static PartialDate range(String text) {
    try {
      return PartialDate.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new ApiError(
          ErrorCode.BAD_FILTER,
          "\"" + text + "\" is no year, quarter, month or day.",
          "Use 2025, 2025-Q3, 2025-07 or 2025-07-31.");
    }
  }

  static FilterField each(String input, Operator operator) {
    return new FilterField(
        input,
        (operators, scope) ->
            WhereClause.all(
                map(operators).entrySet().stream()
                    .map(
                        entry ->
                            operator.condition(
                                entry.getKey(), given(entry.getKey(), entry.getValue()), scope))
                    .toList()),
        null);
  }

  /** The operator's value, which is never null: a lost variable would otherwise widen the list. */
  public static Object given(String operator, @Nullable Object value) {
    if (value == null) {
      throw new ApiError(
          ErrorCode.BAD_FILTER,
          "The operator \"" + operator + "\" has the value null.",
          "Use isNull: true for what has no value, or leave the operator out.");
    }
    return value;
  }

  interface Operator {
    Condition condition(String operator, Object value, Scope scope);
  }
}
