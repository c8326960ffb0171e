package org.stadtstand.serve.subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where one listener waits. It is ended here as well, and never by an interrupt, which would close
 * the connection to the database or to the client that the listener happens to be using.
 */
final class Ear implements AutoCloseable {

  private final Semaphore rung = new Semaphore(0);
  private final Consumer<Ear> closed;
  private volatile boolean over;

  Ear(Consumer<Ear> closed) {
    this.closed = closed;
  }

  void ring() {
    rung.release();
  }

  /** Nothing more is to be sent. */
  void end() {
    over = true;
    ring();
  }

  boolean isOver() {
    return over;
  }

  /** Waits until it rings or ends, but no longer than this. */
  void listen(Duration patience) {
    try {
      if (rung.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        rung.drainPermits();
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
