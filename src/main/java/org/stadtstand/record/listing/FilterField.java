package org.stadtstand.record.listing;

import org.jooq.Condition;

/** A field of a filter: makes a condition of the operators that the caller gave. */
@FunctionalInterface
public interface FilterField {

  Condition condition(Object operators, Scope scope);
}
