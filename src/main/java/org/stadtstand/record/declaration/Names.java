package org.stadtstand.record.declaration;

import java.util.Locale;

/** Names of tables and columns as written in the API. */
public final class Names {

  private Names() {}

  /** The type of a table's rows: {@code org_unit} is OrgUnit. */
  static String type(String table) {
    StringBuilder name = new StringBuilder();
    for (String word : table.split("_")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  /** The field of a column: {@code planned_end} is plannedEnd, and {@code title_de} title. */
  public static String field(String column) {
    String type = type(column.endsWith("_de") ? column.substring(0, column.length() - 3) : column);
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  /** The column of a field that is neither translated nor called otherwise: the way back. */
  public static String column(String field) {
    return field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
