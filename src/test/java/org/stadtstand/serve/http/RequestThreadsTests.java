package org.stadtstand.serve.http;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Whoever has waited goes on, however many requests come after it. */
class RequestThreadsTests {

  /** Requests that are there at any time, of a fifth of a millisecond each. */
  private static final int NEWCOMERS = 400;

  private final RequestThreads threads = new RequestThreads();
  private final AtomicBoolean enough = new AtomicBoolean();
  private final Semaphore places = new Semaphore(NEWCOMERS);
  private final Thread poller = Thread.ofPlatform().unstarted(this::neverCease);

  @BeforeEach
  void requestsBeginToCome() {
    poller.start();
  }

  @AfterEach
  void requestsEnd() throws InterruptedException {
    enough.set(true);
    poller.join();
    places.acquire(NEWCOMERS);
  }

  @RepeatedTest(5)
  @Timeout(10)
  void aRequestThatWaitedIsNotOvertakenForEver() {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    threads.execute(
        () -> {
          pause();
          answered.complete(null);
        });
    assertThat(answered).succeedsWithin(1, SECONDS);
  }

  private void neverCease() {
    while (!enough.get()) {
      if (places.tryAcquire()) {
        threads.execute(this::work);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private void work() {
    long end = System.nanoTime() + MICROSECONDS.toNanos(200);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    places.release();
  }

  private static void pause() {
    try {
      MILLISECONDS.sleep(10);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
