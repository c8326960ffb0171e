package org.stadtstand.serve.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Limits what callers may spend and how many questions they may store. Each budget belongs to a key
 * or a network, lives only in memory, that of this server or of a store shared by several, and is
 * forgotten once it is full again; no address is ever written anywhere.
 */
@Component
public class RateLimit implements MeterBinder, DisposableBean {

  private static final String KEY = "Api-Key";
  private static final String OF_ADDRESSES = "address";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** All callers together may store as much as this many networks. */
  private static final int TOGETHER = 20;

  private final RateSettings settings;
  private final TimeMeter time;
  private final @Nullable SharedAccounts shared;
  private final Map<String, RateSettings.Key> keys;
  private final Cache<String, Account> budgets;
  private final Cache<String, Account> stores;
  private final Account allStores;
  private final Expenditure expenditure = new Expenditure();

  RateLimit(RateSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    this.shared =
        settings.store().isEmpty()
            ? null
            : new SharedAccounts(settings.store(), settings.period(), settings.storePatience());
    this.keys =
        settings.keys().stream()
            .collect(Collectors.toMap(RateSettings.Key::sha256, Function.identity()));
    this.budgets = remembered(settings.callers(), settings.period());
    this.stores = remembered(settings.callers(), MINUTE);
    this.allStores = account("all stores", TOGETHER * settings.storedPerMinute(), MINUTE);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    expenditure.bindTo(registry);
    Gauge.builder(
            "stadtstand.cost.store.lost",
            this,
            limit -> limit.shared != null && limit.shared.isLost() ? 1 : 0)
        .description("1 while budgets are counted by each server for itself, against the setting")
        .register(registry);
  }

  private static Cache<String, Account> remembered(long callers, Duration period) {
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
    Account own =
        stores.get(
            CallerAddress.network(address),
            unknown -> account("stores " + unknown, settings.storedPerMinute(), MINUTE));
    if (own.take(1) > 0 || allStores.take(1) > 0) {
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
        units == 0
            ? null
            : budgets.get(caller, unknown -> account(unknown, units, settings.period())),
        expenditure);
  }

  private Account account(String name, long units, Duration period) {
    return Account.of(name, units, period, time, shared);
  }

  @Override
  public void destroy() {
    if (shared != null) {
      shared.close();
    }
  }

  // An unknown key is ignored; the policy name in the response shows the caller that it was not
  // accepted.
  private RateSettings.@Nullable Key key(@Nullable String sent) {
    return sent == null || keys.isEmpty() ? null : keys.get(Sha256.hex(sent));
  }
}
