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
    RowLabels told) {

  /** The number of the type that every row's {@code source} refers to. */
  public static final int SOURCE = 10;

  public static final String KEY_PATTERN = "[a-z0-9][a-z0-9._-]{0,79}";

  /** A table of which every delivery brings all rows. */
  public static Builder fullList(int number, String table, Column.Builder... columns) {
    return new Builder(number, table, true).with(columns).withCommon();
  }

  /** A table to which deliveries add rows. */
  public static Builder append(int number, String table, Column.Builder... columns) {
    return new Builder(number, table, false).with(columns).withCommon();
  }

  /** Something that happened to a subject on a day. */
  public static Builder event(
      int number, String table, String subject, String effective, Column.Builder... columns) {
    return new Builder(number, table, false)
        .about(subject, effective)
        .with(columns)
        .with(
            Column.integer("ordinal").orElse("0").called("Reihenfolge am Tag", "order in the day"))
        .withCommon();
  }

  /** A file that is read like a table and makes no records of its own. */
  public static Builder file(String name, Column.Builder... columns) {
    return new Builder(0, name, false).with(columns);
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

  /** Collects what is said of a table until all of it is. */
  public static final class Builder {

    private final int number;
    private final String table;
    private final boolean fullList;
    private final List<Column> columns = new ArrayList<>();
    private List<String> linkKey = List.of();
    private @Nullable String subject;
    private @Nullable String effective;
    private RowLabels told;

    private Builder(int number, String table, boolean fullList) {
      this.number = number;
      this.table = table;
      this.fullList = fullList;
      this.told = RowLabels.of(table);
    }

    public RecordType build() {
      return new RecordType(
          number,
          table,
          Names.type(table),
          fullList,
          List.copyOf(columns),
          linkKey,
          subject,
          effective,
          told);
    }

    private Builder about(String subject, String effective) {
      this.subject = subject;
      this.effective = effective;
      return this;
    }

    private Builder with(Column.Builder... more) {
      Arrays.stream(more).map(Column.Builder::build).forEach(columns::add);
      return this;
    }

    private Builder withCommon() {
      return with(
          Column.reference("source", "source").must().called("Quelle", "source"),
          Column.text("note").called("Anmerkung", "note"));
    }

    /** The table has no key column: its key is made of these columns. */
    public Builder keyedBy(String... columns) {
      linkKey = List.of(columns);
      return this;
    }

    /** Gives the type its name in words: one such row. */
    public Builder called(String de, String en) {
      told = told.called(de, en);
      return this;
    }

    /**
     * A new row is told as a change of this kind, in these words. A column's name in braces stands
     * for its value; what stands in brackets is left out if a value in it is missing.
     */
    public Builder tells(ChangeKind change, String de, String en) {
      told = told.tells(change, de, en);
      return this;
    }
  }
}
