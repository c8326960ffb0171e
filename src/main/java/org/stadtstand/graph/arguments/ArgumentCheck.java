package org.stadtstand.graph.arguments;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Map;
import java.util.Set;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.time.Present;

/**
 * Rejects field arguments that no record could answer. It looks only at the arguments, never at
 * data, so that a question is refused before anything is read.
 */
@FunctionalInterface
public interface ArgumentCheck {

  void check(Map<String, Object> arguments, Present present);

  /** The check of arguments that may name records by their keys. */
  @FunctionalInterface
  interface OfKeys extends ArgumentCheck {

    Set<KeyFilter.Named> named(Map<String, Object> arguments, Present present);

    @Override
    default void check(Map<String, Object> arguments, Present present) {
      named(arguments, present);
    }
  }

  /** Rejects arguments that do not go with what is selected below. */
  interface WithSelection extends ArgumentCheck {

    void check(Map<String, Object> arguments, DataFetchingFieldSelectionSet selection);

    /** Looked at together with the selection. */
    @Override
    default void check(Map<String, Object> arguments, Present present) {}
  }
}
