package org.stadtstand.serve.cost;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;

/**
 * The queue in front of the engine and its connections. It is bounded in length and time, so that
 * under too much load some are refused at once instead of all being answered too late.
 */
@Component
public class Admission {

  private final AdmissionSettings settings;
  private final Semaphore places;
  private final Duration time;

  Admission(AdmissionSettings settings, LimitsSettings limits) {
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce(), true);
    this.time = limits.time();
  }

  /** Until when an answer must be there that is asked for now. */
  public Deadline deadline() {
    return Deadline.in(time);
  }

  /** Works out one answer, when it is its turn. */
  public <V> V during(Supplier<V> work) {
    enter();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    if (isTheirTurn(Duration.ZERO)) {
      return;
    }
    // The length is a momentary one: some more may slip in, and then wait no longer either.
    if (places.getQueueLength() >= settings.waiting() || !isTheirTurn(settings.patience())) {
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "The server has more questions than it can answer at the moment.",
          "Try again in some seconds.");
    }
  }

  /** Timed even where nobody waits: without a time, who comes now would pass those who wait. */
  private boolean isTheirTurn(Duration patience) {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
