package org.stadtstand.record.listing;

import org.jooq.Condition;

/**
 * A field of a filter: makes a condition of the operators that the caller gave.
 *
 * @param input the type of the field in the API, which has the operators
 */
public record FilterField(String input, Test test) {

  Condition condition(Object operators, Scope scope) {
    return test.of(operators, scope);
  }

  /** What the operators ask of a row. */
  @FunctionalInterface
  interface Test {
    Condition of(Object operators, Scope scope);
  }
}
