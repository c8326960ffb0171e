package org.stadtstand.record.columns;

import static org.stadtstand.record.columns.HeldColumn.NULL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListSizes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.OrderField.Term;
import org.stadtstand.record.time.Pin;

/**
 * Orders records by columns in memory as a statement would: of texts by their ranks, which the
 * database has told. An order that does not follow from columns is left to the statement.
 */
@Component
class RowOrder implements ListSizes.HeldOrder {

  /** A text that is ordered: of the row itself, or its key. */
  private static final Pattern TEXT = Pattern.compile("\\{(?:t|record)}\\.(\\w+_sort|key)");

  private final ListedTypes types;
  private final ColumnCache cache;

  RowOrder(ListedTypes types, ColumnCache cache) {
    this.types = types;
    this.cache = cache;
  }

  @Override
  public Optional<int[]> first(
      ListedType<?> type, Pin pin, ListSizes.Wanted wanted, LongSupplier rows) {
    RecordType table = type.recordType();
    if (table == null || !cache.holdsAny()) {
      return Optional.empty();
    }
    HeldTables tables = HeldTables.of(table, types.joinedRows(type), cache.types());
    RowFilters columns = new RowFilters(types, type, tables);
    ColumnNeeds needs = new ColumnNeeds();
    List<Formula> values = new ArrayList<>();
    // The last is the number of the record.
    for (Term term : wanted.order().subList(0, wanted.order().size() - 1)) {
      Formula value = value(term, columns, needs);
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.ofNullable(cache.find(tables, pin, needs, rows))
        .flatMap(held -> new Places(held, pin, wanted.order(), values).first(wanted));
  }

  private static @Nullable Formula value(Term term, RowFilters columns, ColumnNeeds needs) {
    if (!(term.missing() instanceof String)) {
      return columns.held(term.sql(), needs);
    }
    Matcher text = TEXT.matcher(term.sql());
    if (!text.matches()) {
      return null;
    }
    String rank = HeldColumn.rank(text.group(1));
    needs.column(HeldRows.OWN, rank);
    return Formula.cell(HeldRows.OWN, rank);
  }

  /** Where the records of one state stand in an order. */
  private static final class Places {

    private final HeldRows held;
    private final List<Term> order;
    private final List<HeldValues.Value> values;
    private final Walk walk;
    private final int day;

    Places(HeldRows held, Pin pin, List<Term> order, List<Formula> formulas) {
      HeldValues known = new HeldValues(held);
      this.held = held;
      this.order = order;
      this.values = formulas.stream().map(known::of).toList();
      this.walk = new Walk(known.lives(), pin.release());
      this.day = Math.toIntExact(pin.day().toEpochDay());
    }

    /** Nothing if the record before them has no place any more. */
    Optional<int[]> first(ListSizes.Wanted wanted) {
      int @Nullable [] begin = wanted.after() == null ? new int[0] : place(wanted.after());
      return begin == null
          ? Optional.empty()
          : Optional.of(
              Arrays.stream(wanted.records())
                  .mapToObj(this::place)
                  .filter(place -> place != null && Arrays.compare(place, begin) > 0)
                  .sorted(Arrays::compare)
                  .limit(wanted.most())
                  .mapToInt(place -> directed(place[place.length - 1], order.getLast()))
                  .toArray());
    }

    /** One number after the other is compared; null if the record is not published. */
    private int @Nullable [] place(int record) {
      int row = Arrays.binarySearch(held.records(), record);
      if (row < 0 || !walk.to(row)) {
        return null;
      }
      walk.on(day, true);
      int[] place = new int[order.size()];
      for (int i = 0; i < values.size(); i++) {
        int value = values.get(i).of(walk);
        place[i] = directed(value == NULL ? missing(order.get(i)) : value, order.get(i));
      }
      place[values.size()] = directed(record, order.getLast());
      return place;
    }

    /** The other way round for numbers that descend; twice it is the number again. */
    private static int directed(int value, Term term) {
      return term.descending() ? ~value : value;
    }

    private static int missing(Term term) {
      return switch (term.missing()) {
        case Integer number -> number;
        case LocalDate date -> Math.toIntExact(date.toEpochDay());
        case String text -> text.isEmpty() ? 0 : Integer.MAX_VALUE;
        default -> throw new IllegalStateException("No column is ordered by " + term);
      };
    }
  }
}
