package org.stadtstand.ground.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * The time by which an answer must be ready. Each statement gets the remaining time and is
 * cancelled in the database when it runs out, so that nothing keeps running for a caller who has
 * already been refused.
 */
public final class Deadline {

  private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

  private static final int GRACE_MILLIS = 500;
  private static final Duration OVERTIME = Duration.ofSeconds(2);

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Runs work whose statements are bound by the deadline, if there is one. */
  public static <V> V during(@Nullable Deadline deadline, Supplier<V> work) {
    return deadline == null ? work.get() : ScopedValue.where(CURRENT, deadline).call(work::get);
  }

  /** The deadline of the current work, if it has one. */
  public static @Nullable Deadline current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** Never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  static void limit(Query query) {
    if (CURRENT.isBound()) {
      query.queryTimeout(CURRENT.get().seconds());
    }
  }

  /** Lets a statement run no longer than there is time. */
  public static void limit(Statement statement) throws SQLException {
    if (CURRENT.isBound()) {
      statement.setQueryTimeout(CURRENT.get().seconds());
    }
  }

  /**
   * Ends the wait for a connection that no longer answers soon after its statement should have been
   * cancelled; otherwise the answer would keep its place in the queue for longer than it has.
   */
  static Connection limit(Connection connection) throws SQLException {
    if (CURRENT.isBound()) {
      // The pool restores its own timeout when the connection is returned.
      connection.setNetworkTimeout(Runnable::run, CURRENT.get().seconds() * 1_000 + GRACE_MILLIS);
    }
    return connection;
  }

  /**
   * Gives up work that goes on after its deadline without a statement that could be cancelled. A
   * cancelled statement leaves a moment in which the rest of the answer is finished.
   */
  public static void check() {
    if (CURRENT.isBound() && System.nanoTime() - CURRENT.get().nanos > OVERTIME.toNanos()) {
      throw tooLate();
    }
  }

  private int seconds() {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw tooLate();
    }
    return (int) Math.ceilDiv(left, 1_000_000_000L);
  }

  private static ApiError tooLate() {
    return new ApiError(
        ErrorCode.TIMEOUT,
        "The answer took too long and was given up.",
        "Ask for less: smaller pages, fewer counts.");
  }
}
