package org.stadtstand.record.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Sweep;

/** Where rows are read from: a type's table with the joins in use, and the pins. */
final class FromClause {

  private static final String PIN_OF_EACH =
      """
      lateral (
        select width_bucket({t}.municipality, pins.municipalities) as n,
          pins.municipalities[width_bucket({t}.municipality, pins.municipalities)] as municipality,
          pins.releases[width_bucket({t}.municipality, pins.municipalities)] as release,
          pins.days[width_bucket({t}.municipality, pins.municipalities)] as day
      ) pin\
      """;

  // Known before its rows are looked at, so that what has left in many cities costs next to
  // nothing.
  private static final String NOT_LEFT =
      """
      case when {record}.until
        > pins.releases[width_bucket({record}.municipality, pins.municipalities)]
        then true else false end\
      """;

  private FromClause() {}

  /** The table with the joins whose columns the scope has used; hence built last. */
  static Table<?> of(ListedType<?> type, Scope scope) {
    return DSL.table(text(type, scope));
  }

  /** The same as text. */
  static String text(ListedType<?> type, Scope scope) {
    return text(type, type.joins(), scope);
  }

  /** The same for related records, which may be found through a join. */
  static Table<?> of(Relation<?> relation, Scope scope) {
    return DSL.table(text(relation, scope));
  }

  static String text(Relation<?> relation, Scope scope) {
    return text(relation.child(), relation.joins(), scope);
  }

  /** The same for all states of a list together. */
  static Sweep.Source swept(ListedType<?> type, Scope scope) {
    String from = text(type, scope);
    List<String> periods =
        type.rows().keySet().stream()
            .filter(scope.joins()::contains)
            .filter(name -> type.rows().get(name) instanceof JoinedRow.Period)
            .toList();
    return new Sweep.Source(
        scope.alias(),
        from,
        type.happened().isEmpty() ? null : scope.sql(type.happened()),
        periods.size() == 1 ? swept(type, periods.getFirst(), scope) : null);
  }

  private static Sweep.Periods swept(ListedType<?> type, String name, Scope scope) {
    JoinedRow.Period period =
        (JoinedRow.Period) Objects.requireNonNull(type.rows().get(name), name);
    String never = replaced(type, name, period.never(name), scope);
    return new Sweep.Periods(
        never,
        new Sweep.Joined(
            scope.sql("{swept}"), never + " " + scope.sql("join " + period.ever("swept"))),
        new Sweep.Joined(
            scope.sql("{" + name + "}"), replaced(type, name, "join " + period.ever(name), scope)));
  }

  private static String replaced(ListedType<?> type, String name, String join, Scope scope) {
    Map<String, String> joins = new LinkedHashMap<>(type.joins());
    joins.put(name, join);
    return text(type, joins, scope);
  }

  /** Rows published in any of the releases of such a list. */
  static Condition everPublished(Scope scope) {
    return scope.condition(
        "{t}.municipality = pin.municipality and {t}.since <= pin.last and {t}.until > pin.first");
  }

  private static String text(ListedType<?> type, Map<String, String> joins, Scope scope) {
    String table = scope.sql(type.from());
    // A join may use columns of another: repeat until nothing new is added.
    List<String> names;
    do {
      names = joins.keySet().stream().filter(scope.joins()::contains).toList();
      names.forEach(name -> scope.sql(joins.getOrDefault(name, "")));
    } while (names.size() < joins.keySet().stream().filter(scope.joins()::contains).count());
    String used =
        names.stream()
            .map(name -> scope.sql(joins.getOrDefault(name, "")))
            .collect(Collectors.joining(" "));
    return table + " " + used;
  }

  /** Only rows published at the pin, and only events that had happened by its day. */
  static Condition pinned(ListedType<?> type, Scope scope) {
    Condition published = scope.condition("{t}.since <= pin.release and {t}.until > pin.release");
    return type.happened().isEmpty()
        ? published
        : published.and(scope.condition(type.happened() + " <= pin.day"));
  }

  /**
   * All rows of a type at some pins.
   *
   * @param pins in the order in which the rows count them, from 1
   */
  record Rows(Table<?> table, Condition condition, List<Pin> pins) {}

  /** Found by municipality; said of the keys as well, whose index then provides their order. */
  static Rows at(List<Pin> pins, ListedType<?> type, Scope scope) {
    Condition rows = ofPins(type, scope);
    Condition condition =
        scope.joins().contains("record")
            ? rows.and(scope.condition("{record}.municipality = pin.municipality"))
            : rows;
    return new Rows(pins(pins).crossJoin(of(type, scope)), condition, pins);
  }

