package org.stadtstand.record.declaration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;

/**
 * One column of a delivered table: what may stand in it, and which columns of the database hold it.
 *
 * @param allowed the values of a choice; empty for every other kind
 * @param references the table a reference points to; null where it may point to any
 * @param owner whether the row lives and ends with the row it refers to
 * @param pattern what a text must match; null where anything goes
 * @param sorted whether a text has a German sort key beside it
 * @param meaning what the column is to readers
 */
public record Column(
    String name,
    Kind kind,
    boolean required,
    List<String> allowed,
    @Nullable String references,
    boolean owner,
    @Nullable String pattern,
    boolean sorted,
    @Nullable String defaultValue,
    Meaning meaning) {

  /** What a column holds, and as what the database keeps it. */
  public enum Kind {
    TEXT("text"),
    INTEGER("int"),
    DECIMAL("numeric"),
    BOOLEAN("boolean"),
    DATE("date"),
    /** Kept as two columns, the earliest and the latest day. */
    PARTIAL_DATE("date"),
    CHOICE("text"),
    LIST("text[]"),
    /** Kept as the number of the record that the key names. */
    REFERENCE("int");

    private final String sqlType;

    Kind(String sqlType) {
      this.sqlType = sqlType;
    }

    public String sqlType() {
      return sqlType;
    }
  }

  private static Column of(String name, Kind kind) {
    return new Column(
        name, kind, false, List.of(), null, false, null, false, null, Meaning.of(name, kind));
  }

  public static Column text(String name) {
    return of(name, Kind.TEXT);
  }

  public static Column integer(String name) {
    return of(name, Kind.INTEGER);
  }

  public static Column decimal(String name) {
    return of(name, Kind.DECIMAL);
  }

  public static Column bool(String name) {
    return of(name, Kind.BOOLEAN);
  }

  public static Column date(String name) {
    return of(name, Kind.DATE);
  }

  public static Column partialDate(String name) {
    return of(name, Kind.PARTIAL_DATE);
  }

  public static Column list(String name) {
    return of(name, Kind.LIST);
  }

  public static Column choice(String name, Class<? extends Enum<?>> values) {
    return choice(name, Meaning.words(values));
  }

  private static Column choice(String name, Map<String, Text> values) {
    Meaning meaning = Meaning.of(name, Kind.CHOICE).with(values);
    return new Column(
        name,
        Kind.CHOICE,
        false,
        List.copyOf(values.keySet()),
        null,
        false,
        null,
        false,
        null,
        meaning);
  }

  /** How the English texts of a row came about. */
  public static Column translation() {
    Map<String, Text> values = Meaning.words(Translation.class);
    values.keySet().retainAll(List.of(Translation.HUMAN.name(), Translation.MACHINE.name()));
    return choice("translation", values).called("Übersetzung", "translation").free();
  }

  public static Column reference(String name, String table) {
    return new Column(
        name,
        Kind.REFERENCE,
        false,
        List.of(),
        table,
        false,
        null,
        false,
        null,
        Meaning.of(name, Kind.REFERENCE));
  }

  /** A reference written as table and key, such as {@code project:glasfaserausbau}. */
  public static Column anyReference(String name) {
    return of(name, Kind.REFERENCE);
  }

  public Column must() {
    return new Column(
        name, kind, true, allowed, references, owner, pattern, sorted, defaultValue, meaning);
  }

  /** Marks the reference to the row with which this one is withdrawn and relisted. */
  public Column owning() {
    return new Column(
        name, kind, required, allowed, references, true, pattern, sorted, defaultValue, meaning);
  }

  public Column matching(String pattern) {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, sorted, defaultValue, meaning);
  }

  public Column sortable() {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, true, defaultValue, meaning);
  }

  public Column orElse(String value) {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, sorted, value, meaning);
  }

  /** Gives the column its name in words, as the head of a table or in a sentence. */
  public Column called(String de, String en) {
    return meaning(meaning.called(de, en));
  }

  /** A change of it is of this kind, and needs an explanation. */
  public Column tells(ChangeKind change) {
    return meaning(meaning.tells(change));
  }

  /** A change of it needs no explanation. */
  public Column free() {
    return meaning(meaning.free());
  }

  private Column meaning(Meaning meaning) {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, sorted, defaultValue, meaning);
  }

  /** The column's name in words. */
  public String label(Language language) {
    return meaning.label().in(language);
  }

  /** A value of a choice in words; any other value as it is. */
  public String valueLabel(String value, Language language) {
    Text words = meaning.values().get(value);
    return words == null ? value : words.in(language);
  }

  /** What a change of the column is called. */
  public ChangeKind change() {
    return meaning.change();
  }

  /** Whether a change that nothing explains is told as unexplained. */
  public boolean accountable() {
    return meaning.accountable();
  }

  /**
   * The database columns that hold the published value, in order; the sort key is not among them.
   */
  public List<String> stored() {
    return kind == Kind.PARTIAL_DATE ? List.of(name + "_from", name + "_to") : List.of(name);
  }
}
