package org.stadtstand.graph.execution;

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
}
