package org.stadtstand.record.sheets;

/**
 * A column of a table as a sheet holds it: as one number.
 *
 * @param sql the value in a row {@code t}
 */
record SheetColumn(String name, String sql, Kind kind) {

  /** Stands for a missing value. */
  static final long NULL = Long.MIN_VALUE;

  /** What the number means. */
  enum Kind {
    /** The place of a release among those of the municipality. */
    RELEASE,
    INTEGER,
    BOOLEAN,
    /** Counted from 1970. */
    DAY,
    /** The place of a text among those of the sheet; figures are texts, too. */
    TEXT,
    /** The same of a list, its elements joined by a character that no text of a database has. */
    LIST
  }

  /** Parts elements of a list: PostgreSQL has no texts with this character. */
  static final String SEPARATOR = "\u0000";

  static Kind kind(String sqlType) {
    return switch (sqlType) {
      case "int4" -> Kind.INTEGER;
      case "bool" -> Kind.BOOLEAN;
      case "date" -> Kind.DAY;
      case "text", "numeric" -> Kind.TEXT;
      case "_text" -> Kind.LIST;
      default -> throw new IllegalStateException("A sheet cannot hold a column of " + sqlType);
    };
  }
}
