package org.stadtstand.listing;

import org.stadtstand.history.Pin;

/** Makes a record of a row. */
@FunctionalInterface
public interface Reader<T> {

  T read(Row row, Pin pin);
}
