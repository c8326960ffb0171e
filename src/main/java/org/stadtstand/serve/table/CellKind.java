package org.stadtstand.serve.table;

import graphql.schema.GraphQLNamedType;
import java.util.Set;

/** As what a cell is written: a number, a day, or text, which is everything else. */
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

  /** By the schema and not by the value: an identifier made of digits stays text. */
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

  /** What CSV on the Web calls it. */
  public String csvw() {
    return csvw;
  }
}
