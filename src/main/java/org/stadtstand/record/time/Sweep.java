package org.stadtstand.record.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A list on many days of one release, read once: a row is found in each of its periods, and counts
 * from the first of the days that lie in it to the last. Days times rows would be read else.
 *
 * @param numbers of the lists, in the order of their days
 */
public record Sweep(Pin pin, List<LocalDate> days, List<Integer> numbers) {

  private static final Pattern DAY = Pattern.compile("\\bpin\\.day\\b");

  /** The period that holds on the day, as rooms join it. */
  private static final Pattern HELD =
      Pattern.compile(
          "left join \\w+ (\\w+) on (?:(?!left join).)*?\\1\\.days @> pin\\.day", Pattern.DOTALL);

  private static final String FROM = "coalesce(width_bucket(lower(%s.days) - 1, pin.days), 0) + 1";
  private static final String TO = "coalesce(width_bucket(upper(%s.days) - 1, pin.days), %d)";

  // What does not change between two days is put together before it is counted for each of them.
  private static final String ROWS =
      """
      select ({1})[day.i] as n%1$s, sum(w)::int as w
      from (select a, z%1$s, sum(w) as w from ({0}) part
        group by a, z%1$s having sum(w) <> 0) part
      cross join lateral generate_series(part.a, part.z) day(i)
      group by day.i%1$s having sum(w) <> 0\
      """;

  /** Of the pins of lists; null if they differ in more than their days. */
  public static @Nullable Sweep of(List<List<Pin>> lists) {
    if (lists.size() < 2 || lists.stream().anyMatch(pins -> pins.size() != 1)) {
      return null;
    }
    Pin first = lists.getFirst().getFirst();
    boolean same =
        lists.stream()
            .map(List::getFirst)
            .allMatch(pin -> pin.place().equals(first.place()) && pin.release() == first.release());
    if (!same) {
      return null;
    }
    List<Integer> order =
        IntStream.range(0, lists.size())
            .boxed()
            .sorted(Comparator.comparing(i -> lists.get(i).getFirst().day()))
            .toList();
    return new Sweep(
        first,
        order.stream().map(i -> lists.get(i).getFirst().day()).toList(),
        order.stream().map(i -> i + 1).toList());
  }

  /** The rows of tables. */
  public static Select<?> select(
      List<Field<?>> columns, Table<?> pins, String from, Condition where) {
    return DSL.select(columns).from(pins).crossJoin(DSL.table(from)).where(where);
  }

  /**
   * The rows with their weights.
   *
   * @param product all rows of all days
   * @param columns of which the first is the number of the list
   */
  public Select<?> rows(Select<?> product, List<Field<?>> columns, String from, Condition where) {
    List<Field<?>> values = columns.subList(1, columns.size());
    long asked = DAY.matcher(product.getSQL()).results().count();
    if (asked == 0) {
      return swept(values, part(values, "1", last(), 1, from, where));
    }
    Matcher held = HELD.matcher(from);
    return asked == 1 && held.find()
        ? swept(values, periods(values, from, held, where))
        : weighed(product);
  }

  private String last() {
    return String.valueOf(days.size());
  }

  private static Select<?> weighed(Select<?> product) {
    return DSL.select(DSL.field("product.*"), DSL.inline(1).as("w"))
        .from(product.asTable("product"));
  }

  /** Each row without its period on all days, less those on which it has one, and with it there. */
  private Select<?> periods(List<Field<?>> columns, String from, Matcher held, Condition where) {
    String period = held.group(1);
    String join = held.group();
    String never = from.replace(join, join.replace(period + ".days @> pin.day", "false"));
    String during = join.replace(".days @> pin.day", ".days && pin.span").substring(5);
    String taken = never + " " + during.replace(period, "swept");
    return DSL.select(DSL.asterisk())
        .from(
            DSL.table(
                "({0} union all {1} union all {2}) part",
                part(columns, "1", last(), 1, never, where),
                part(columns, "swept", -1, taken, where),
                part(columns, period, 1, from.replace(join, during), where)));
  }

  private Select<?> swept(List<Field<?>> columns, Select<?> parts) {
    String names =
        columns.stream().map(column -> ", " + column.getName()).collect(Collectors.joining());
    return DSL.select(DSL.asterisk())
        .from(
            DSL.table(
                "(" + ROWS.formatted(names) + ") swept",
                parts,
                DSL.cast(DSL.val(numbers.toArray(Integer[]::new)), Integer[].class)));
  }

  private Select<?> part(
      List<Field<?>> columns, String period, int weight, String from, Condition where) {
    return part(
        columns, FROM.formatted(period), TO.formatted(period, days.size()), weight, from, where);
  }

  private Select<?> part(
      List<Field<?>> columns, String first, String last, int weight, String from, Condition where) {
    List<Field<?>> all = new ArrayList<>();
    all.add(DSL.field(first, Integer.class).as("a"));
    all.add(DSL.field(last, Integer.class).as("z"));
    all.add(DSL.inline(weight).as("w"));
    all.addAll(columns);
    return select(all, state(), from, where);
  }

  /** One row for all days. */
  private Table<?> state() {
    return DSL.table(
        "(select {0} as municipality, {1} as release, {2} as days, daterange({3}, {4}, '[]') as"
            + " span) pin",
        DSL.cast(DSL.val(pin.place().id()), Integer.class),
        DSL.cast(DSL.val(pin.release()), Integer.class),
        DSL.cast(DSL.val(days.toArray(LocalDate[]::new)), LocalDate[].class),
        DSL.cast(DSL.val(days.getFirst()), LocalDate.class),
        DSL.cast(DSL.val(days.getLast()), LocalDate.class));
  }
}
