package org.stadtstand.serve.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Limits what callers may spend and how many questions they may store. Each budget belongs to a key
 * or a network, lives only in memory and is forgotten once it is full again; no address is ever
 * written anywhere.
 */
@Component
public class RateLimit implements MeterBinder {

  private static final String KEY = "Api-Key";
  private static final String OF_ADDRESSES = "address";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** All callers together may store as much as this many networks. */
  private static final int TOGETHER = 20;

  private final RateSettings settings;
  private final TimeMeter time;
  private final Map<String, RateSettings.Key> keys;
  private final Cache<String, Bucket> budgets;
  private final Cache<String, Bucket> stores;
  private final Bucket allStores;
  private final Expenditure expenditure = new Expenditure();

  RateLimit(RateSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    this.keys =
        settings.keys().stream()
            .collect(Collectors.toMap(RateSettings.Key::sha256, Function.identity()));
    this.budgets = remembered(settings.callers(), settings.period());
    this.stores = remembered(settings.callers(), MINUTE);
    this.allStores = bucket(TOGETHER * settings.storedPerMinute(), MINUTE);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    expenditure.bindTo(registry);
  }

  private static Cache<String, Bucket> remembered(long callers, Duration period) {
    return Caffeine.newBuilder().maximumSize(callers).expireAfterAccess(period).build();
  }

  /** The budget from which a request is paid. */
  public Budget budget(HttpServletRequest request) {
    return budget(key(request.getHeader(KEY)), request.getRemoteAddr());
  }

  /** Who has sent a request, for what is asked after it has ended. */
  public Caller caller(HttpServletRequest request) {
    RateSettings.Key key = key(request.getHeader(KEY));
    String address = request.getRemoteAddr();
    String name = key == null ? CallerAddress.network(address) : key.sha256();
    return new Caller(name, () -> budget(key, address));
  }

  /** Counts a question that the caller stores, or refuses it. */
  public void countStored(String address) {
    Bucket own =
        stores.get(
            CallerAddress.network(address), unknown -> bucket(settings.storedPerMinute(), MINUTE));
    if (!own.tryConsume(1) || !allStores.tryConsume(1)) {
      throw new ApiError(
          ErrorCode.STORE_FULL,
          "More questions were stored in this minute than are allowed.",
          "Try again in a minute; a link can also carry its question, and then stores nothing.");
    }
  }

  private Budget budget(RateSettings.@Nullable Key key, String address) {
    if (key == null && settings.units() == 0) {
      return budget(OF_ADDRESSES, "", 0);
    }
    return key == null
        ? budget(OF_ADDRESSES, CallerAddress.network(address), settings.units())
        : budget(key.name(), key.sha256(), key.units());
  }

  private Budget budget(String policy, String caller, long units) {
    return new Budget(
        policy,
        units,
        settings.period(),
        units == 0 ? null : budgets.get(caller, unknown -> bucket(units, settings.period())),
        expenditure);
  }

  private Bucket bucket(long units, Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(units).refillGreedy(units, period))
        .withCustomTimePrecision(time)
        .build();
  }

  // An unknown key is ignored; the policy name in the response shows the caller that it was not
  // accepted.
  private RateSettings.@Nullable Key key(@Nullable String sent) {
    return sent == null || keys.isEmpty() ? null : keys.get(Sha256.hex(sent));
  }
}
