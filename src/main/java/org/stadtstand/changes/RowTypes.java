package org.stadtstand.changes;

import java.util.Locale;
import org.stadtstand.record.RecordType;

/** The names of the kinds of rows in the API: those of their tables, in capitals. */
final class RowTypes {

  private RowTypes() {}

  static String name(RecordType type) {
    return type.table().toUpperCase(Locale.ROOT);
  }

  static String table(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
