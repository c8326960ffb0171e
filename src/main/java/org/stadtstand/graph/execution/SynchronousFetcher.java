package org.stadtstand.graph.execution;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher that can say, once per field of a question, how its sources answer it without reading
 * anything. Such an answer has no side effects, so that the engine may request it again.
 */
@FunctionalInterface
public interface SynchronousFetcher {

  /** Stands for a value that has to be read first, or cannot be answered directly. */
  Object ABSENT = new Object();

  /**
   * How a source answers: with a value or {@link #ABSENT}, never a future. Null if more than the
   * source and the arguments is needed.
   *
   * @param arguments as coerced by the engine, including defaults and the question's language
   * @param hand provides the values that are not part of the source
   */
  @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand);

  /**
   * Whether a source may be a record that is not read yet, {@link
   * org.stadtstand.record.listing.Slice.Unread}: then the field reads no more of it than it needs.
   */
  default boolean takesUnread() {
    return false;
  }

  /** Whether the answer depends on what is selected below the field. */
  default boolean isSelecting() {
    return false;
  }

  /** The same for whom the selection below the field matters, if it {@link #isSelecting}. */
  default @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand, DataFetchingFieldSelectionSet selection) {
    return direct(arguments, hand);
  }
}
