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
 * Lets concurrent callers of the same key share one computation. A failure stays with the caller
 * who had it: anyone who waited for a failed one, or waited too long, gets nothing and computes for
 * themselves.
 */
public final class SingleFlight<K, V> {

  private final ConcurrentMap<K, CompletableFuture<V>> under = new ConcurrentHashMap<>();

  /** Computes the value, or waits for whoever is already computing it. */
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
      // Wakes the others if the computation has thrown; has no effect otherwise.
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
   * The result of joining.
   *
   * @param value null if another caller's computation produced none
   * @param shared whether another caller computed it
   */
  public record Joined<V>(@Nullable V value, boolean shared) {}
}
