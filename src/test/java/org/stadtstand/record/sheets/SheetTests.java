package org.stadtstand.record.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.stadtstand.record.sheets.SheetColumn.Kind;

/** Whatever was written into a sheet is read from it, and nothing is read from a damaged one. */
class SheetTests {

  private static final long NULL = SheetColumn.NULL;
  private static final long[] RELEASES = {3, 8, 21, 22};
  private static final long[] LAST_DAYS = {19_000, 19_100, 19_200, 19_300};

  private static final List<SheetColumn> COLUMNS =
      List.of(
          new SheetColumn("since", "", Kind.RELEASE),
          new SheetColumn("until", "", Kind.RELEASE),
          new SheetColumn("record", "", Kind.INTEGER),
          new SheetColumn("figure", "", Kind.INTEGER),
          new SheetColumn("day", "", Kind.DAY),
          new SheetColumn("flag", "", Kind.BOOLEAN),
          new SheetColumn("words", "", Kind.TEXT));

  private static final SheetTable THING =
      new SheetTable(0, "thing", 50, "record", false, -1, without("record"));
  private static final SheetTable PART = new SheetTable(1, "part", 51, "thing", false, 2, COLUMNS);
  private static final List<SheetTable> TABLES = List.of(THING, PART);

  /** A row with its text beside it, as its place is known only to the sheet. */
  record Written(boolean part, int subject, long[] values, String text) {}

