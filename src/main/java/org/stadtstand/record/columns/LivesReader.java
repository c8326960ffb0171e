package org.stadtstand.record.columns;

import static org.stadtstand.record.columns.HeldColumn.NULL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.JoinedRow;

/** Gathers the rows of one table, which come in the order of the records they are about. */
final class LivesReader {

  /** The record, its releases and, of a period, its days. */
  private static final int BEFORE = 5;

  private final boolean period;
  private final List<Column> columns = new ArrayList<>();
  private final int[] records;
  private final IntList numbers = new IntList();
  private final IntList begins = new IntList();
  private final IntList since = new IntList();
  private final IntList until = new IntList();
  private final IntList first = new IntList();
  private final IntList end = new IntList();

  /** A column that is read. */
  private record Column(
      String name, String type, IntList values, List<String> texts, Map<String, Integer> places) {}

  /**
   * @param records the numbers of all records, if these are periods of them; else they follow from
   *     the rows
   * @param columns with the names of their types
   */
  LivesReader(boolean period, int[] records, Map<String, String> columns) {
    this.period = period;
    this.records = records;
    columns.forEach(
        (name, type) ->
            this.columns.add(
                new Column(name, type, new IntList(), new ArrayList<>(), new HashMap<>())));
  }

  /** All rows of a municipality up to a release, in an order that later ones do not change. */
  static String select(String table, Iterable<String> columns) {
    return """
    select t.record, t.since, t.until, null, null%s from %s t
    where t.municipality = ? and t.since <= ? order by t.record, t.since\
    """
        .formatted(selected(columns), table);
  }

  /** The same of periods. */
  static String select(JoinedRow.Period period, Iterable<String> columns) {
    return """
    select t.%2$s, lower(t.known), upper(t.known), lower(t.days), upper(t.days)%1$s from %3$s t
    where t.municipality = ? and lower(t.known) <= ? order by t.%2$s, lower(t.days), lower(t.known)\
    """
        .formatted(selected(columns), period.subject(), period.table());
  }

  private static String selected(Iterable<String> columns) {
    List<String> all = new ArrayList<>();
    columns.forEach(all::add);
    return all.stream().map(name -> ", " + HeldColumn.sql(name)).collect(Collectors.joining());
  }

  void take(ResultSet row) throws SQLException {
    int record = row.getInt(1);
    if (!goTo(record)) {
      return;
    }
    since.add(row.getInt(2));
    int last = row.getInt(3);
    until.add(row.wasNull() ? Until.OPEN : last);
    if (period) {
      first.add(day(row, 4, Integer.MIN_VALUE));
      end.add(day(row, 5, Integer.MAX_VALUE));
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).values().add(value(row, BEFORE + 1 + i, columns.get(i)));
    }
  }

  /** False for rows about what is not in the list. */
  private boolean goTo(int record) {
    if (!period) {
      if (numbers.size() == 0 || numbers.last() != record) {
        numbers.add(record);
        begins.add(since.size());
      }
      return true;
    }
    while (begins.size() < records.length && records[begins.size()] <= record) {
      begins.add(since.size());
    }
    return begins.size() > 0 && records[begins.size() - 1] == record;
  }

  private static int day(ResultSet row, int column, int open) throws SQLException {
    LocalDate day = row.getObject(column, LocalDate.class);
    return day == null ? open : Math.toIntExact(day.toEpochDay());
  }

  private static int value(ResultSet row, int place, Column column) throws SQLException {
    return switch (column.type()) {
      case "date" -> day(row, place, NULL);
      case "bool" -> {
        boolean yes = row.getBoolean(place);
        yield row.wasNull() ? NULL : yes ? 1 : 0;
      }
      case "text" -> {
        String text = row.getString(place);
        yield text == null
            ? NULL
            : column
                .places()
                .computeIfAbsent(
                    text,
                    fresh -> {
                      column.texts().add(fresh);
                      return column.texts().size() - 1;
                    });
      }
      default -> {
        int number = row.getInt(place);
        yield row.wasNull() ? NULL : number;
      }
    };
  }

  /** About as many bytes as have been gathered. */
  long weight() {
    return (long) Integer.BYTES * since.size() * (columns.size() + BEFORE);
  }

  /** The numbers of all records, ascending. */
  int[] records() {
    return period ? records : numbers.toArray();
  }

  Lives lives() {
    int all = records().length;
    while (begins.size() <= all) {
      begins.add(since.size());
    }
    Map<String, HeldColumn> held = new HashMap<>();
    columns.forEach(
        column ->
            held.put(column.name(), new HeldColumn(column.values().toArray(), column.texts())));
    return new Lives(
        begins.toArray(),
        since.toArray(),
        until.toArray(),
        period ? first.toArray() : null,
        period ? end.toArray() : null,
        held);
  }
}
