package org.stadtstand.serve.cost;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Deadline;

/**
 * The queue in front of the engine and its connections. Its length and waiting time are bounded, so
 * that under overload some callers are refused at once instead of all being answered too late.
 */
@Component
public class Admission implements MeterBinder {

  private final AdmissionSettings settings;
  private final Semaphore places;
  private final Duration time;
  private final LongAdder refusals = new LongAdder();

  Admission(AdmissionSettings settings, LimitsSettings limits) {
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce(), true);
    this.time = limits.time();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("stadtstand.queue.answering", this, queue -> queue.answering())
        .description("Answers being worked out")
        .register(registry);
    Gauge.builder("stadtstand.queue.waiting", places, Semaphore::getQueueLength)
        .description("Questions that wait for their turn")
        .register(registry);
    FunctionCounter.builder("stadtstand.queue.refusals", refusals, LongAdder::sum)
        .description("Questions refused because too many were waiting, or for too long")
        .register(registry);
  }

  private int answering() {
    return settings.atOnce() - places.availablePermits();
  }

  /** The deadline for an answer requested now. */
  public Deadline deadline() {
    return Deadline.in(time);
  }

  /** Computes an answer when its turn comes. */
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
    // The length is only a snapshot: a few more callers may slip in, but they wait no longer than
    // others.
    if (places.getQueueLength() >= settings.waiting() || !isTheirTurn(settings.patience())) {
      refusals.increment();
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "The server has more questions than it can answer at the moment.",
          "Try again in some seconds.");
    }
  }

  /**
   * Always uses the timed acquire: the untimed one would let a newcomer overtake those who wait.
   */
  private boolean isTheirTurn(Duration patience) {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
