package org.stadtstand.record.listing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of the records in one list.
 *
 * @param sql for a row's kind; null in a list of one type
 * @param types the type of each kind
 */
record RecordKinds<T>(String sql, Map<String, ListedType<? extends T>> types) {

  /** For a list of one type. */
  static <T> RecordKinds<T> one() {
    return new RecordKinds<>("cast(null as text)", Map.of());
  }

  ListedType<? extends T> of(String kind) {
    @Nullable ListedType<? extends T> own = types.get(kind);
    if (own == null) {
      throw new IllegalStateException("There is no kind " + kind + " among " + types.keySet());
    }
    return own;
  }
}
