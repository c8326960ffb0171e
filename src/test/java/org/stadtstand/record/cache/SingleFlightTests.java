package org.stadtstand.record.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stadtstand.record.cache.SingleFlight.Joined;

/** Concurrent callers of the same key share one computation. */
class SingleFlightTests {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final SingleFlight<String, Integer> flights = new SingleFlight<>();
  private final AtomicInteger computations = new AtomicInteger();

  @Test
  void thoseWhoAskAtTheSameTimeShareOneComputation() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Joined<Integer>> first = threads.submit(() -> ask(begun, go, 7));
      begun.await();
      List<Future<Joined<Integer>>> others = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        others.add(threads.submit(() -> flights.join("a", computations::incrementAndGet, LONG)));
      }
      assertThat(others).hasSize(50).noneMatch(Future::isDone);
      go.countDown();
      assertThat(first.get()).isEqualTo(new Joined<>(7, false));
      int shared = 0;
      for (Future<Joined<Integer>> other : others) {
        shared += other.get().shared() ? 1 : 0;
      }
      // Callers arriving only after the first had finished rightly share one more computation.
      assertThat(shared + computations.get()).isEqualTo(50 + 1);
    }
  }

  @Test
  void aFailureStaysWithWhoHadIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Joined<Integer>> first =
          threads.submit(
              () ->
                  flights.join(
                      "a",
                      () -> {
                        await(begun, go);
                        throw new IllegalStateException("broken");
                      },
                      LONG));
      begun.await();
      Future<Joined<Integer>> second =
          threads.submit(() -> flights.join("a", computations::incrementAndGet, LONG));
      go.countDown();
      assertThatThrownBy(first::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("broken");
      // It either waited and got nothing, or came afterwards and computed its own.
      assertThat(second.get()).isIn(new Joined<>(null, true), new Joined<>(1, false));
    }
    assertThat(flights.join("a", () -> 3, LONG)).isEqualTo(new Joined<>(3, false));
  }

  @Test
  void whoeverWaitsTooLongIsGivenNothing() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Joined<Integer>> first = threads.submit(() -> ask(begun, go, 7));
      begun.await();
      assertThat(flights.join("a", computations::incrementAndGet, Duration.ofMillis(5)))
          .isEqualTo(new Joined<>(null, true));
      assertThat(flights.join("b", () -> 4, Duration.ZERO)).isEqualTo(new Joined<>(4, false));
      go.countDown();
      assertThat(first.get().value()).isEqualTo(7);
    }
    assertThat(computations.get()).isEqualTo(1);
  }

  private Joined<Integer> ask(CountDownLatch begun, CountDownLatch go, int value) {
    return flights.join(
        "a",
        () -> {
          await(begun, go);
          computations.incrementAndGet();
          return value;
        },
        LONG);
  }

  private static void await(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
