package org.stadtstand.serve.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** A few answers are computed at once; the other callers queue for a limited time. */
class AdmissionTests {

  private static final LimitsSettings LIMITS =
      new LimitsSettings(4, 10, 3, 2, 1000, 1000, 1000, 1000, 1, 1, Duration.ofSeconds(1), 10);

  @Test
  void worksOnNoMoreAtOnceThanItMay() throws Exception {
    Admission admission = admission(2, 1000, Duration.ofSeconds(30));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(
            threads.submit(
                () ->
                    admission.during(
                        () -> {
                          most.accumulateAndGet(now.incrementAndGet(), Math::max);
                          Thread.yield();
                          return now.decrementAndGet();
                        })));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isBetween(0, 1);
      }
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void refusesWhoWaitsTooLongAndLetsTheNextIn() throws Exception {
    Admission admission = admission(1, 1000, Duration.ofMillis(5));
    occupied(
        admission,
        () -> assertThat(code(() -> admission.during(() -> 1))).isEqualTo(ErrorCode.OVERLOADED));
    assertThat(admission.during(() -> 2)).isEqualTo(2);
  }

  @Test
  void refusesAtOnceWhenTheQueueIsFull() throws Exception {
    Admission admission = admission(1, 0, Duration.ofDays(1));
    occupied(
        admission,
        () -> assertThat(code(() -> admission.during(() -> 1))).isEqualTo(ErrorCode.OVERLOADED));
  }

  @Test
  void nobodyPassesThoseWhoWait() throws Exception {
    Admission admission = admission(1, 1000, Duration.ofSeconds(30));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Thread waiting = new Thread(() -> admission.during(() -> order.add("who waited")));
    admission.during(
        () -> {
          waiting.start();
          while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          return 1;
        });
    admission.during(() -> order.add("who came later"));
    waiting.join();
    assertThat(order).containsExactly("who waited", "who came later");
  }

  @Test
  void whatFailsGivesItsPlaceBack() {
    Admission admission = admission(1, 0, Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  admission.during(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }
    assertThat(admission.during(() -> 1)).isEqualTo(1);
  }

  private static void occupied(Admission admission, Runnable meanwhile) throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> answer =
          threads.submit(
              () ->
                  admission.during(
                      () -> {
                        inside.countDown();
                        try {
                          leave.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        return 1;
                      }));
      inside.await();
      try {
        meanwhile.run();
      } finally {
        leave.countDown();
      }
      assertThat(answer.get()).isEqualTo(1);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static ErrorCode code(Runnable refused) {
    try {
      refused.run();
    } catch (ApiError error) {
      return error.code();
    }
    throw new AssertionError("Not refused");
  }

  private static Admission admission(int atOnce, int waiting, Duration patience) {
    return new Admission(new AdmissionSettings(atOnce, waiting, patience), LIMITS);
  }
}
