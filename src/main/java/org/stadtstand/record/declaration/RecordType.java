package org.stadtstand.record.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * A kind of published row: its table, which is also the name of its file in a delivery, and its
 * columns. Everything that reads or writes rows of any kind (import, hash, comparison, export) does
 * so by this description.
 *
 * @param number stored with every record; never reused
 * @param table singular and in snake_case; the GraphQL type is the same in PascalCase
 * @param fullList whether a delivery brings all rows; otherwise it brings new ones only
 * @param linkKey the columns whose values make up the key of a row that has none of its own
 * @param subject the column that names what an event is about; null for what is no event
 * @param effective the date column from which an event counts; null for what is no event
 * @param told what such a row is to readers
 */
public record RecordType(
    int number,
    String table,
    String typeName,
    boolean fullList,
    List<Column> columns,
    List<String> linkKey,
    @Nullable String subject,
    @Nullable String effective,
    Told told) {

  /** The number of the type that every row's {@code source} refers to. */
  public static final int SOURCE = 10;

  public static final String KEY_PATTERN = "[a-z0-9][a-z0-9._-]{0,79}";

  /** A table of which every delivery brings all rows. */
  public static RecordType fullList(int number, String table, Column... columns) {
    return new RecordType(
        number,
        table,
        pascalCase(table),
        true,
        withCommon(columns),
        List.of(),
        null,
        null,
        Told.of(table));
  }

  /** A table to which deliveries add rows. */
  public static RecordType append(int number, String table, Column... columns) {
    return new RecordType(
        number,
        table,
        pascalCase(table),
        false,
        withCommon(columns),
        List.of(),
        null,
        null,
        Told.of(table));
  }

  /** Something that happened to a subject on a day. */
  public static RecordType event(
      int number, String table, String subject, String effective, Column... columns) {
    List<Column> all = new ArrayList<>(Arrays.asList(columns));
    all.add(Column.integer("ordinal").orElse("0").called("Reihenfolge am Tag", "order in the day"));
    return new RecordType(
        number,
        table,
        pascalCase(table),
        false,
        withCommon(all.toArray(Column[]::new)),
        List.of(),
        subject,
        effective,
        Told.of(table));
  }

  /** The same table without a key column: its key is made of these columns. */
  public RecordType keyedBy(String... columns) {
    return new RecordType(
        number,
        table,
        typeName,
        fullList,
        this.columns,
        List.of(columns),
        subject,
        effective,
        told);
  }

  /** Gives the type its name in words: one such row. */
  public RecordType called(String de, String en) {
    return told(told.called(de, en));
  }

  /**
   * A new row is told as a change of this kind, in these words. A column's name in braces stands
   * for its value; what stands in brackets is left out if a value in it is missing.
   */
  public RecordType tells(ChangeKind change, String de, String en) {
    return told(told.tells(change, de, en));
  }

  private RecordType told(Told told) {
    return new RecordType(
        number, table, typeName, fullList, columns, linkKey, subject, effective, told);
  }

  public String label(Language language) {
    return told.label().in(language);
  }

  /** The column that names the thing to readers: the one it is sorted by, or its wording. */
  public Optional<Column> title() {
    return columns.stream()
        .filter(Column::sorted)
        .findFirst()
        .or(() -> column("title_de"))
        .or(() -> column("wording"));
  }

  /** The reference that says what the row is about; empty if it is about itself. */
  public Optional<Column> about() {
    return subject == null ? columns.stream().filter(Column::owner).findFirst() : column(subject);
  }

  public boolean isEvent() {
    return subject != null;
  }

  public boolean hasOwnKey() {
    return linkKey.isEmpty();
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private static List<Column> withCommon(Column... columns) {
    List<Column> all = new ArrayList<>(Arrays.asList(columns));
    all.add(Column.reference("source", "source").must().called("Quelle", "source"));
    all.add(Column.text("note").called("Anmerkung", "note"));
    return List.copyOf(all);
  }

  private static String pascalCase(String table) {
    StringBuilder name = new StringBuilder();
    for (String word : table.split("_")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