  /**
   * Found in an order for which there is an index over all municipalities, so that a page costs
   * what it holds and not what they all have. Each row looks for the pin of its municipality, by a
   * binary search. That most rows fit is not what the planner would guess, and it would sort them
   * all; of a case it expects nothing in particular.
   */
  static Rows walked(List<Pin> pins, ListedType<?> type, Scope scope) {
    List<Pin> sorted =
        pins.stream().sorted(Comparator.comparingInt(pin -> pin.place().id())).toList();
    Condition here = DSL.condition("case when {0} then true else false end", ofPins(type, scope));
    Condition own = scope.joins().contains("record") ? here.and(scope.condition(NOT_LEFT)) : here;
    LocalDate last = sorted.stream().map(Pin::day).max(Comparator.naturalOrder()).orElseThrow();
    Condition happened =
        type.happened().isEmpty()
            ? DSL.noCondition()
            : scope.field(type.happened(), LocalDate.class).le(last);
    Table<?> all =
        DSL.table(
            "(select {0} as municipalities, {1} as releases, {2} as days) pins",
            ints(sorted.stream().map(pin -> pin.place().id()).toList()),
            ints(sorted.stream().map(Pin::release).toList()),
            dates(sorted.stream().map(Pin::day).toList()));
    return new Rows(
        all.crossJoin(of(type, scope)).crossJoin(DSL.table(scope.sql(PIN_OF_EACH))),
        happened.and(own),
        sorted);
  }

  /** Rows of the municipality of each pin, as published there. */
  static Condition ofPins(ListedType<?> type, Scope scope) {
    return scope.condition("{t}.municipality = pin.municipality").and(pinned(type, scope));
  }

  /** Rows related to each parent, as published at its pin. */
  static Condition ofParent(Relation<?> relation, ListArguments arguments, Scope scope) {
    return pinned(relation.child(), scope)
        .and(DSL.condition(relation.link(arguments.others(), scope, "pin.parent")));
  }

  /** One row for each pin: n counts from 1, in the given order. */
  static Table<?> pins(List<Pin> pins) {
    if (pins.size() == 1) {
      // A select without a table is flattened to constants, so that the planner sees the values.
      Pin pin = pins.getFirst();
      return DSL.table(
          "(select 1 as n, {0} as municipality, {1} as release, {2} as day) pin",
          DSL.cast(DSL.val(pin.place().id()), Integer.class),
          DSL.cast(DSL.val(pin.release()), Integer.class),
          DSL.cast(DSL.val(pin.day()), LocalDate.class));
    }
    return DSL.table(
        "unnest({0}, {1}, {2}) with ordinality as pin(municipality, release, day, n)",
        ints(pins.stream().map(pin -> pin.place().id()).toList()),
        ints(pins.stream().map(Pin::release).toList()),
        dates(pins.stream().map(Pin::day).toList()));
  }

  /** One row for each pin of several lists: n is the number of its list. */
  static Table<?> lists(List<List<Pin>> lists) {
    if (lists.size() == 1) {
      return pins(lists.getFirst());
    }
    List<Integer> numbers = new ArrayList<>();
    List<Pin> pins = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      numbers.addAll(Collections.nCopies(lists.get(i).size(), i + 1));
      pins.addAll(lists.get(i));
    }
    return DSL.table(
        "unnest({0}, {1}, {2}, {3}) as pin(n, municipality, release, day)",
        ints(numbers),
        ints(pins.stream().map(pin -> pin.place().id()).toList()),
        ints(pins.stream().map(Pin::release).toList()),
        dates(pins.stream().map(Pin::day).toList()));
  }

  /** One row for each record and the pin under which it is requested. */
  static Table<?> refs(Collection<Ref> refs) {
    return DSL.table(
        "unnest({0}, {3}, {1}, {2}) with ordinality"
            + " as pin(parent, municipality, release, day, n)",
        ints(refs.stream().map(Ref::record).toList()),
        ints(refs.stream().map(ref -> ref.pin().release()).toList()),
        dates(refs.stream().map(ref -> ref.pin().day()).toList()),
        ints(refs.stream().map(ref -> ref.pin().place().id()).toList()));
  }

  static Field<Integer[]> ints(List<Integer> values) {
    return DSL.val(values.toArray(Integer[]::new));
  }

  static Field<LocalDate[]> dates(List<LocalDate> values) {
    return DSL.val(values.toArray(LocalDate[]::new));
  }
}
