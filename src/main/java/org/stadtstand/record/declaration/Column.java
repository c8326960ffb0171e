package org.stadtstand.record.declaration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Translation;

/**
 * One column of a delivered table: what it may contain, and which database columns store it.
 *
 * @param field its name in the API, without the language suffix and the like
 * @param choice the enum whose constants it may contain; null for every kind but a choice
 * @param references the table a reference points to; null if it may point to any
 * @param owner whether the row lives and ends with the row it refers to
 * @param form what a text must be like; null if anything goes
 * @param sorted whether a text has a German sort key beside it
 * @param meaning what the column means to readers
 */
public record Column(
    String name,
    String field,
    Kind kind,
    @Nullable Class<? extends Enum<?>> choice,
    boolean required,
    @Nullable String references,
    boolean owner,
    @Nullable Form form,
    boolean sorted,
    @Nullable String defaultValue,
    ColumnLabels meaning) {

  public enum Kind {
    TEXT("text"),
    INTEGER("int"),
    DECIMAL("numeric"),
    BOOLEAN("boolean"),
    DATE("date"),
    PARTIAL_DATE("date"),
    CHOICE("text"),
    UNIT("text"),
    LIST("text[]"),
    /** Stored as the number of the record that the key names. */
    REFERENCE("int");

    private final String sqlType;

    Kind(String sqlType) {
      this.sqlType = sqlType;
    }

    public String sqlType() {
      return sqlType;
    }
  }

  public static Builder text(String name) {
    return new Builder(name, Kind.TEXT);
  }

  /** The unit of the row's values, called "unit" in every table. */
  public static Builder unit() {
    return new Builder("unit", Kind.UNIT).called("Einheit", "unit");
  }

  public static Builder integer(String name) {
    return new Builder(name, Kind.INTEGER);
  }

  public static Builder decimal(String name) {
    return new Builder(name, Kind.DECIMAL);
  }

  public static Builder bool(String name) {
    return new Builder(name, Kind.BOOLEAN);
  }

  public static Builder date(String name) {
    return new Builder(name, Kind.DATE);
  }

  public static Builder partialDate(String name) {
    return new Builder(name, Kind.PARTIAL_DATE);
  }

  public static Builder list(String name) {
    return new Builder(name, Kind.LIST);
  }

  public static Builder choice(String name, Class<? extends Enum<?>> values) {
    return new Builder(name, Kind.CHOICE).of(values, ColumnLabels.words(values));
  }

  /** How a row's English texts came about. */
  public static Builder translation() {
    return new Builder("translation", Kind.CHOICE)
        .of(Translation.class, ColumnLabels.ofTranslations())
        .called("Übersetzung", "translation")
        .free();
  }

  public static Builder reference(String name, String table) {
    Builder reference = anyReference(name);
    reference.references = table;
    return reference;
  }

  /** A reference written as table and key, such as {@code project:glasfaserausbau}. */
  public static Builder anyReference(String name) {
    return new Builder(name, Kind.REFERENCE);
  }

  /** The values of a choice; empty for every other kind. */
  public List<String> allowed() {
    return List.copyOf(meaning.values().keySet());
  }

  public String label(Language language) {
    return meaning.label().in(language);
  }

  /** A choice's value in words; any other value unchanged. */
  public String valueLabel(String value, Language language) {
    return meaning.value(value).label().in(language);
  }

  public String valueInPhrase(String value, Language language) {
    return meaning.value(value).phrase().in(language);
  }

  /** The kind of change that a change of this column is. */
  public ChangeKind change() {
    return meaning.change();
  }

  /** Whether a change without an explanation is reported as unexplained. */
  public boolean accountable() {
    return meaning.accountable();
  }

  /** The column that says whether the text is what somebody said, word for word; else null. */
  public @Nullable String quotedIf() {
    return meaning.quotedIf();
  }

  /** The database columns that store the published value, in order, without the sort key. */
  public List<String> stored() {
    return kind == Kind.PARTIAL_DATE ? List.of(name + "_from", name + "_to") : List.of(name);
  }

  /** Collects the properties of a column until its table is built. */
  public static final class Builder {

    private final String name;
    private final Kind kind;
    private String field;
    private @Nullable Class<? extends Enum<?>> choice;
    private boolean required;
    private @Nullable String references;
    private boolean owner;
    private @Nullable Form form;
    private boolean sorted;
    private @Nullable String defaultValue;
    private ColumnLabels meaning;

    private Builder(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
      this.field = Names.field(name);
      this.meaning = ColumnLabels.of(name, kind);
    }

    Column build() {
      return new Column(
          name,
          field,
          kind,
          choice,
          required,
          references,
          owner,
          form,
          sorted,
          defaultValue,
          meaning);
    }

    private Builder of(Class<? extends Enum<?>> values, Map<String, ColumnLabels.Words> words) {
      choice = values;
      meaning = meaning.with(words);
      return this;
    }

    /** Gives the column an API name other than the one derived from its own. */
    public Builder as(String field) {
      this.field = field;
      return this;
    }

    public Builder must() {
      required = true;
      return this;
    }

    /** Marks the reference to the row with which this one is withdrawn and relisted. */
    public Builder owning() {
      owner = true;
      return this;
    }

    public Builder matching(Form form) {
      this.form = form;
      return this;
    }

    public Builder sortable() {
      sorted = true;
      return this;
    }

    public Builder orElse(String value) {
      defaultValue = value;
      return this;
    }

    /** Gives the column its name in words, for a table head or a sentence. */
    public Builder called(String de, String en) {
      meaning = meaning.called(de, en);
      return this;
    }

    /** Changes of this column are of this kind and need an explanation. */
    public Builder tells(ChangeKind change) {
      meaning = meaning.tells(change);
      return this;
    }

    /** The text is put in quotation marks where the named column is true, and nowhere else. */
    public Builder quotedIf(String column) {
      meaning = meaning.quotedIf(column);
      return this;
    }

    /** Changes of this column need no explanation. */
    public Builder free() {
      meaning = meaning.free();
      return this;
    }
  }
}
