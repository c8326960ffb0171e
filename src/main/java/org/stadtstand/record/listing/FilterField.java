package org.stadtstand.record.listing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.sheets.SheetRow;
import org.stadtstand.record.sheets.Slot;

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

  /** The same, which compares a choice of an enum, or levels on scales that are one. */
  public FilterField of(Class<? extends Enum<?>> choice) {
    return value == null ? this : of(value.of(choice));
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
    return new FilterField(input, new Known(test, what, null), value);
  }

  /** The same, which tests the related records of a row. */
  FilterField following(Relation<?> relation) {
    return new FilterField(input, new Known(test, null, relation), value);
  }

  /** To the records that are tested; null if it tests the row itself, or only a statement can. */
  @Nullable Relation<?> relation() {
    return test instanceof Known known ? known.relation() : null;
  }

  /** The column of a text that each row may have another of; null if it compares none. */
  @Nullable String wholeText() {
    Compared what = compared();
    return what != null && what.text() ? what.sql() : null;
  }

  /** What is compared, if that is one value of the row; null if only a statement can tell. */
  public @Nullable Compared compared() {
    return test instanceof Known known ? known.what() : null;
  }

  /**
   * The same of rows in a sheet; null if only a statement can tell.
   *
   * @param slots finds there what SQL stands for
   */
  @Nullable Predicate<SheetRow> fits(Object operators, Function<String, @Nullable Slot> slots) {
    Compared what = compared();
    boolean held = what != null && what.types().isEmpty() && Filters.isTold(what, operators);
    Slot slot = what == null || !held ? null : slots.apply(what.sql());
    Predicate<SheetRow> all = row -> true;
    for (Map.Entry<String, @Nullable Object> entry : Filters.map(operators).entrySet()) {
      Object operand = entry.getValue();
      Predicate<SheetRow> one =
          what == null || slot == null || operand == null
              ? null
              : entry.getKey().equals("within") && what.earliest() != null
                  ? within(slots.apply(what.earliest()), slot, operand.toString())
                  : fits(slot, entry.getKey(), operand);
      if (one == null) {
        return null;
      }
      all = all.and(one);
    }
    return all;
  }

  private static @Nullable Predicate<SheetRow> within(
      @Nullable Slot earliest, Slot latest, String days) {
    PartialDate range = Filters.range(days);
    Predicate<SheetRow> ends = Objects.requireNonNull(fits(latest, "lte", range.latest()));
    return earliest == null
        ? null
        : ends.and(Objects.requireNonNull(fits(earliest, "gte", range.earliest())));
  }

  /** A value that is not there fits nothing. */
  private static @Nullable Predicate<SheetRow> fits(Slot slot, String operator, Object value) {
    if (operator.equals("isNull")) {
      boolean none = Boolean.TRUE.equals(value);
      return row -> row.isNull(slot) == none;
    }
    if (value instanceof List<?> several) {
      // Of an empty list nobody can tell what it holds, but nothing is in it.
      return several.stream().allMatch(String.class::isInstance)
          ? row -> !several.isEmpty() && !row.isNull(slot) && several.contains(row.textOrNull(slot))
          : null;
    }
    if (value instanceof String text) {
      byte[] sought = text.getBytes(StandardCharsets.UTF_8);
      return operator.equals("eq") ? row -> row.isText(slot, sought) : null;
    }
    Long bound =
        value instanceof LocalDate day
            ? Long.valueOf(day.toEpochDay())
            : value instanceof Integer number ? Long.valueOf(number) : null;
    return bound == null ? null : fits(slot, operator, bound.longValue());
  }

  private static @Nullable Predicate<SheetRow> fits(Slot slot, String operator, long bound) {
    return switch (operator) {
      case "eq" -> row -> slot.read(row) == bound;
      case "lt" -> row -> !row.isNull(slot) && slot.read(row) < bound;
      case "lte" -> row -> !row.isNull(slot) && slot.read(row) <= bound;
      case "gt" -> row -> slot.read(row) > bound;
      case "gte" -> row -> slot.read(row) >= bound;
      default -> null;
    };
  }

  /** The condition that the operators put on a row. */
  @FunctionalInterface
  interface Test {
    Condition of(Object operators, Scope scope);
  }

  /** A test of which more is known: what it compares, or which records it tests. */
  private record Known(Test test, @Nullable Compared what, @Nullable Relation<?> relation)
      implements Test {

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
   * @param text whether it is one of which a list may have as many as it has rows
   * @param standIn what a row has in the place of a value that is withheld; null if none or nothing
   */
  public record Compared(
      String sql,
      @Nullable String earliest,
      Set<Integer> types,
      boolean text,
      @Nullable String standIn) {

    static Compared value(String sql) {
      return new Compared(sql, null, Set.of(), false, null);
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
   * @param choice the enum of a choice, or of the scales of a number
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

    Value of(Class<? extends Enum<?>> choice) {
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
