package org.stadtstand.record.listing;

import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;

/** Makes a record of a row. */
@FunctionalInterface
public interface Reader<T> {

  T read(Row row, Pin pin);
}
