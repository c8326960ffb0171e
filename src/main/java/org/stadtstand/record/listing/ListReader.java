package org.stadtstand.record.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.sheets.SheetList;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Reads lists: a page of all records of a type, the pages of many parents at once, and their
 * counts. Each is one statement that finds only the numbers of the page's records, so that nothing
 * is joined for rows that are filtered out, sorted away or cut off; the records come from sheets,
 * or from one more statement.
 */
@Component
public class ListReader {

  private final Statements statements;
  private final SheetReader sheets;
  private final RecordReader records;
  private final WhereClause where;
  private final ListSizes sizes;
  private final PartReader parts;

  ListReader(
      Statements statements,
      SheetReader sheets,
      RecordReader records,
      ListedTypes types,
      ListSizes sizes,
      PartReader parts) {
    this.statements = statements;
    this.sheets = sheets;
    this.records = records;
    this.where = types.where();
    this.sizes = sizes;
    this.parts = parts;
  }

  /**
   * One page of all records of a type at the pins.
   *
   * @param taker is told which records are on it, unless they are of several states or types
   */
  public <T> Slice<T> page(
      ListedType<T> type, List<Pin> pins, ListArguments arguments, Consumer<Slice.Numbers> taker) {
    Found found = found(type, pins, arguments);
    if (pins.size() == 1 && type.kinds().isEmpty()) {
      taker.accept(new Slice.Numbers(arguments.page(), found.lines()));
    }
    return slice(type, arguments, found, Slice.Line::place);
  }

  /** The page of one state, of which is known what is on it. */
  public <T> Slice<T> page(
      ListedType<T> type, Pin pin, ListArguments arguments, Slice.Numbers numbers) {
    List<Pin> pins = List.of(pin);
    return slice(
        type,
        arguments,
        new Found(numbers.lines(), pins),
        Slice.Numbers.places(() -> found(type, pins, arguments).lines()));
  }

  /** The page of one state as a sheet has it, else what is given. */
  public <T> Object known(ListedType<T> type, Pin pin, ListArguments arguments, Object otherwise) {
    List<SheetList.Line<T>> lines = sheets.page(type, pin, arguments);
    Supplier<Cursor> begun = Cursor.of(type.typeName(), type, arguments);
    return lines == null
        ? otherwise
        : Slice.of(
            arguments.page(),
            lines,
            line -> begun.get().in(arguments.state(), pin.release(), pin.day()).at(line.place()),
            line -> Slice.Unread.of(line, pin));
  }

  /** What was found of a page, and the pins in the order in which the lines count them. */
  private record Found(List<Slice.Line> lines, List<Pin> pins) {}

  /** If those with which it seems to begin do not fill the page, all are looked at. */
  private Found found(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    Optional<int[]> hits = sizes.narrowed(type, pins, arguments);
    Optional<int[]> first = hits.flatMap(all -> sizes.first(type, pins, arguments, all));
    if (first.isPresent()) {
      Found found = found(type, pins, arguments, first, true);
      if (found.lines().size() > arguments.page().size()) {
        return found;
      }
    }
    return found(type, pins, arguments, hits, false);
  }

  private Found found(
      ListedType<?> type,
      List<Pin> pins,
      ListArguments arguments,
      Optional<int[]> among,
      boolean picked) {
    Scope scope = Scope.outermost(arguments.language());
    ListOrder ordering = ListOrder.of(type, arguments, scope);
    Condition condition = where.paged(type.typeName(), type, arguments, ordering, scope);
    List<Field<?>> columns = ordering.columns(scope);
    FromClause.Rows rows =
        pins.size() > 1 && ordering.isIndexed()
            ? FromClause.walked(pins, type, scope)
            : FromClause.at(pins, type, scope);
    SelectConditionStep<?> all =
        DSL.select(columns)
            .from(rows.table())
            .where(condition.and(rows.condition()))
            .and(ListSizes.among(among, scope))
            .and(picked ? WhereClause.begun(type, arguments, scope) : DSL.noCondition());
    ResultQuery<?> query = ordering.first(arguments.page().size() + 1, all, among.isPresent());
    return new Found(
        statements.rows(query, row -> Slice.Line.read(row, ordering.size())), rows.pins());
  }

