package org.stadtstand.graph.steps;

import java.util.Locale;
import org.stadtstand.record.declaration.RecordType;

/** The names of the kinds of rows in the API: those of their tables, in capitals. */
public final class RowTypes {

  private RowTypes() {}

  public static String name(RecordType type) {
    return type.table().toUpperCase(Locale.ROOT);
  }

  public static String table(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
