package org.stadtstand.graph.execution;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fetcher that can say, once for a field of a question, how its sources answer it without reading
 * anything. Such an answer has no effect, so that the engine may ask for it again.
 */
@FunctionalInterface
public interface SynchronousFetcher {

  /** Told in place of a value that has to be read first, or is not answered directly. */
  Object ABSENT = new Object();

  /**
   * What a source answers: a value, or {@link #ABSENT}, never a future. Null if it takes more than
   * the source and the arguments.
   *
   * @param arguments as the engine has coerced them, defaults included
   * @param hand where the values are found that are no part of the source
   */
  @Nullable Function<Object, @Nullable Object> direct(
      Map<String, Object> arguments, PendingReads hand);
}
