package org.stadtstand.serve.subscription;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Caller;

/**
 * All who listen. Their number is bounded, and when the server stops they are sent away first: it
 * would otherwise wait for answers that never end.
 */
@Component
class Listeners implements SmartLifecycle, MeterBinder {

  private final SubscriptionSettings settings;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();
  private final Set<Place> places = ConcurrentHashMap.newKeySet();
  private final LongAdder refusals = new LongAdder();
  private volatile boolean running;

  Listeners(SubscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("stadtstand.listeners", open, AtomicInteger::get)
        .description("Connections on which somebody listens")
        .register(registry);
    FunctionCounter.builder("stadtstand.listeners.refusals", refusals, LongAdder::sum)
        .description("Connections refused because too many were listening")
        .register(registry);
  }

  /**
   * A place for a connection, or a refusal.
   *
   * @param end what sends its listener away; may be called from any thread, and more than once
   */
  Place enter(Caller caller, Runnable end) {
    int own = byCaller.merge(caller.name(), 1, Integer::sum);
    int all = open.incrementAndGet();
    Place place = new Place(caller.name(), end);
    if (own > settings.perCaller()) {
      place.leave();
      refusals.increment();
      throw new ApiError(
          ErrorCode.TOO_MANY_REQUESTS,
          "From one network at most %d connections listen at once.".formatted(settings.perCaller()),
          "Close one, or subscribe several times on one WebSocket.");
    }
    if (all > settings.connections() || !running) {
      place.leave();
      refusals.increment();
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "As many listen as the server has room for.",
          "Try again in some seconds, or follow the feed: /docs/api.");
    }
    places.add(place);
    return place;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    places.forEach(place -> place.end.run());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Where a connection is counted until it is closed. */
  final class Place {

    private final String caller;
    private final Runnable end;
    private boolean left;

    private Place(String caller, Runnable end) {
      this.caller = caller;
      this.end = end;
    }

    synchronized void leave() {
      if (!left) {
        left = true;
        places.remove(this);
        open.decrementAndGet();
        byCaller.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
      }
    }
  }
}
