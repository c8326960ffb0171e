package org.stadtstand.record.declaration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value of a record that is worked out when it is asked for, declared as operands and operation.
 * Its SQL is here; what a sheet makes of the same operands is in the room of sheets.
 */
public sealed interface Formula {

  /** With the rows as names in braces: {@code {t}} is the record's own, others are joined. */
  String sql();

  /** A column of the record's own row or of a joined one. */
  static Cell cell(String row, String column) {
    return new Cell(row, column);
  }

  /** A column as it stands. */
  record Cell(String row, String column) implements Formula {
    @Override
    public String sql() {
      return "{" + row + "}." + column;
    }
  }

  /** The first day of a joined period. */
  record FirstDay(String period) implements Formula {
    @Override
    public String sql() {
      return "lower({" + period + "}.days)";
    }
  }

  /** The days from another day to the one asked about. */
  record DaysSince(Formula day) implements Formula {
    @Override
    public String sql() {
      return "pin.day - " + day.sql();
    }
  }

  /** The days from one day to another; negative if that is earlier. */
  record DaysBetween(Formula from, Formula to) implements Formula {
    @Override
    public String sql() {
      return "(" + to.sql() + " - " + from.sql() + ")";
    }
  }

  /** A value that there is only in one state. */
  record Within(Formula value, Cell state, String only) implements Formula {
    @Override
    public String sql() {
      return "case when %s = '%s' then %s end".formatted(state.sql(), only, value.sql());
    }
  }

  /**
   * The days since an end that is over, unless the state says that nothing is awaited any more.
   *
   * @param settled the states in which nothing is overdue
   */
  record DaysOverdue(Cell end, Cell state, List<String> settled) implements Formula {
    @Override
    public String sql() {
      return """
      case when coalesce(%s, '') not in (%s)
          and %3$s < pin.day
        then pin.day - %3$s end\
      """
          .formatted(
              state.sql(),
              settled.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", ")),
              end.sql());
    }
  }

  /** The first of two values that is there. */
  record FirstOf(Cell preferred, Cell other) implements Formula {
    @Override
    public String sql() {
      return "coalesce(" + preferred.sql() + ", " + other.sql() + ")";
    }
  }

  /** The last day of which the release that is read says anything. */
  record LastRecordedDay() implements Formula {
    @Override
    public String sql() {
      return "(select r.stands_for from release r where r.id = pin.release)";
    }
  }

  /**
   * The smallest of several texts about the record that are valid on the day: rows of another table
   * that name it in {@code subject} and hold from {@code valid_from} to {@code valid_to}. The
   * smallest, because the order in a delivery is arbitrary.
   *
   * @param selector the column that says which rows count
   */
  record SmallestValid(String table, String value, String selector, String selected)
      implements Formula {

    /** The row that has it, as what follows the columns of a select of {@code i}. */
    public String row() {
      return """
      from %s i
        where i.subject = {t}.record and i.%s = '%s'
          and i.since <= pin.release and i.until > pin.release
          and (i.valid_from is null or i.valid_from <= pin.day)
          and (i.valid_to is null or i.valid_to >= pin.day)
        order by i.%s collate "C" limit 1\
      """
          .formatted(table, selector, selected, value);
    }

    @Override
    public String sql() {
      return "(select i." + value + " " + row() + ")";
    }
  }
}
