package org.stadtstand.record.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * A list in many states of one municipality, read once: a row is found in each of its periods, and
 * counts from the first of the states that lie in it to the last. States times rows would be read
 * else.
 *
 * @param pins from the earliest day to the latest, and none as known earlier than the one before
 * @param numbers of the lists, in the same order
 */
public record Sweep(List<Pin> pins, List<Integer> numbers) {

  /** What is asked for elsewhere than where a sweep looks cannot be the same in several states. */
  private static final Pattern DAY = Pattern.compile("\\bpin\\.day\\b");

  private static final Pattern DAY_OR_RELEASE = Pattern.compile("\\bpin\\.(day|release)\\b");

  // What does not change between two states is put together before it is counted for each of them.
  private static final String ROWS =
      """
      select ({1})[state.i] as n%2$s%1$s, sum(w)::int as w
      from (select a, z%1$s, sum(w) as w from ({0}) part
        group by a, z%1$s having sum(w) <> 0) part
      cross join lateral generate_series(part.a, part.z) state(i)
      group by state.i%1$s having sum(w) <> 0\
      """;

  /**
   * Where the rows are found.
   *
   * @param alias of the table with the rows
   * @param from the table with its joins
   * @param happened the day before which a row does not count; null for rows of things that last
   * @param periods if the rows of one state are joined with one period each; null else
   */
  public record Source(
      String alias, String from, @Nullable String happened, @Nullable Periods periods) {}

  /**
   * The rows with their periods.
   *
   * @param never the rows as if they had none
   * @param taken these, once for each period they have
   * @param held the rows with each period they have
   */
  public record Periods(String never, Joined taken, Joined held) {}

  /**
   * Rows with periods.
   *
   * @param alias of the period
   */
  public record Joined(String alias, String from) {}

  /** From which state to which a row counts, and how much: SQL of an alias. */
  private record Span(String first, String last) {

    private static final String DAYS = "coalesce(width_bucket(%s(%s.days) - 1, pin.days), %s)";
    private static final String KNOWN = "coalesce(width_bucket(%s(%s.known) - 1, pin.known), %s)";
    private static final String HAPPENED = "width_bucket(%s - 1, pin.days) + 1";
    private static final String ROW = "width_bucket(%s.%s - 1, pin.known)";

    Span and(Span other) {
      return new Span(
          "greatest(%s, %s)".formatted(first, other.first),
          "least(%s, %s)".formatted(last, other.last));
    }

    static Span of(String range, String alias, int states) {
      return new Span(
          range.formatted("lower", alias, "0") + " + 1",
          range.formatted("upper", alias, String.valueOf(states)));
    }
  }

