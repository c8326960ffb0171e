package org.stadtstand.serve.table;

import graphql.schema.GraphQLNamedType;
import java.util.Set;

/** The type of a cell: a number, a date or, for everything else, text. */
public enum CellKind {
  TEXT("string"),
  INTEGER("integer"),
  NUMBER("decimal"),
  DATE("date");

  private static final Set<String> NUMBERS = Set.of("Decimal", "Float");

  private final String csvw;

  CellKind(String csvw) {
    this.csvw = csvw;
  }

  /** Follows the schema rather than the value, so that an identifier made of digits stays text. */
  static CellKind of(GraphQLNamedType leaf) {
    if (leaf.getName().equals("Int")) {
      return INTEGER;
    }
    if (NUMBERS.contains(leaf.getName())) {
      return NUMBER;
    }
    return leaf.getName().equals("Date") ? DATE : TEXT;
  }

  public boolean numeric() {
    return this == INTEGER || this == NUMBER;
  }

  /** The name of this type in CSV on the Web. */
  public String csvw() {
    return csvw;
  }
}
