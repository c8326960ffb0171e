package org.stadtstand.serve.cost;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may still spend: counted by this server or, where there is a store, by all servers
 * together. While the store is away each of them counts for itself.
 */
final class Account {

  private final String name;
  private final BucketConfiguration limits;
  private final Bucket own;
  private final @Nullable SharedAccounts shared;

  private Account(
      String name, BucketConfiguration limits, Bucket own, @Nullable SharedAccounts shared) {
    this.name = name;
    this.limits = limits;
    this.own = own;
    this.shared = shared;
  }

  /** An account that is full. */
  static Account of(
      String name, long units, Duration period, TimeMeter time, @Nullable SharedAccounts shared) {
    Bucket own =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(units).refillGreedy(units, period))
            .withCustomTimePrecision(time)
            .build();
    BucketConfiguration limits =
        BucketConfiguration.builder()
            .addLimit(limit -> limit.capacity(units).refillGreedy(units, period))
            .build();
    return new Account(name + " " + units + " " + period, limits, own, shared);
  }

  /** Takes all of it, or nothing and says how long it takes until there is enough. */
  ConsumptionProbe take(long units) {
    return ask(account -> account.tryConsumeAndReturnRemaining(units));
  }

  /** Takes what was spent already, even if there is less. */
  void owe(long units) {
    ask(account -> account.consumeIgnoringRateLimits(units));
  }

  void giveBack(long units) {
    ask(
        account -> {
          account.addTokens(units);
          return units;
        });
  }

  long left() {
    return ask(Bucket::getAvailableTokens);
  }

  private <V> V ask(Function<Bucket, V> question) {
    return shared == null
        ? question.apply(own)
        : shared.ask(name, limits, question).orElseGet(() -> question.apply(own));
  }
}
