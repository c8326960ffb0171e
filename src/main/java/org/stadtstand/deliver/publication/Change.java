package org.stadtstand.deliver.publication;

import org.jspecify.annotations.Nullable;

/**
 * What a delivery does to one row or, if the row stays, to one of its fields.
 *
 * @param field null unless a field of a published row changes
 */
record Change(
    Kind kind,
    String table,
    String key,
    @Nullable String field,
    @Nullable String before,
    @Nullable String after) {

  /** What happens to the row. */
  enum Kind {
    ADDED,
    CHANGED,
    WITHDRAWN,
    RELISTED
  }
}
