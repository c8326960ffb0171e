package org.stadtstand.ground.sql;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps by which an answer is made, for operators who want to see where its time goes. Of most
 * answers nobody does, and of those each step costs a look whether this is one.
 */
public final class Trace {

  private static final ScopedValue<Span> CURRENT = ScopedValue.newInstance();

  private Trace() {}

  /** What is shown of an answer; a field is never a step, because an answer has thousands. */
  public enum Step {
    QUESTION,
    BATCH,
    STATEMENT
  }

  /** Decides which answers are traced. */
  public interface Traces {

    /**
     * The beginning of an answer; null if it is not traced.
     *
     * @param name never a text of the caller's, for which traces are no place
     */
    @Nullable Span begin(Supplier<String> name);
  }

  /** A step that has begun. */
  public interface Span {

    Span begin(Step step, String name);

    /**
     * Ends it.
     *
     * @param fault why it failed; null if it did not
     */
    void end(@Nullable Throwable fault);
  }

  /** Makes an answer, of which there may be a trace. */
  public static <V> V question(Traces traces, Supplier<String> name, Supplier<V> work) {
    Span span = traces.begin(name);
    return span == null ? work.get() : during(span, work);
  }

  /** Does a step of the answer that is being traced, if there is one. */
  public static <V> V step(Step step, Supplier<String> name, Supplier<V> work) {
    return CURRENT.isBound() ? during(CURRENT.get().begin(step, name.get()), work) : work.get();
  }

  private static <V> V during(Span span, Supplier<V> work) {
    try {
      V done = ScopedValue.where(CURRENT, span).call(work::get);
      span.end(null);
      return done;
    } catch (RuntimeException | Error fault) {
      span.end(fault);
      throw fault;
    }
  }
}