  private <T> Slice<T> slice(
      ListedType<T> type,
      ListArguments arguments,
      Found found,
      Function<Slice.Line, List<String>> places) {
    int newest = found.pins().stream().mapToInt(Pin::release).max().orElse(0);
    IntFunction<Pin> pinOf = n -> found.pins().get(n - 1);
    Supplier<Cursor> begun = Cursor.of(type.typeName(), type, arguments);
    return Slice.of(
        arguments.page(),
        found.lines(),
        line ->
            begun
                .get()
                .in(arguments.state(), newest, pinOf.apply(line.n()).day())
                .at(places.apply(line)),
        records.rows(type, Slice.cut(arguments.page(), found.lines()), pinOf));
  }

  /** How many records the whole list has. */
  public int count(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    Optional<Integer> held =
        pins.size() == 1 ? sheets.count(type, pins.getFirst(), arguments) : Optional.empty();
    return held.or(() -> sizes.counted(type, pins, arguments))
        .orElseGet(() -> read(type, pins, arguments));
  }

  private int read(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    Scope scope = Scope.outermost(arguments.language());
    Condition fits = where.of(type, arguments.filter(), scope).and(FromClause.ofPins(type, scope));
    Optional<int[]> among = sizes.narrowed(type, pins, arguments);
    return statements
        .counts(
            DSL.select(DSL.inline(1), DSL.count())
                .from(FromClause.pins(pins))
                .crossJoin(FromClause.of(type, scope))
                .where(fits)
                .and(ListSizes.among(among, scope)))
        .getOrDefault(1, 0);
  }

  /** The page of a parent if it lies at hand in a sheet, else what is given. */
  public <T> Function<Ref, Object> known(
      Relation<T> relation, ListArguments arguments, Object otherwise) {
    SheetReader.Below<T> below = sheets.below(relation, arguments);
    return parent -> {
      var lines = below.of(parent);
      return lines == null ? otherwise : slice(relation, arguments, parent.pin(), lines);
    };
  }

  /** One page of related records for each parent, each exact. */
  public <T> Map<Ref, Slice<T>> pages(
      Relation<T> relation, Collection<Ref> parents, ListArguments arguments) {
    Map<Ref, Slice<T>> slices = new HashMap<>();
    SheetReader.Lines<T, Slice<T>> page = (pin, lines) -> slice(relation, arguments, pin, lines);
    List<Ref> others = sheets.related(relation, parents, arguments, slices, page);
    if (!others.isEmpty()) {
      slices.putAll(parts.pages(relation, others, arguments));
    }
    return slices;
  }

  /** A page of a list that is known as a whole. */
  private static <T> Slice<T> slice(
      Relation<T> relation, ListArguments arguments, Pin pin, List<SheetList.Line<T>> lines) {
    Supplier<Cursor> begun = Cursor.of(relation.toString(), relation.child(), arguments);
    Function<SheetList.Line<T>, Cursor> place =
        line -> begun.get().in(Cursor.state(pin), pin.release(), pin.day()).at(line.place());
    List<SheetList.Line<T>> directed = arguments.page().backward() ? lines.reversed() : lines;
    return Slice.of(arguments.page(), directed, place, line -> Slice.Unread.of(line, pin));
  }

  /** How many related records each parent has. */
  public Map<Ref, Integer> counts(
      Relation<?> relation, Collection<Ref> parents, ListArguments arguments) {
    Map<Ref, Integer> counts = new HashMap<>();
    List<Ref> others =
        sheets.related(relation, parents, arguments.whole(), counts, (pin, lines) -> lines.size());
    if (!others.isEmpty()) {
      counts.putAll(parts.counts(relation, others, arguments));
    }
    return counts;
  }
}
