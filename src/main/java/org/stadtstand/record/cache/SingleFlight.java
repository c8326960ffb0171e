package org.stadtstand.record.cache;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who want the same at the same time share one computation. A failure stays with who had
 * it: whoever waited for one that failed, or waited too long, is given nothing and does its own.
 */
public final class SingleFlight<K, V> {

  private final ConcurrentMap<K, CompletableFuture<V>> under = new ConcurrentHashMap<>();

  /** Computes the value, or waits for the one who is computing it already. */
  public Joined<V> join(K key, Supplier<V> computation, Duration patience) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = under.putIfAbsent(key, mine);
    return other == null
        ? new Joined<>(lead(key, mine, computation), false)
        : new Joined<>(await(other, patience), true);
  }

  private V lead(K key, CompletableFuture<V> mine, Supplier<V> computation) {
    try {
      V value = computation.get();
      mine.complete(value);
      return value;
    } finally {
      under.remove(key, mine);
      // Wakes the others when the computation has thrown; does nothing when it has not.
      mine.cancel(false);
    }
  }

  private static <V> @Nullable V await(CompletableFuture<V> other, Duration patience) {
    try {
      return other.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      return null;
    }
  }

  /**
   * What came of it.
   *
   * @param value null if somebody else's computation gave none
   * @param shared whether somebody else computed it
   */
  public record Joined<V>(@Nullable V value, boolean shared) {}
}
