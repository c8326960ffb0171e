package org.stadtstand.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a delivered table: what may stand in it, and which columns of the database hold it.
 *
 * @param allowed the values of a choice; empty for every other kind
 * @param references the table a reference points to; null where it may point to any
 * @param owner whether the row lives and ends with the row it refers to
 * @param pattern what a text must match; null where anything goes
 * @param sorted whether a text has a German sort key beside it
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
    @Nullable String defaultValue) {

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
    return new Column(name, kind, false, List.of(), null, false, null, false, null);
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
    List<String> allowed =
        java.util.Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
    return new Column(name, Kind.CHOICE, false, allowed, null, false, null, false, null);
  }

  /** How the English texts of a row came about. */
  public static Column translation() {
    List<String> allowed = List.of(Translation.HUMAN.name(), Translation.MACHINE.name());
    return new Column("translation", Kind.CHOICE, false, allowed, null, false, null, false, null);
  }

  public static Column reference(String name, String table) {
    return new Column(name, Kind.REFERENCE, false, List.of(), table, false, null, false, null);
  }

  /** A reference written as table and key, such as {@code project:glasfaserausbau}. */
  public static Column anyReference(String name) {
    return of(name, Kind.REFERENCE);
  }

  public Column must() {
    return new Column(name, kind, true, allowed, references, owner, pattern, sorted, defaultValue);
  }

  /** Marks the reference to the row with which this one is withdrawn and relisted. */
  public Column owning() {
    return new Column(
        name, kind, required, allowed, references, true, pattern, sorted, defaultValue);
  }

  public Column matching(String pattern) {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, sorted, defaultValue);
  }

  public Column sortable() {
    return new Column(
        name, kind, required, allowed, references, owner, pattern, true, defaultValue);
  }

  public Column orElse(String value) {
    return new Column(name, kind, required, allowed, references, owner, pattern, sorted, value);
  }

  /**
   * The database columns that hold the published value, in order; the sort key is not among them.
   */
  public List<String> stored() {
    return kind == Kind.PARTIAL_DATE ? List.of(name + "_from", name + "_to") : List.of(name);
  }
}
