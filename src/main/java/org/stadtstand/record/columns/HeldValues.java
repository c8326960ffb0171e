package org.stadtstand.record.columns;

import static org.stadtstand.record.columns.HeldColumn.NULL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.Formula.Cell;

/** Works out of held columns what the SQL of the same formulas works out in a statement. */
final class HeldValues {

  /** A value of the record that is walked over; {@link HeldColumn#NULL} if it has none. */
  @FunctionalInterface
  interface Value {
    int of(Walk walk);
  }

  private final HeldRows held;
  private final List<String> tables = new ArrayList<>(List.of(HeldRows.OWN));
  private final Map<Formula, Value> known = new HashMap<>();
  private boolean daily;

  HeldValues(HeldRows held) {
    this.held = held;
  }

  /** Notes what a formula reads; false if it can be worked out by a statement only. */
  static boolean note(Formula formula, ColumnNeeds needs, HeldTables tables) {
    return switch (formula) {
      case Cell cell -> note(cell, needs, tables);
      case Formula.FirstDay first -> tables.note(first.period(), needs);
      case Formula.DaysSince since -> note(since.day(), needs, tables);
      case Formula.DaysBetween between ->
          note(between.from(), needs, tables) && note(between.to(), needs, tables);
      case Formula.Within within ->
          note(within.value(), needs, tables) && note(within.state(), needs, tables);
      case Formula.DaysOverdue overdue ->
          note(overdue.end(), needs, tables) && note(overdue.state(), needs, tables);
      // Two columns have different places for the same text.
      case Formula.FirstOf first -> false;
      case Formula.LastRecordedDay last -> false;
      case Formula.SmallestValid smallest -> false;
    };
  }

  private static boolean note(Cell cell, ColumnNeeds needs, HeldTables tables) {
    if (!tables.has(cell)) {
      return false;
    }
    needs.column(cell.row(), cell.column());
    return true;
  }

  /** The rows that values were found in, the records' own first. */
  List<Lives> lives() {
    return tables.stream().map(this::lives).toList();
  }

  private Lives lives(String row) {
    return Objects.requireNonNull(held.lives().get(row), row);
  }

  /** Whether a value can change from one day to the next although all rows stay. */
  boolean isDaily() {
    return daily;
  }

  /** The same of a value that is compared with the day. */
  Value daily(Formula formula) {
    daily = true;
    return of(formula);
  }

  Value of(Formula formula) {
    Value value = known.get(formula);
    if (value == null) {
      value = made(formula);
      known.put(formula, value);
    }
    return value;
  }

  private Value made(Formula formula) {
    return switch (formula) {
      case Cell cell -> cell(cell);
      case Formula.FirstDay first -> firstDay(first);
      case Formula.DaysSince since -> {
        Value day = of(since.day());
        daily = true;
        yield walk -> minus(walk.day(), day.of(walk));
      }
      case Formula.DaysBetween between -> {
        Value from = of(between.from());
        Value to = of(between.to());
        yield walk -> minus(to.of(walk), from.of(walk));
      }
      case Formula.Within within -> {
        Value value = of(within.value());
        Value state = of(within.state());
        int only = texts(within.state()).indexOf(within.only());
        yield walk -> only >= 0 && state.of(walk) == only ? value.of(walk) : NULL;
      }
      case Formula.DaysOverdue overdue -> overdue(overdue);
      case Formula.FirstOf first -> throw unknown(first);
      case Formula.LastRecordedDay last -> throw unknown(last);
      case Formula.SmallestValid smallest -> throw unknown(smallest);
    };
  }

  private static IllegalStateException unknown(Formula formula) {
    return new IllegalStateException("No columns hold " + formula.sql());
  }

  private Value overdue(Formula.DaysOverdue overdue) {
    Value end = of(overdue.end());
    Value state = of(overdue.state());
    List<String> texts = texts(overdue.state());
    boolean[] settled = new boolean[texts.size()];
    for (int i = 0; i < settled.length; i++) {
      settled[i] = overdue.settled().contains(texts.get(i));
    }
    daily = true;
    return walk -> {
      int day = end.of(walk);
      if (day == NULL || day >= walk.day()) {
        return NULL;
      }
      int now = state.of(walk);
      return now != NULL && settled[now] ? NULL : walk.day() - day;
    };
  }

  private static int minus(int day, int other) {
    return day == NULL || other == NULL ? NULL : day - other;
  }

  /** The texts of a column, whose places are its values; empty if it holds numbers. */
  List<String> texts(Formula formula) {
    return switch (formula) {
      case Cell cell -> column(cell).texts();
      case Formula.Within within -> texts(within.value());
      default -> List.of();
    };
  }

  private HeldColumn column(Cell cell) {
    return Objects.requireNonNull(lives(cell.row()).columns().get(cell.column()), cell.column());
  }

  private Value cell(Cell cell) {
    int[] values = column(cell).values();
    int table = table(cell.row());
    if (table == 0) {
      return walk -> values[walk.row(0)];
    }
    return walk -> {
      int row = walk.row(table);
      return row == Lives.NONE ? NULL : values[row];
    };
  }

  private Value firstDay(Formula.FirstDay first) {
    int[] days = Objects.requireNonNull(lives(first.period()).first());
    int table = table(first.period());
    return walk -> {
      int row = walk.row(table);
      return row == Lives.NONE ? NULL : days[row];
    };
  }

  private int table(String row) {
    int place = tables.indexOf(row);
    if (place < 0) {
      tables.add(row);
      return tables.size() - 1;
    }
    return place;
  }
}
