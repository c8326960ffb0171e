package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.Formula.Cell;
import org.stadtstand.record.declaration.JoinedRow;

/** Works out in a sheet what the SQL of the same declarations works out in a statement. */
final class SheetFormulas {

  private final Map<String, SheetTable> tables = new HashMap<>();
  private final SheetTable table;
  private final Map<String, JoinedRow> joins;
  private final List<String> joinNames = new ArrayList<>();
  private final List<Join> found = new ArrayList<>();

  /** Finds a joined row; null if there is none. */
  private interface Join {
    @Nullable SheetCursor find(SheetRow row);
  }

  SheetFormulas(List<SheetTable> all, String table, Map<String, JoinedRow> joins) {
    all.forEach(one -> tables.put(one.name(), one));
    this.table = own(table);
    this.joins = joins;
  }

  private SheetTable own(String name) {
    SheetTable known = tables.get(name);
    if (known == null) {
      throw new IllegalStateException("Sheets have no table " + name);
    }
    return known;
  }

  SheetTable table() {
    return table;
  }

  int joins() {
    return found.size();
  }

  @Nullable SheetCursor joined(int join, SheetRow row) {
    return found.get(join).find(row);
  }

  /** Where the value of a formula is found. */
  Slot slot(Formula formula) {
    return switch (formula) {
      case Cell cell -> cell(cell);
      case Formula.FirstDay first -> cell(new Cell(first.period(), "first_day"));
      case Formula.DaysSince since -> {
        Slot day = slot(since.day());
        yield row -> row.daysSince(day.read(row));
      }
      case Formula.DaysBetween between -> between(slot(between.from()), slot(between.to()));
      case Formula.Within within -> within(within, slot(within.value()), cell(within.state()));
      case Formula.DaysOverdue overdue -> overdue(overdue);
      case Formula.FirstOf first -> {
        Slot preferred = cell(first.preferred());
        Slot other = cell(first.other());
        yield row -> {
          long value = preferred.read(row);
          return value == NULL ? other.read(row) : value;
        };
      }
      case Formula.LastRecordedDay last -> row -> row.sheet().lastDay(row.at().release());
      case Formula.SmallestValid smallest -> smallest(smallest);
    };
  }

  private static Slot between(Slot from, Slot to) {
    return row -> {
      long first = from.read(row);
      long last = to.read(row);
      return first == NULL || last == NULL ? NULL : last - first;
    };
  }

  private static Slot within(Formula.Within within, Slot value, Slot state) {
    return row -> {
      long now = state.read(row);
      boolean holds = now != NULL && within.only().equals(row.sheet().text(now));
      return holds ? value.read(row) : NULL;
    };
  }

  private Slot overdue(Formula.DaysOverdue overdue) {
    Slot end = cell(overdue.end());
    Slot state = cell(overdue.state());
    return row -> {
      long day = end.read(row);
      if (day == NULL || day >= row.at().day()) {
        return NULL;
      }
      long value = state.read(row);
      boolean settled = value != NULL && overdue.settled().contains(row.sheet().text(value));
      return settled ? NULL : row.daysSince(day);
    };
  }

  private Slot smallest(Formula.SmallestValid wanted) {
    SheetTable others = own(wanted.table());
    int selector = others.place(wanted.selector());
    int value = others.place(wanted.value());
    int from = others.place("valid_from");
    int to = others.place("valid_to");
    return row -> {
      SheetCursor cursor = row.sheet().rows(others, row.place());
      long smallest = NULL;
      while (cursor != null && cursor.nextAt(row.at().release())) {
        if (wanted.selected().equals(row.sheet().text(cursor.get(selector)))
            && (cursor.get(from) == NULL || cursor.get(from) <= row.at().day())
            && (cursor.get(to) == NULL || cursor.get(to) >= row.at().day())
            && row.sheet().isBefore(cursor.get(value), smallest)) {
          smallest = cursor.get(value);
        }
      }
      return smallest;
    };
  }

  private Slot cell(Cell cell) {
    if (cell.row().equals("t")) {
      return own(cell);
    }
    JoinedRow joined = joins.get(cell.row());
    return switch (joined) {
      case null -> named(row -> row.sheet().number(row.place()), cell.column());
      case JoinedRow.Named named -> named(cell(named.number()), cell.column());
      case JoinedRow.Period period -> joined(cell, own(period.table()));
      case JoinedRow.PeriodBefore period -> joined(cell, own(period.table()));
      case JoinedRow.Published row -> joined(cell, own(row.table()));
    };
  }

  private Slot own(Cell cell) {
    if (cell.column().equals("record")) {
      return row -> row.sheet().number(row.place());
    }
    if (cell.column().equals("municipality")) {
      return row -> row.sheet().municipality();
    }
    if (cell.column().equals(table.subject())) {
      return row -> row.sheet().number(row.sheet().subject(row.place()));
    }
    int column = table.place(cell.column());
    return row -> row.own().get(column);
  }

  private static Slot named(Slot number, String column) {
    boolean type = column.equals("type");
    return row -> {
      long value = number.read(row);
      int place = value == NULL ? -1 : row.sheet().place(value);
      return place < 0 ? NULL : type ? row.sheet().type(place) : row.sheet().key(place);
    };
  }

  private Slot joined(Cell cell, SheetTable other) {
    int column = other.place(cell.column());
    int place = place(cell.row());
    return row -> {
      SheetCursor joined = row.joined(place);
      return joined == null ? NULL : joined.get(column);
    };
  }

  /** The place of a join among those that are used. */
  private int place(String name) {
    int known = joinNames.indexOf(name);
    if (known >= 0) {
      return known;
    }
    Join join =
        switch (joins.get(name)) {
          case JoinedRow.Period period -> period(own(period.table()));
          case JoinedRow.PeriodBefore period ->
              before(own(period.table()), cell(period.subject()), cell(period.day()));
          case JoinedRow.Published row -> published(own(row.table()), cell(row.number()));
          case null, default -> throw new IllegalStateException("There is no row " + name);
        };
    joinNames.add(name);
    found.add(join);
    return found.size() - 1;
  }

  private static Join period(SheetTable periods) {
    return row -> {
      SheetCursor cursor = row.sheet().rows(periods, row.place());
      boolean there = cursor != null && cursor.nextAt(row.at().release(), row.at().day());
      return there ? cursor : null;
    };
  }

  private static Join before(SheetTable periods, Slot subject, Slot day) {
    return row -> {
      int place = row.sheet().place(subject.read(row));
      SheetCursor cursor = place < 0 ? null : row.sheet().rows(periods, place);
      boolean there = cursor != null && cursor.nextAt(row.at().release(), day.read(row) - 1);
      return there ? cursor : null;
    };
  }

  private static Join published(SheetTable other, Slot number) {
    return row -> {
      long value = number.read(row);
      int place = value == NULL ? -1 : row.sheet().place(value);
      return place < 0 ? null : row.sheet().published(other, place, row.at().release());
    };
  }
}
