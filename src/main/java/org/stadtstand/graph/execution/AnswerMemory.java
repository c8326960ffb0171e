package org.stadtstand.graph.execution;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;

/**
 * The heap that one answer takes until it has been sent: its values, and then its bytes. It is
 * bounded alone, and together with that of all other answers, because rows say nothing of how wide
 * they are, and a heap that is full ends every answer.
 */
public final class AnswerMemory implements AutoCloseable {

  /** What the engine keeps of a field until the answer is complete. */
  static final long OF_A_FIELD = 1000;

  private static final long OF_A_TEXT = 56;

  private static final ScopedValue<AnswerMemory> CURRENT = ScopedValue.newInstance();

  /** Taken from the common share at once, so that answers do not meet there at every value. */
  private static final long CHUNK = 65_536;

  private final long alone;
  private final long together;
  private final AtomicLong all;
  private long used;
  private long taken;
  private @Nullable ApiError refusal;

  /**
   * @param alone the most that this answer may take, in bytes
   * @param together the most that all may
   * @param all what all have taken
   */
  public AnswerMemory(long alone, long together, AtomicLong all) {
    this.alone = alone;
    this.together = together;
    this.all = all;
  }

  /** Where this is the memory that answers take. */
  public ScopedValue.Carrier current() {
    return ScopedValue.where(CURRENT, this);
  }

  /** A text may be made for the answer alone, and nothing tells whether it is. */
  static long ofText(@Nullable Object value) {
    return value instanceof String text ? OF_A_TEXT + text.length() : 0;
  }

  /** Takes memory for a part of the current answer, or refuses to go on with it. */
  public static void take(long bytes) {
    if (CURRENT.isBound()) {
      CURRENT.get().add(bytes);
    }
  }

  /** Of a finished answer only its bytes are still needed. */
  public static void keep(long bytes) {
    if (CURRENT.isBound()) {
      CURRENT.get().shrink(bytes);
    }
  }

  /**
   * Why the current answer was given up; null if it was not. The engine may then never finish: what
   * others of its futures wait for is not read any more.
   */
  public static @Nullable ApiError refusal() {
    return CURRENT.isBound() ? CURRENT.get().refusal : null;
  }

  private void add(long bytes) {
    used += bytes;
    if (used > taken) {
      grow();
    }
  }

  private void grow() {
    try {
      if (refusal != null) {
        throw refusal;
      }
      Deadline.check();
      takeFromAll(Math.ceilDiv(used - taken, CHUNK) * CHUNK);
    } catch (ApiError refused) {
      refusal = refused;
      throw refused;
    }
  }

  private void takeFromAll(long more) {
    if (used > alone) {
      throw new ApiError(
          ErrorCode.TOO_EXPENSIVE,
          "The answer takes more than the %d million bytes of memory that one may."
              .formatted(alone / 1_000_000),
          "Ask for fewer fields or smaller pages, and page on; or take a whole table from /data.");
    }
    if (all.addAndGet(more) > together) {
      all.addAndGet(-more);
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "The answers that are being made take all the memory there is for them.",
          "Try again in some seconds, or ask for less.");
    }
    taken += more;
  }

  private void shrink(long bytes) {
    long left = Math.min(taken, bytes);
    all.addAndGet(left - taken);
    taken = left;
    used = left;
  }

  @Override
  public void close() {
    shrink(0);
  }
}
