package org.stadtstand.serve.purge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.response.CacheTags;

/**
 * Compares what this server answers now with what it answered a moment ago, and tells the caches in
 * front what of it they must forget. Every server does so when it learns of a change itself: told
 * by the first one only, a cache would ask another that does not know yet, and keep its old answer.
 */
@Component
@ConditionalOnWebApplication
class Purges implements MeterBinder, DisposableBean {

  /** So long after a change an answer that was begun before it may still reach a cache. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  /** What a municipality's answers depend on. */
  private record State(int release, int redactions) {}

  private final ReleaseDirectory releases;
  private final Clock clock;
  private final List<CacheInFront> caches;
  private final Map<String, Instant> again = new HashMap<>();
  private Map<String, State> answered = Map.of();
  private boolean begun;

  Purges(PurgeSettings settings, ReleaseDirectory releases, Clock clock) {
    this.releases = releases;
    this.clock = clock;
    this.caches =
        settings.caches().stream().map(each -> new CacheInFront(each, settings, clock)).toList();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(
            "stadtstand.purge.failures",
            caches,
            all -> all.stream().mapToLong(CacheInFront::failures).sum())
        .description("Attempts to tell a cache in front what to forget that failed")
        .register(registry);
    Gauge.builder(
            "stadtstand.purge.untold",
            caches,
            all -> all.stream().mapToInt(CacheInFront::untold).sum())
        .description("Tags that caches in front have not been told to forget yet")
        .register(registry);
  }

  @Scheduled(fixedDelay = 250)
  void look() {
    if (!caches.isEmpty()) {
      Set<String> tags = begun ? changed() : begin();
      Instant now = clock.instant();
      tags.forEach(tag -> again.put(tag, now.plus(UNDER_WAY)));
      Set<String> due = new HashSet<>(tags);
      again.forEach((tag, moment) -> add(due, tag, !moment.isAfter(now)));
      again.values().removeIf(moment -> !moment.isAfter(now));
      caches.forEach(cache -> cache.forget(due));
      caches.forEach(CacheInFront::tell);
    }
  }

  private static void add(Set<String> due, String tag, boolean isDue) {
    if (isDue) {
      due.add(tag);
    }
  }

  /**
   * What changed while no server ran, by a command or with a new version, nobody has told: answers
   * about now are forgotten, and all about municipalities of which something is withheld.
   */
  private Set<String> begin() {
    answered = states(releases.present());
    begun = true;
    Set<String> tags = new HashSet<>(Set.of(CacheTags.NOW));
    answered.forEach(
        (place, state) -> {
          if (state.redactions() > 0) {
            tags.addAll(CacheTags.ofRedaction(place));
          }
        });
    return tags;
  }

  private Set<String> changed() {
    Map<String, State> now = states(releases.present());
    Set<String> tags = new HashSet<>();
    now.forEach(
        (place, state) -> {
          State before = answered.getOrDefault(place, new State(0, 0));
          if (before.release() != state.release()) {
            tags.addAll(CacheTags.ofPublication(place));
          }
          if (before.redactions() != state.redactions()) {
            tags.addAll(CacheTags.ofRedaction(place));
          }
        });
    answered = now;
    return tags;
  }

  private static Map<String, State> states(Present present) {
    Map<String, State> states = new HashMap<>();
    for (MunicipalityRef place : present.places()) {
      List<Release> all = present.releases(place);
      states.put(
          place.key(), new State(all.isEmpty() ? 0 : all.getLast().id(), place.redactions()));
    }
    return states;
  }

  @Override
  public void destroy() {
    caches.forEach(CacheInFront::close);
  }
}
