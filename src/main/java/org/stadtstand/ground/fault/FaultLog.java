package org.stadtstand.ground.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs faults of ours: each kind with its stack trace once, and then as a number for a minute. A
 * list of a thousand records meets the same fault a thousand times, and whoever can cause one can
 * ask for it again.
 */
final class FaultLog {

  private static final Logger log = LoggerFactory.getLogger(FaultLog.class);

  /** With more kinds at once, something is wrong that the first ones show as well. */
  private static final int KINDS = 50;

  /** Where a fault happened; how it was reached from further up differs between equal faults. */
  private static final int FRAMES = 5;

  private final Map<Kind, AtomicLong> repeated = new ConcurrentHashMap<>();
  private final Executor later;

  FaultLog(Duration counted) {
    this.later = CompletableFuture.delayedExecutor(counted.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param place where it happened, in our words and never in the caller's
   */
  void add(String place, Throwable fault) {
    Kind kind = Kind.of(fault);
    if (repeated.size() >= KINDS && !repeated.containsKey(kind)) {
      return;
    }
    if (repeated.computeIfAbsent(kind, first -> new AtomicLong()).getAndIncrement() == 0) {
      log.error("No answer for {}", place, Trace.of(fault));
      later.execute(() -> forget(kind, place));
    }
  }

  private void forget(Kind kind, String place) {
    AtomicLong times = repeated.remove(kind);
    if (times != null && times.get() > 1) {
      log.error("The same again {} times: {} for {}", times.get() - 1, kind.fault(), place);
    }
  }

  /**
   * A stack trace without messages: these may quote what a caller sent, and the log must not hold
   * that.
   */
  @SuppressWarnings("serial")
  private static final class Trace extends Throwable {

    Trace(Throwable fault, @Nullable Throwable cause) {
      super(fault.getClass().getName(), cause, false, true);
      setStackTrace(fault.getStackTrace());
    }

    static Trace of(Throwable fault) {
      Throwable cause = fault.getCause();
      return new Trace(fault, cause == null ? null : of(cause));
    }

    @Override
    public String toString() {
      return String.valueOf(getMessage());
    }
  }

  /** Faults that came about in the same way. */
  private record Kind(String fault, List<StackTraceElement> frames) {

    static Kind of(Throwable fault) {
      Throwable root = fault;
      @Nullable Throwable cause = fault.getCause();
      while (cause != null) {
        root = cause;
        cause = cause.getCause();
      }
      StackTraceElement[] frames = root.getStackTrace();
      return new Kind(
          root.getClass().getName(),
          List.of(Arrays.copyOf(frames, Math.min(FRAMES, frames.length))));
    }
  }
}