  /** Signs beyond the first 65,536 come after all others there, and before some of them in Java. */
  @Property
  void textsAreInTheOrderOfTheirBytes(@ForAll("signs") String one, @ForAll("signs") String other) {
    assertThat(Integer.signum(SheetOrder.compare(List.of(one), List.of(other))))
        .isEqualTo(
            Integer.signum(
                Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))));
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "a", "ä", "z", "\u2026", "\ue000", "\uffee", "\ud83d\ude00", "\ud83c\udf33")
        .list()
        .ofMaxSize(4)
        .map(signs -> String.join("", signs));
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("rows") List<Written> rows) {
    Sheet sheet = Sheet.open(TABLES, bytes(rows));
    assertThat(sheet.municipality()).isEqualTo(7);
    assertThat(sheet.newest()).isEqualTo(22);
    assertThat(sheet.release(21)).isEqualTo(2);
    assertThat(sheet.release(9)).isNegative();
    assertThat(sheet.lastDay(1)).isEqualTo(19_100);
    for (int subject = 100; subject < 106; subject++) {
      int place = sheet.place(subject);
      assertThat(sheet.number(place)).isEqualTo(subject);
      assertThat(sheet.text(sheet.key(place))).isEqualTo("key-" + subject);
      assertThat(read(sheet, THING, place))
          .containsExactlyInAnyOrderElementsOf(expected(rows, false, subject));
      assertThat(read(sheet, PART, place))
          .containsExactlyInAnyOrderElementsOf(expected(rows, true, subject));
    }
    assertThat(sheet.place(99)).isNegative();
  }

  @Property(tries = 300)
  void whatHoldsAtAReleaseIsFound(
      @ForAll("rows") List<Written> rows, @ForAll @IntRange(max = 3) int release) {
    Sheet sheet = Sheet.open(TABLES, bytes(rows));
    for (int subject = 100; subject < 106; subject++) {
      int held = subject;
      long holding =
          rows.stream()
              .filter(row -> row.part && row.subject == held)
              .filter(row -> row.values[0] <= release)
              .filter(row -> row.values[1] == NULL || row.values[1] > release)
              .count();
      SheetCursor cursor = sheet.rows(PART, sheet.place(subject));
      int found = 0;
      while (cursor != null && cursor.nextAt(release)) {
        found++;
      }
      assertThat(found).isEqualTo((int) holding);
    }
  }

  @Property(tries = 500)
  void aFlippedBitIsNoticed(@ForAll("rows") List<Written> rows, @ForAll int where) {
    byte[] bytes = bytes(rows);
    int bit = Math.floorMod(where, bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    assertThatThrownBy(() -> Sheet.open(TABLES, bytes)).isInstanceOf(UnreadableSheet.class);
  }

  @Example
  void aSheetOfAnotherVersionIsRefusedWithASentence() {
    byte[] bytes = bytes(List.of());
    bytes[0]++;
    assertThatThrownBy(() -> Sheet.open(TABLES, bytes))
        .isInstanceOf(UnreadableSheet.class)
        .hasMessage("The sheet is not of version 1 of its form.");
    assertThatThrownBy(() -> Sheet.open(TABLES, Arrays.copyOf(bytes, 3)))
        .isInstanceOf(UnreadableSheet.class);
  }

  @Example
  void aRowAboutNoRecordIsRefused() {
    SheetWriter writer = new SheetWriter(TABLES, 7, RELEASES, LAST_DAYS);
    assertThatThrownBy(() -> writer.row(THING, 5, new long[6]))
        .hasMessageContaining("A row of thing is about no record of its municipality: 5");
  }

  private static List<SheetColumn> without(String column) {
    return COLUMNS.stream().filter(other -> !other.name().equals(column)).toList();
  }

  private static byte[] bytes(List<Written> rows) {
    SheetWriter writer = new SheetWriter(TABLES, 7, RELEASES, LAST_DAYS);
    for (int number = 100; number < 106; number++) {
      writer.record(number, 50, "key-" + number);
    }
    for (Written row : rows) {
      long[] values = row.values.clone();
      values[6] = row.text.isEmpty() ? NULL : writer.text(row.text);
      writer.row(row.part ? PART : THING, row.subject, row.part ? values : withoutRecord(values));
    }
    return writer.write();
  }

  private static long[] withoutRecord(long[] values) {
    long[] others = Arrays.copyOf(values, 6);
    System.arraycopy(values, 3, others, 2, 4);
    return others;
  }

  private static List<String> expected(List<Written> rows, boolean part, int subject) {
    return rows.stream()
        .filter(row -> row.part == part && row.subject == subject)
        .map(
            row -> {
              long[] values = part ? row.values : withoutRecord(row.values);
              return Arrays.toString(Arrays.copyOf(values, values.length - 1)) + row.text;
            })
        .toList();
  }

  private static List<String> read(Sheet sheet, SheetTable table, int place) {
    List<String> rows = new ArrayList<>();
    SheetCursor cursor = sheet.rows(table, place);
    int text = table.columns().size() - 1;
    while (cursor != null && cursor.next()) {
      long[] values = new long[text];
      for (int i = 0; i < text; i++) {
        values[i] = cursor.get(i);
      }
      long words = cursor.get(text);
      rows.add(Arrays.toString(values) + (words == NULL ? "" : sheet.text(words)));
    }
    return rows;
  }

  @Provide
  Arbitrary<List<Written>> rows() {
    Arbitrary<Long> any =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(NULL)),
            Tuple.of(3, Arbitraries.longs().between(0, 3)),
            Tuple.of(3, Arbitraries.integers().map(Integer::longValue)),
            Tuple.of(1, Arbitraries.longs().between(-800_000, 365_241_780_471L)));
    Arbitrary<long[]> values =
        any.list()
            .ofSize(7)
            .map(
                list -> {
                  long[] row = list.stream().mapToLong(Long::longValue).toArray();
                  row[0] = Math.floorMod(row[0], 4);
                  row[1] =
                      row[1] == NULL ? NULL : Math.min(4, row[0] + 1 + Math.floorMod(row[1], 3));
                  return row;
                });
    Arbitrary<String> texts =
        Arbitraries.of("", "", "ä", "Straße", "a long text that occurs again and again", "\u0000x")
            .flatMap(
                text ->
                    Arbitraries.strings()
                        .ofMaxLength(4)
                        .map(
                            more ->
                                text.isEmpty()
                                    ? ""
                                    : text + more.replaceAll("[\\ud800-\\udfff]", "?")));
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.integers().between(100, 105), values, texts)
        .as(Written::new)
        .list()
        .ofMaxSize(40);
  }
}
