package org.stadtstand.serve.cost;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.cost.SharedAccounts.SharedAccount;

/**
 * What somebody may still spend: counted by this server or, where there is a store, by all servers
 * together. While the store is away each of them counts for itself.
 *
 * <p>The store hears of what is spent and given back in portions, a hundredth of the account, so
 * that most requests do not ask it. Of all servers together somebody can spend a portion for each
 * of them too much, and is at most refused a portion too early.
 */
final class Account {

  private static final int PORTIONS = 100;

  private final Bucket own;
  private final @Nullable SharedAccount shared;
  private final long portion;

  /**
   * Given back and not told to the store, a portion at most: whoever spends next takes it first.
   */
  private final AtomicLong returned = new AtomicLong();

  private Account(Bucket own, @Nullable SharedAccount shared, long portion) {
    this.own = own;
    this.shared = shared;
    this.portion = portion;
  }

  /** An account that is full. */
  static Account of(
      String name, long units, Duration period, TimeMeter time, @Nullable SharedAccounts store) {
    Bucket own =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(units).refillGreedy(units, period))
            .withCustomTimePrecision(time)
            .build();
    if (store == null) {
      return new Account(own, null, 0);
    }
    BucketConfiguration limits =
        BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(units).refillGreedy(units, period))
            .build();
    long portion = units / PORTIONS;
    return new Account(
        own, store.account(name + " " + units + " " + period, limits, portion), portion);
  }

  /**
   * Takes all of it or nothing.
   *
   * @return the nanoseconds until there is enough; 0 if it was taken
   */
  long take(long units) {
    long first = takeReturned(units);
    if (first == units) {
      return 0;
    }
    ConsumptionProbe probe = ask(account -> account.tryConsumeAndReturnRemaining(units - first));
    if (probe.isConsumed()) {
      return 0;
    }
    returned.addAndGet(first);
    return probe.getNanosToWaitForRefill();
  }

  /** Takes what was spent already, even if there is less. */
  void owe(long units) {
    long rest = units - takeReturned(units);
    if (rest > 0) {
      ask(account -> account.consumeIgnoringRateLimits(rest));
    }
  }

  void giveBack(long units) {
    long before = returned.getAndUpdate(held -> held + units <= portion ? held + units : held);
    if (before + units > portion) {
      ask(
          account -> {
            account.addTokens(units);
            return units;
          });
    }
  }

  long left() {
    return ask(Bucket::getAvailableTokens) + returned.get();
  }

  private long takeReturned(long units) {
    return Math.min(units, returned.getAndUpdate(held -> held - Math.min(held, units)));
  }

  private <V> V ask(Function<Bucket, V> question) {
    return shared == null
        ? question.apply(own)
        : shared.ask(question).orElseGet(() -> question.apply(own));
  }
}
