package org.stadtstand.serve.cost;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.OptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.encoding.Sha256;

/**
 * Accounts in a Redis or Valkey that all servers share. It never stops an answer: once it has not
 * told something in time, it is not asked for some seconds.
 */
final class SharedAccounts implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SharedAccounts.class);

  /** The first exchange loads classes, which takes longer than any later one may. */
  private static final Duration FIRST = Duration.ofSeconds(2);

  /** So long at most the other servers do not hear what one is asked to count. */
  private static final Duration UNTOLD = Duration.ofMillis(500);

  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final RedisClient client;
  private final String host;
  private final Duration period;
  private final Duration patience;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
  private volatile @Nullable ProxyManager<String> accounts;
  private volatile boolean lost;
  private volatile long until;

  /**
   * @param period in which an account is full again, and then forgotten
   * @param patience for one exchange
   */
  SharedAccounts(String address, Duration period, Duration patience) {
    RedisURI uri = RedisURI.create(address);
    uri.setTimeout(FIRST);
    this.host = uri.getHost() + ":" + uri.getPort();
    this.period = period;
    this.patience = patience;
    this.client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            // Whoever asks next connects: a client that does so by itself waits ever longer.
            .autoReconnect(false)
            .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
            .build());
    connect();
  }

  /** Whether each server counts for itself at the moment. */
  boolean isLost() {
    return lost;
  }

  /** The account of a name, as this server sees it. */
  SharedAccount account(String name, BucketConfiguration limits, long portion) {
    // Nobody reads there who asks: the name of a network is in no store.
    return new SharedAccount(key(name), limits, portion);
  }

  /**
   * An account there. What is spent of it is told in portions: the store is asked only once a
   * portion was spent, or some time has passed, or units are given back (decision 0113).
   */
  final class SharedAccount {

    private final String key;
    private final BucketConfiguration limits;
    private final long portion;
    private volatile @Nullable Opened opened;

    private SharedAccount(String key, BucketConfiguration limits, long portion) {
      this.key = key;
      this.limits = limits;
      this.portion = portion;
    }

    /** Asks it, or tells by an empty answer that there is nobody to ask. */
    <V> Optional<V> ask(Function<Bucket, V> question) {
      if (lost && (System.nanoTime() - until < 0 || !connect())) {
        return Optional.empty();
      }
      ProxyManager<String> there = accounts;
      if (there == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(question.apply(open(there)));
      } catch (RuntimeException away) {
        lose(away);
        return Optional.empty();
      }
    }

    private Bucket open(ProxyManager<String> there) {
      Opened now = opened;
      if (now == null || now.at() != there) {
        RemoteBucketBuilder<String> builder = there.builder();
        if (portion > 0) {
          builder =
              builder.withOptimization(
                  new DelayOptimization(
                      new DelayParameters(portion, UNTOLD),
                      OptimizationListener.createDefault(),
                      TimeMeter.SYSTEM_MILLISECONDS));
        }
        now = new Opened(there, builder.build(key, () -> limits));
        opened = now;
      }
      return now.bucket();
    }
  }

  /** What was opened over a connection, and ends with it. */
  private record Opened(ProxyManager<String> at, Bucket bucket) {}

  private static String key(String name) {
    return "stadtstand:" + Sha256.hex(name);
  }

  /** By one at a time; the others do without meanwhile. */
  private boolean connect() {
    if (!connecting.tryLock()) {
      return false;
    }
    try {
      StatefulRedisConnection<String, byte[]> fresh =
          client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
      connection = fresh;
      accounts(fresh, FIRST).getProxyConfiguration(key(""));
      accounts = accounts(fresh, patience);
      if (lost) {
        log.info("Budgets are counted at {} again, by all servers together.", host);
      }
      lost = false;
      return true;
    } catch (RuntimeException away) {
      lose(away);
      return false;
    } finally {
      connecting.unlock();
    }
  }

  private ProxyManager<String> accounts(
      StatefulRedisConnection<String, byte[]> open, Duration timeout) {
    return Bucket4jLettuce.casBasedBuilder(open)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(period))
        .requestTimeout(timeout)
        .build();
  }

  private void lose(RuntimeException cause) {
    if (!lost) {
      log.warn(
          "Budgets cannot be counted at {}: {}. Each server counts for itself until they can.",
          host,
          cause.getMessage());
    }
    until = System.nanoTime() + PAUSE;
    lost = true;
    StatefulRedisConnection<String, byte[]> broken = connection;
    connection = null;
    accounts = null;
    if (broken != null) {
      broken.closeAsync();
    }
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
