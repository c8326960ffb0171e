package org.stadtstand.record.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.sheets.SheetColumn.Kind;

/**
 * A table as a sheet holds it. Its columns begin with the releases in which a row holds; a period's
 * go on with its days, an event's with what orders it, so that a row that is not wanted is left
 * after a few numbers.
 *
 * @param number its place among the tables
 * @param type the number of its records' type; 0 for periods, which are no records
 * @param subject the column with the record below which its rows lie
 * @param event whether its rows count only from a day on, their third column
 * @param record the place of the number of a row's record; negative if that is the subject
 */
record SheetTable(
    int number,
    String name,
    int type,
    String subject,
    boolean event,
    int record,
    List<SheetColumn> columns) {

  static final int SINCE = 0;
  static final int UNTIL = 1;
  static final int FIRST_DAY = 2;
  static final int END = 3;

  /** The municipality is the sheet's; versions of rules and sort keys are for statements only. */
  private static final Set<String> LEFT_OUT = Set.of("municipality", "rules", "known", "days");

  static SheetTable of(int number, RecordType type, Map<String, String> types) {
    String subject = type.about().map(about -> about.name()).orElse("record");
    List<String> first = new ArrayList<>();
    if (type.effective() != null) {
      first.add(type.column(type.effective()).orElseThrow().stored().getLast());
      first.add("ordinal");
    }
    Stream<SheetColumn> releases =
        Stream.of("since", "until").map(name -> new SheetColumn(name, "t." + name, Kind.RELEASE));
    Map<String, String> others = new LinkedHashMap<>();
    first.forEach(name -> others.put(name, "t." + name));
    types.keySet().stream()
        .filter(name -> !name.equals("since") && !name.equals("until") && !name.endsWith("_sort"))
        .forEach(name -> others.put(name, "t." + name));
    List<SheetColumn> columns = columns(releases, subject, others, types);
    return new SheetTable(
        number,
        type.table(),
        type.number(),
        subject,
        type.isEvent(),
        place(columns, "record"),
        columns);
  }

  static SheetTable of(int number, DerivedTable derived, Map<String, String> types) {
    Stream<SheetColumn> bounds =
        Stream.of(
            new SheetColumn("since", "lower(t.known)", Kind.RELEASE),
            new SheetColumn("until", "upper(t.known)", Kind.RELEASE),
            new SheetColumn("first_day", "lower(t.days)", Kind.DAY),
            new SheetColumn("end", "upper(t.days)", Kind.DAY));
    Map<String, String> others = new LinkedHashMap<>();
    types.keySet().forEach(name -> others.put(name, "t." + name));
    return new SheetTable(
        number,
        derived.table(),
        0,
        derived.subject(),
        false,
        -1,
        columns(bounds, derived.subject(), others, types));
  }

  private static List<SheetColumn> columns(
      Stream<SheetColumn> first,
      String subject,
      Map<String, String> others,
      Map<String, String> types) {
    return Stream.concat(
            first,
            others.entrySet().stream()
                .filter(
                    other -> !other.getKey().equals(subject) && !LEFT_OUT.contains(other.getKey()))
                .map(
                    other ->
                        new SheetColumn(
                            other.getKey(),
                            other.getValue(),
                            SheetColumn.kind(types.getOrDefault(other.getKey(), "nothing")))))
        .toList();
  }

  private static int place(List<SheetColumn> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The place of a column that is there. */
  int place(String column) {
    int place = place(columns, column);
    if (place < 0) {
      throw new IllegalStateException("A sheet has no column " + name + "." + column);
    }
    return place;
  }

  /** All rows of a municipality: the subject, then the columns. */
  String select() {
    return columns.stream()
        .map(SheetColumn::sql)
        .collect(
            Collectors.joining(
                ", ",
                "select t." + subject + ", ",
                " from " + name + " t where t.municipality = ?"));
  }
}
