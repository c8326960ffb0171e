package org.stadtstand.record.columns;

import static org.stadtstand.record.columns.HeldColumn.NULL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.columns.RowCounts.Key;
import org.stadtstand.record.declaration.Formula;

/** The keys of one column in the order in which rows are first found to have them. */
final class RowKeys {

  /** No number of a value. */
  private static final long WITHHELD = Long.MAX_VALUE;

  private static final BitSet NOTHING = new BitSet();

  private final KeyColumn column;
  private final List<String> texts;
  private final HeldValues.Value value;
  private final HeldValues.@Nullable Value earliest;
  private final BitSet withheld;
  private final LongIndex keys = new LongIndex();

  /**
   * @param earliest of a date its earliest day
   */
  RowKeys(
      KeyColumn column,
      Formula formula,
      @Nullable Formula earliest,
      HeldValues values,
      HeldRows held) {
    this.column = column;
    this.texts = values.texts(formula);
    this.value = values.of(formula);
    this.earliest = earliest == null ? null : values.of(earliest);
    String field = column.withheldField();
    this.withheld = field == null ? NOTHING : held.withheld().getOrDefault(field, NOTHING);
  }

  /** The place of a record's key. */
  int of(Walk walk) {
    return keys.of(number(walk));
  }

  private long number(Walk walk) {
    if (!withheld.isEmpty() && withheld.get(walk.row(0))) {
      return WITHHELD;
    }
    int own = value.of(walk);
    return earliest == null ? inClass(own) : pair(earliest.of(walk), own);
  }

  private long inClass(int own) {
    if (own == NULL || column.edges().isEmpty()) {
      return own;
    }
    BigDecimal number = BigDecimal.valueOf(own);
    int place = 0;
    while (place < column.edges().size() && column.edges().get(place).compareTo(number) <= 0) {
      place++;
    }
    return place;
  }

  /** The bounds of the period that both days lie in, or else themselves. */
  private long pair(int first, int last) {
    if (first == NULL || last == NULL) {
      return both(first, last);
    }
    LocalDate begin = begin(last);
    return begin.equals(begin(first))
        ? both((int) begin.toEpochDay(), (int) begin.plusMonths(column.months()).toEpochDay() - 1)
        : both(first, last);
  }

  private LocalDate begin(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int month = date.getMonthValue() - 1;
    return LocalDate.of(date.getYear(), month - month % column.months() + 1, 1);
  }

  private static long both(int first, int last) {
    return (long) first << Integer.SIZE | last & 0xFFFFFFFFL;
  }

  /** The key in a place, as the statement of the same groups has it. */
  Key key(int place) {
    long number = keys.number(place);
    return number == WITHHELD ? new Key(null, null, true) : key(number);
  }

  private Key key(long number) {
    if (earliest != null) {
      return new Key(day((int) (number >> Integer.SIZE)), day((int) number), false);
    }
    String text =
        number == NULL
            ? null
            : switch (column.value().kind()) {
              case CHOICE, WORD -> texts.get((int) number);
              case FLAG -> String.valueOf(number == 1);
              default -> String.valueOf(number);
            };
    return new Key(text, null, false);
  }

  private static @Nullable String day(int day) {
    return day == NULL ? null : LocalDate.ofEpochDay(day).toString();
  }
}
