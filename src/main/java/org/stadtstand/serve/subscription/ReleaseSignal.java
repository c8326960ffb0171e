package org.stadtstand.serve.subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where one listener waits. It is ended here as well, and never by an interrupt, which would close
 * the connection to the database or to the client that the listener happens to be using.
 */
final class ReleaseSignal implements AutoCloseable {

  private final Semaphore raised = new Semaphore(0);
  private final Consumer<ReleaseSignal> closed;
  private volatile boolean over;

  ReleaseSignal(Consumer<ReleaseSignal> closed) {
    this.closed = closed;
  }

  void raise() {
    raised.release();
  }

  /** Nothing more is to be sent. */
  void end() {
    over = true;
    raise();
  }

  boolean isOver() {
    return over;
  }

  /** Waits until it is raised or ended, but no longer than this. */
  void await(Duration patience) {
    try {
      if (raised.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        raised.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over = true;
    }
  }

  @Override
  public void close() {
    closed.accept(this);
  }
}
