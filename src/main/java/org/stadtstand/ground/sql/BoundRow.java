package org.stadtstand.ground.sql;

import org.jspecify.annotations.Nullable;

/**
 * A row that can be read into a record, as a whole or component by component.
 *
 * @param companion what the record has that no column holds
 */
public record BoundRow<T>(RowBinding<T> binding, Row row, Object companion) {

  public T read() {
    return binding.read(row, companion);
  }

  /** One component alone, by its place among those of the record. */
  public @Nullable Object component(int place) {
    return binding.component(place, row, companion);
  }
}
