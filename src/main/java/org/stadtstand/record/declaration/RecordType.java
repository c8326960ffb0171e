package org.stadtstand.record.declaration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * A kind of published row: its table, which is also its file name in a delivery, and its columns.
 * All code that reads or writes rows of any kind (import, hash, comparison, export) works from this
 * description.
 *
 * @param number stored with every record; never reused
 * @param table singular and in snake_case; the GraphQL type is the same in PascalCase
 * @param fullList whether a delivery contains all rows; otherwise it contains new ones only
 * @param linkKey the columns whose values make up the key of a row without one of its own
 * @param subject the column for what an event is about; null unless it is an event
 * @param effective the date column from which an event counts; null unless it is an event
 * @param figured whether lists of such rows have figures and groups
 * @param told what such a row means to readers
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
    boolean figured,
    RowLabels told) {

  /** The number of the type that every row's {@code source} refers to. */
  public static final int SOURCE = 10;

  public static final String KEY_PATTERN = "[a-z0-9][a-z0-9._-]{0,79}";

  /** A table of which every delivery contains all rows. */
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

  /** A file that is read like a table but creates no records. */
  public static Builder file(String name, Column.Builder... columns) {
    return new Builder(0, name, false).with(columns);
  }

  /** Not of all columns and their words: types are keys of many maps. */
  @Override
  public int hashCode() {
    return number;
  }

  public String label(Language language) {
    return told.label().in(language);
  }

  /** The column that names the row to readers: the one it is sorted by, or its wording. */
  public Optional<Column> title() {
    return columns.stream()
        .filter(Column::sorted)
        .findFirst()
        .or(() -> column("title_de"))
        .or(() -> column("wording"));
  }

  /** The reference to what the row is about; empty if it is about itself. */
  public Optional<Column> about() {
    return subject == null ? columns.stream().filter(Column::owner).findFirst() : column(subject);
  }

  /** The reference to what a sentence about the row names beside it: that, or its subject. */
  public Optional<Column> concerned() {
    return about().or(() -> column("subject"));
  }

  /**
   * What tells a row from others about the same thing, with its columns in braces: as declared, or
   * what makes up its key, or the day from which it counts. Null if its title says it.
   */
  public @Nullable Text apart() {
    if (told.apart() != null) {
      return told.apart();
    }
    String about = about().map(Column::name).orElse("");
    List<String> columns = effective == null ? linkKey : List.of(effective);
    String text =
        columns.stream()
            .filter(name -> !name.equals(about))
            .map(name -> "{" + name + "}")
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? null : new Text(text, null);
  }

  /** The reference to the row of this table that is above; empty if none is above another. */
  public Optional<Column> parent() {
    return column("parent").filter(column -> table.equals(column.references()));
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

  /** Collects the properties of a table until they are complete. */
  public static final class Builder {

    private final int number;
    private final String table;
    private final boolean fullList;
    private final List<Column> columns = new ArrayList<>();
    private List<String> linkKey = List.of();
    private @Nullable String subject;
    private @Nullable String effective;
    private boolean figured;
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
          figured,
          told);
    }

    private Builder about(String subject, String effective) {
      this.subject = subject;
      this.effective = effective;
      return figured();
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

    /** Offers figures and groups of lists of such rows, as events do anyway. */
    public Builder figured() {
      figured = true;
      return this;
    }

    /** Makes up the key from these columns, as the table has no key column. */
    public Builder keyedBy(String... columns) {
      linkKey = List.of(columns);
      return this;
    }

    /** Gives the type its name in words, for one such row. */
    public Builder called(String de, String en) {
      told = told.called(de, en);
      return this;
    }

    /** Tells a row from others about the same thing, in words as those of {@link #tells}. */
    public Builder toldApart(String de, String en) {
      told = told.apart(de, en);
      return this;
    }

    /**
     * Reports a new row as a change of this kind, in these words. A column name in braces stands
     * for its value; text in brackets is omitted if a value in it is missing.
     */
    public Builder tells(ChangeKind change, String de, String en) {
      told = told.tells(change, de, en);
      return this;
    }
  }
}
