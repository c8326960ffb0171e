package org.stadtstand.record.listing;

import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A field of a filter: turns the operators given by the caller into a condition.
 *
 * @param input the field's input type in the API, which has the operators
 * @param value what it compares, as a value of a row; null if nothing can be said of such values
 *     together
 */
public record FilterField(String input, Test test, @Nullable Value value) {

  Condition condition(Object operators, Scope scope) {
    return test.of(operators, scope);
  }

  /**
   * The same, which compares a value of this kind.
   *
   * @param more of a choice or reference its type, of a date its earliest day
   */
  FilterField of(Kind kind, String sql, String more) {
    return of(new Value(kind, sql, more, null, null, null, null));
  }

  /** The same, which compares a choice of an enum. */
  FilterField of(Class<? extends Enum<?>> choice) {
    return value == null
        ? this
        : of(new Value(value.kind(), value.sql(), value.more(), null, null, null, choice));
  }

  FilterField of(@Nullable Value value) {
    return new FilterField(input, test, value);
  }

  /** The same for a number on a scale that another column names. */
  public FilterField on(String scale) {
    return value == null ? this : of(value.measured(Kind.DECIMAL, scale, value.inexact()));
  }

  /** The same for an amount in a currency. */
  public FilterField in(String currency) {
    return value == null ? this : of(value.measured(Kind.MONEY, currency, value.inexact()));
  }

  /** The same for a number of which a condition says that it is not known exactly. */
  public FilterField inexact(String condition) {
    return value == null ? this : of(value.inexact(condition));
  }

  /** The same, which does nothing but compare one value of the row. */
  FilterField comparing(Compared what) {
    return new FilterField(input, new Comparison(test, what), value);
  }

  /** What is compared, if that is one value of the row; null if only a statement can tell. */
  public @Nullable Compared compared() {
    return test instanceof Comparison comparison ? comparison.what() : null;
  }

  /** The condition that the operators put on a row. */
  @FunctionalInterface
  interface Test {
    Condition of(Object operators, Scope scope);
  }

  private record Comparison(Test test, Compared what) implements Test {

    @Override
    public Condition of(Object operators, Scope scope) {
      return test.of(operators, scope);
    }
  }

  /**
   * A value that operators compare.
   *
   * @param sql of a date its latest day
   * @param earliest of a date its earliest day; null if it is no date
   * @param types if it is a record that is named by key, the numbers of the types it may be of;
   *     empty if the value itself is compared
   */
  public record Compared(String sql, @Nullable String earliest, Set<Integer> types) {

    static Compared value(String sql) {
      return new Compared(sql, null, Set.of());
    }
  }

  /** What can be said of values together follows from their kind. */
  public enum Kind {
    CHOICE,
    FLAG,
    /** The number of a record of one type. */
    REFERENCE,
    /** The number of a record of any type. */
    SUBJECT,
    WORD,
    /** Several words, or records, of one row. */
    WORDS,
    DATE,
    INTEGER,
    /** A number with a unit. */
    DECIMAL,
    MONEY
  }

  /**
   * A value of a row, each part as SQL.
   *
   * @param more of a choice or reference its type in the API, of a date its earliest day
   * @param unit of a number, its unit, scale or currency; null if it counts
   * @param inexact whether a number was not given exactly; null if all are exact
   * @param choice the enum of a choice
   * @param withheld whether the value is withheld by law; null if it is derived from others
   */
  public record Value(
      Kind kind,
      String sql,
      String more,
      @Nullable String unit,
      @Nullable String inexact,
      @Nullable String withheld,
      @Nullable Class<? extends Enum<?>> choice) {

    Value measured(Kind kind, String unit, @Nullable String inexact) {
      return new Value(kind, sql, more, unit, inexact, withheld, choice);
    }

    Value inexact(String inexact) {
      return new Value(kind, sql, more, unit, inexact, withheld, choice);
    }

    /** What stands in the place of a withheld value is no value. */
    Value stored(String withheld) {
      String known = "case when %s then null else %s end".formatted(withheld, sql);
      return new Value(kind, known, more, unit, inexact, withheld, choice);
    }
  }
}
