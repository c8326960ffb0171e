package org.stadtstand.record.listing;

import org.jooq.Condition;

/**
 * A field of a filter: turns the operators given by the caller into a condition.
 *
 * @param input the field's input type in the API, which has the operators
 */
public record FilterField(String input, Test test) {

  Condition condition(Object operators, Scope scope) {
    return test.of(operators, scope);
  }

  /** The condition that the operators put on a row. */
  @FunctionalInterface
  interface Test {
    Condition of(Object operators, Scope scope);
  }
}
