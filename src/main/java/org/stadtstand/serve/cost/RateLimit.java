package org.stadtstand.serve.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.Sha256;

/**
 * The budgets of callers, in units of cost. Each belongs to a key or to a network, is held in
 * memory alone and forgotten when it is full again; no address is written anywhere.
 */
@Component
public class RateLimit {

  private static final String KEY = "Api-Key";
  private static final String OF_ADDRESSES = "address";

  private final RateSettings settings;
  private final TimeMeter time;
  private final Map<String, RateSettings.Key> keys;
  private final Cache<String, Bucket> budgets;

  RateLimit(RateSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    this.keys =
        settings.keys().stream()
            .collect(Collectors.toMap(RateSettings.Key::sha256, Function.identity()));
    this.budgets =
        Caffeine.newBuilder()
            .maximumSize(settings.callers())
            .expireAfterAccess(settings.period())
            .build();
  }

  /** What the caller of a request pays with. */
  public Budget budget(HttpServletRequest request) {
    RateSettings.Key key = key(request.getHeader(KEY));
    if (key == null && settings.units() == 0) {
      return budget(OF_ADDRESSES, "", 0);
    }
    return key == null
        ? budget(OF_ADDRESSES, CallerAddress.network(request.getRemoteAddr()), settings.units())
        : budget(key.name(), key.sha256(), key.units());
  }

  private Budget budget(String policy, String caller, long units) {
    return new Budget(
        policy,
        units,
        settings.period(),
        units == 0 ? null : budgets.get(caller, unknown -> bucket(units)));
  }

  private Bucket bucket(long units) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(units).refillGreedy(units, settings.period()))
        .withCustomTimePrecision(time)
        .build();
  }

  // Whoever sends a key that is none is told so by the name of the policy.
  private RateSettings.@Nullable Key key(@Nullable String sent) {
    return sent == null || keys.isEmpty() ? null : keys.get(Sha256.hex(sent));
  }
}
