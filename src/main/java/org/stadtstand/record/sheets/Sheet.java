package org.stadtstand.record.sheets;

import static org.stadtstand.record.sheets.SheetColumn.NULL;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A municipality as it is read from memory: every version of every row, at any of its releases and
 * on any day. It is never changed, and any number of questions read it at once.
 */
public final class Sheet {

  /** Of the bytes; raised when they mean something else. */
  static final int VERSION = 1;

  private static final int HEAD = 1 + Integer.BYTES;

  /** How many of the most frequent texts are kept as objects. */
  private static final int FREQUENT = 256;

  /** The part of the bytes that orders of lists may take beside them: a quarter. */
  private static final int ORDERS = 4;

  /** What the objects around the bytes take. */
  private static final int AROUND = 24_000;

  private final byte[] bytes;
  private final int municipality;
  private final FixedColumn releases;
  private final FixedColumn lastDays;
  private final FixedColumn textEnds;
  private final int texts;
  private final FixedColumn numbers;
  private final FixedColumn types;
  private final FixedColumn keys;
  private final FixedColumn subjects;
  private final ColumnForm[][] forms;
  private final boolean[] gapped;
  private final FixedColumn begins;
  private final int rows;
  private final @Nullable String[] frequent;
  private final Map<Object, SheetOrder> orders = new ConcurrentHashMap<>();

  private Sheet(List<SheetTable> tables, ByteReader reader) {
    this.bytes = reader.bytes;
    this.municipality = reader.length();
    this.releases = FixedColumn.read(reader);
    this.lastDays = FixedColumn.read(reader);
    this.textEnds = FixedColumn.read(reader);
    this.texts = reader.at;
    reader.at += textEnds.size() == 0 ? 0 : textEnds.number(textEnds.size() - 1);
    this.numbers = FixedColumn.read(reader);
    this.types = FixedColumn.read(reader);
    this.keys = FixedColumn.read(reader);
    this.subjects = FixedColumn.read(reader);
    this.forms = new ColumnForm[tables.size()][];
    this.gapped = new boolean[forms.length];
    for (int table = 0; table < forms.length; table++) {
      forms[table] = new ColumnForm[reader.length()];
      for (int column = 0; column < forms[table].length; column++) {
        forms[table][column] = ColumnForm.read(reader);
        gapped[table] |= forms[table][column].hasGaps();
      }
    }
    this.begins = FixedColumn.read(reader);
    this.rows = reader.at;
    this.frequent = new @Nullable String[Math.min(FREQUENT, textEnds.size())];
  }

  /**
   * @throws UnreadableSheet if the bytes are of another version or damaged
   */
  static Sheet open(List<SheetTable> tables, byte[] bytes) {
    if (bytes.length < HEAD + ByteReader.AHEAD || bytes[0] != VERSION) {
      throw new UnreadableSheet("The sheet is not of version " + VERSION + " of its form.");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, HEAD, bytes.length - HEAD);
    if (ByteReader.fixed(bytes, 1, Integer.BYTES) != checksum.getValue()) {
      throw new UnreadableSheet("The sheet is damaged: its checksum is not that of its bytes.");
    }
    return new Sheet(tables, new ByteReader(bytes, HEAD));
  }

  /** All of it; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** In bytes of heap. */
  int weight() {
    return bytes.length + ordersShare() + AROUND;
  }

  int municipality() {
    return municipality;
  }

  /** The id of the newest release it holds; 0 if there is none. */
  int newest() {
    return releases.size() == 0 ? 0 : releases.number(releases.size() - 1);
  }

  /** The place of a release among those of the municipality; negative if it is not one. */
  int release(int id) {
    return releases.find(id);
  }

  /** The last day of which a release says anything, counted from 1970. */
  long lastDay(int release) {
    return lastDays.get(release);
  }

  String text(long place) {
    int number = (int) place;
    if (number >= frequent.length) {
      return decoded(number);
    }
    String known = frequent[number];
    if (known == null) {
      known = decoded(number);
      frequent[number] = known;
    }
    return known;
  }

  private String decoded(int number) {
    int begin = number == 0 ? 0 : textEnds.number(number - 1);
    int end = textEnds.number(number);
    return new String(bytes, texts + begin, end - begin, StandardCharsets.UTF_8);
  }

  /** Whether a text is this one, of which the bytes are given; most differ in length already. */
  boolean isText(long place, byte[] utf8) {
    int number = (int) place;
    int begin = number == 0 ? 0 : textEnds.number(number - 1);
    int end = textEnds.number(number);
    return end - begin == utf8.length
        && Arrays.equals(bytes, texts + begin, texts + end, utf8, 0, utf8.length);
  }

  /** Whether a text comes before another, or before none. */
  boolean isBefore(long place, long other) {
    return other == NULL || text(place).compareTo(text(other)) < 0;
  }

  /** All records. */
  int records() {
    return numbers.size();
  }

  /** The place of a record; negative if the municipality has none of this number. */
  int place(long number) {
    return numbers.find(number);
  }

  int number(int place) {
    return numbers.number(place);
  }

  int type(int place) {
    return types.number(place);
  }

  long key(int place) {
    return keys.get(place);
  }

  /** The place of the record below which a record's rows lie. */
  int subject(int place) {
    return subjects.number(place);
  }

  /** The rows of a table below a record; null if there are none. */
  @Nullable SheetCursor rows(SheetTable table, int place) {
    ByteReader reader = new ByteReader(bytes, rows + begins.number(place));
    for (int own = reader.length(); own != 0; own = reader.length()) {
      int length = reader.length();
      if (own - 1 == table.number()) {
        return new SheetCursor(
            bytes, reader.at, reader.at + length, forms[table.number()], gapped[table.number()]);
      }
      reader.at += length;
    }
    return null;
  }

  /** The row that begins there. */
  SheetCursor row(SheetTable table, int at) {
    SheetCursor cursor =
        new SheetCursor(bytes, at, at + 1, forms[table.number()], gapped[table.number()]);
    cursor.next();
    return cursor;
  }

  /** An order of a list, made once; no more are kept than may take their share. */
  SheetOrder order(Object list, Supplier<SheetOrder> make) {
    SheetOrder known = orders.get(list);
    if (known == null) {
      known = make.get();
      if (orders.values().stream().mapToInt(SheetOrder::weight).sum() + known.weight()
          > ordersShare()) {
        orders.clear();
      }
      orders.put(list, known);
    }
    return known;
  }

  private int ordersShare() {
    return bytes.length / ORDERS;
  }

  /** The version of a record's row that was published at a release; null if there was none. */
  @Nullable SheetCursor published(SheetTable table, int place, int release) {
    SheetCursor cursor = rows(table, subject(place));
    if (cursor == null) {
      return null;
    }
    int number = number(place);
    while (cursor.nextAt(release)) {
      if (table.record() < 0 || cursor.get(table.record()) == number) {
        return cursor;
      }
    }
    return null;
  }
}