  /** Of the states of lists; null if they are not of one municipality, or go back and forth. */
  public static @Nullable Sweep of(List<List<Pin>> lists) {
    if (lists.size() < 2 || lists.stream().anyMatch(pins -> pins.size() != 1)) {
      return null;
    }
    List<Integer> order =
        IntStream.range(0, lists.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> lists.get(i).getFirst().day())
                    .thenComparing(i -> lists.get(i).getFirst().release()))
            .toList();
    List<Pin> pins = order.stream().map(i -> lists.get(i).getFirst()).toList();
    boolean forward =
        IntStream.range(1, pins.size())
            .allMatch(
                i ->
                    pins.get(i).place().equals(pins.getFirst().place())
                        && pins.get(i).release() >= pins.get(i - 1).release());
    return forward ? new Sweep(pins, order.stream().map(i -> i + 1).toList()) : null;
  }

  /** The rows of tables. */
  public static Select<?> select(
      List<Field<?>> columns, Table<?> pins, String from, Condition where) {
    return DSL.select(columns).from(pins).crossJoin(DSL.table(from)).where(where);
  }

  /**
   * The rows with their weights.
   *
   * @param product all rows of all states, for what no sweep finds
   * @param columns of which the first is the number of the list
   * @param where a condition on rows published in any of the releases
   */
  public Select<?> rows(Select<?> product, List<Field<?>> columns, Source source, Condition where) {
    List<Field<?>> values =
        columns.stream().skip(1).filter(column -> !isRelease(column)).collect(Collectors.toList());
    Span row = row(source);
    Periods periods = source.periods();
    Select<?> parts =
        periods == null
            ? part(values, row, 1, source.from(), where)
            : periods(values, row, periods, where);
    Pattern lost = isOfOneRelease() ? DAY : DAY_OR_RELEASE;
    return lost.matcher(parts.getSQL()).find() ? weighed(product) : swept(columns, values, parts);
  }

  /** Whether its value is that of the state, and not of a row. */
  private static boolean isRelease(Field<?> column) {
    return column instanceof QOM.FieldAlias<?> alias
        && alias.$aliased().toString().equals("pin.release");
  }

  private boolean isOfOneRelease() {
    return pins.getFirst().release() == pins.getLast().release();
  }

  private static Select<?> weighed(Select<?> product) {
    return DSL.select(DSL.field("product.*"), DSL.inline(1).as("w"))
        .from(product.asTable("product"));
  }

  private Span row(Source source) {
    String alias = source.alias();
    Span published =
        isOfOneRelease()
            ? new Span("1", String.valueOf(pins.size()))
            : new Span(
                Span.ROW.formatted(alias, "since") + " + 1", Span.ROW.formatted(alias, "until"));
    return source.happened() == null ? published : published.and(since(source.happened()));
  }

  /** From the first state on by whose day it had happened. */
  private Span since(String happened) {
    return new Span(Span.HAPPENED.formatted(happened), String.valueOf(pins.size()));
  }

  private Span period(Span row, String alias) {
    Span days = Span.of(Span.DAYS, alias, pins.size());
    return isOfOneRelease() ? days : row.and(days).and(Span.of(Span.KNOWN, alias, pins.size()));
  }

  /**
   * Each row without its period in all states, less those in which it has one, and with it there.
   */
  private Select<?> periods(List<Field<?>> columns, Span row, Periods periods, Condition where) {
    Joined taken = periods.taken();
    Joined held = periods.held();
    return DSL.select(DSL.asterisk())
        .from(
            DSL.table(
                "({0} union all {1} union all {2}) part",
                part(columns, row, 1, periods.never(), where),
                part(columns, period(row, taken.alias()), -1, taken.from(), where),
                part(columns, period(row, held.alias()), 1, held.from(), where)));
  }

  private Select<?> swept(List<Field<?>> columns, List<Field<?>> values, Select<?> parts) {
    String names =
        values.stream().map(column -> ", " + column.getName()).collect(Collectors.joining());
    String releases =
        columns.stream()
            .filter(Sweep::isRelease)
            .map(column -> ", ({2})[state.i] as " + column.getName())
            .collect(Collectors.joining());
    return DSL.select(DSL.asterisk())
        .from(
            DSL.table(
                "(" + ROWS.formatted(names, releases) + ") swept",
                parts,
                DSL.cast(DSL.val(numbers.toArray(Integer[]::new)), Integer[].class),
                releases()));
  }

  private Field<Integer[]> releases() {
    return DSL.cast(
        DSL.val(pins.stream().map(Pin::release).toArray(Integer[]::new)), Integer[].class);
  }

  private Select<?> part(
      List<Field<?>> columns, Span span, int weight, String from, Condition where) {
    List<Field<?>> all = new ArrayList<>();
    all.add(DSL.field(span.first(), Integer.class).as("a"));
    all.add(DSL.field(span.last(), Integer.class).as("z"));
    all.add(DSL.inline(weight).as("w"));
    all.addAll(columns);
    return select(all, state(), from, where);
  }

  /** One row for all states. A release is named where there is only one. */
  private Table<?> state() {
    return DSL.table(
        "(select {0} as municipality, {1} as release, {1} as first, {2} as last, int4range({1},"
            + " {2}, '[]') as releases, {3} as known, {4} as days, daterange({5}, {6}, '[]') as"
            + " span) pin",
        number(pins.getFirst().place().id()),
        number(pins.getFirst().release()),
        number(pins.getLast().release()),
        releases(),
        DSL.cast(DSL.val(pins.stream().map(Pin::day).toArray(LocalDate[]::new)), LocalDate[].class),
        DSL.cast(DSL.val(pins.getFirst().day()), LocalDate.class),
        DSL.cast(DSL.val(pins.getLast().day()), LocalDate.class));
  }

  private static Field<Integer> number(int value) {
    return DSL.cast(DSL.val(value), Integer.class);
  }
}
