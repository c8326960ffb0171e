package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Writes a municipality as a sheet: its releases, its texts, its records by number, the columns of
 * its tables, and below each record the rows about it, the newest first.
 */
final class SheetWriter {

  private final List<SheetTable> tables;
  private final int municipality;
  private final long[] releases;
  private final long[] lastDays;
  private final List<String> texts = new ArrayList<>();
  private final List<Integer> uses = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final TreeMap<Integer, NamedRecord> records = new TreeMap<>();
  private final Map<Integer, TreeMap<Integer, List<long[]>>> rows = new HashMap<>();
  private final ColumnForm[][] forms;

  /** A record's type and key, and below which record its rows lie. */
  private record NamedRecord(int type, int key, int subject) {}

  /**
   * @param releases their ids, ascending
   * @param lastDays what each of them stands for
   */
  SheetWriter(List<SheetTable> tables, int municipality, long[] releases, long[] lastDays) {
    this.tables = tables;
    this.municipality = municipality;
    this.releases = releases;
    this.lastDays = lastDays;
    this.forms =
        tables.stream()
            .map(
                table ->
                    table.columns().stream()
                        .map(column -> new ColumnForm())
                        .toArray(ColumnForm[]::new))
            .toArray(ColumnForm[][]::new);
  }

  /** The number that stands for a text until the sheet is written. */
  int text(String text) {
    int place =
        places.computeIfAbsent(
            text,
            fresh -> {
              texts.add(fresh);
              uses.add(0);
              return texts.size() - 1;
            });
    uses.set(place, uses.get(place) + 1);
    return place;
  }

  void record(int number, int type, String key) {
    records.put(number, new NamedRecord(type, text(key), number));
  }

  /** A row below its subject, with its values in the order of the table's columns. */
  void row(SheetTable table, int subject, long[] values) {
    if (!records.containsKey(subject)) {
      throw new IllegalStateException(
          "A row of " + table.name() + " is about no record of its municipality: " + subject);
    }
    rows.computeIfAbsent(subject, fresh -> new TreeMap<>())
        .computeIfAbsent(table.number(), fresh -> new ArrayList<>())
        .add(values);
    if (table.record() >= 0) {
      records.computeIfPresent(
          (int) values[table.record()],
          (number, known) -> new NamedRecord(known.type(), known.key(), subject));
    }
  }

  byte[] write() {
    long[] ranks = ranks();
    ByteWriter head = new ByteWriter();
    head.number(municipality);
    FixedColumn.write(head, releases);
    FixedColumn.write(head, lastDays);
    writeTexts(head, ranks);
    rows.values()
        .forEach(own -> own.forEach((table, list) -> list.forEach(row -> rank(table, row, ranks))));
    writeRecords(head, ranks);
    writeForms(head);
    long[] begins = new long[records.size()];
    ByteWriter body = writeRows(begins);
    FixedColumn.write(head, begins);
    head.bytes(body);
    head.bytes(new byte[ByteReader.AHEAD]);
    return sealed(head.toArray());
  }

  /** Texts that occur often have short numbers. */
  private long[] ranks() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(uses::get).reversed());
    long[] ranks = new long[texts.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[order.get(rank)] = rank;
    }
    return ranks;
  }

  private void writeTexts(ByteWriter head, long[] ranks) {
    byte[][] ranked = new byte[ranks.length][];
    for (int i = 0; i < ranks.length; i++) {
      ranked[(int) ranks[i]] = texts.get(i).getBytes(StandardCharsets.UTF_8);
    }
    long[] ends = new long[ranked.length];
    long end = 0;
    for (int i = 0; i < ranked.length; i++) {
      end += ranked[i].length;
      ends[i] = end;
    }
    FixedColumn.write(head, ends);
    for (byte[] text : ranked) {
      head.bytes(text);
    }
  }

  /** Puts the texts' places into a row, which is measured then. */
  private void rank(int table, long[] row, long[] ranks) {
    List<SheetColumn> columns = tables.get(table).columns();
    for (int i = 0; i < row.length; i++) {
      boolean text =
          columns.get(i).kind() == SheetColumn.Kind.TEXT
              || columns.get(i).kind() == SheetColumn.Kind.LIST;
      if (text && row[i] != NULL) {
        row[i] = ranks[(int) row[i]];
      }
      forms[table][i].measure(row[i]);
    }
  }

  private void writeRecords(ByteWriter head, long[] ranks) {
    List<Integer> numbers = List.copyOf(records.keySet());
    FixedColumn.write(head, numbers.stream().mapToLong(Integer::longValue).toArray());
    FixedColumn.write(head, records.values().stream().mapToLong(NamedRecord::type).toArray());
    FixedColumn.write(
        head, records.values().stream().mapToLong(record -> ranks[record.key()]).toArray());
    Map<Integer, Integer> places = new HashMap<>();
    numbers.forEach(number -> places.put(number, places.size()));
    FixedColumn.write(
        head,
        records.values().stream().mapToLong(record -> places.get(record.subject())).toArray());
  }

  private void writeForms(ByteWriter head) {
    for (ColumnForm[] table : forms) {
      head.number(table.length);
      for (ColumnForm column : table) {
        column.write(head);
      }
    }
  }

  private ByteWriter writeRows(long[] begins) {
    ByteWriter body = new ByteWriter();
    ByteWriter section = new ByteWriter();
    ByteWriter row = new ByteWriter();
    int place = 0;
    for (int number : records.keySet()) {
      begins[place++] = body.size();
      rows.getOrDefault(number, new TreeMap<>())
          .forEach(
              (table, own) -> {
                own.sort(newestFirst());
                section.clear();
                own.forEach(values -> writeRow(section, row, forms[table], values));
                body.number(table + 1L);
                body.number(section.size());
                body.bytes(section);
              });
      body.number(0);
    }
    return body;
  }

  private static Comparator<long[]> newestFirst() {
    return Comparator.<long[]>comparingLong(row -> row[SheetTable.SINCE]).reversed();
  }

  private static void writeRow(
      ByteWriter section, ByteWriter row, ColumnForm[] forms, long[] values) {
    row.clear();
    long gaps = 0;
    int gap = 0;
    boolean mayLack = false;
    for (int i = 0; i < forms.length; i++) {
      if (forms[i].hasGaps()) {
        gaps |= values[i] == NULL ? 1L << gap : 0;
        gap++;
        mayLack = true;
      }
    }
    if (mayLack) {
      row.number(gaps);
    }
    for (int i = 0; i < forms.length; i++) {
      if (!forms[i].isConstant() && values[i] != NULL) {
        row.number(values[i] - forms[i].least());
      }
    }
    section.number(row.size());
    section.bytes(row);
  }

  /** Version and checksum before the content, so that nothing damaged is ever read. */
  private static byte[] sealed(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    ByteWriter sheet = new ByteWriter();
    sheet.fixed(Sheet.VERSION, 1);
    sheet.fixed(checksum.getValue(), Integer.BYTES);
    sheet.bytes(content);
    return sheet.toArray();
  }
}
