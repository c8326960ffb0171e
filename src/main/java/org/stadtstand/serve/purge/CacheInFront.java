package org.stadtstand.serve.purge;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cache, and the tags it has not forgotten yet. What could not be told is told again until it
 * was: what is withheld by law must not stay in a cache that was away for a minute.
 */
final class CacheInFront implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CacheInFront.class);

  /** Of one request: a key has up to 80 characters, and most take fields of eight kilobytes. */
  private static final int TAGS = 80;

  private final PurgeSettings.Cache settings;
  private final HttpClient client;
  private final Clock clock;
  private final Duration patience;
  private final Duration retry;
  private final LongAdder failures = new LongAdder();
  private final Set<String> untold = new LinkedHashSet<>();
  private boolean asking;
  private boolean away;
  private Instant next = Instant.EPOCH;

  CacheInFront(PurgeSettings.Cache settings, PurgeSettings all, Clock clock) {
    this.settings = settings;
    // Of its own, because making one reads all certificates: without caches no start does.
    this.client = HttpClient.newBuilder().connectTimeout(all.patience()).build();
    this.clock = clock;
    this.patience = all.patience();
    this.retry = all.retry();
  }

  synchronized void forget(Set<String> tags) {
    untold.addAll(tags);
  }

  synchronized int untold() {
    return untold.size();
  }

  long failures() {
    return failures.sum();
  }

  /** Begins to tell, unless it is being told, or failed a moment ago; waits for nothing. */
  void tell() {
    List<String> tags = begin();
    if (!tags.isEmpty()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(settings.url())
              .method(settings.method(), HttpRequest.BodyPublishers.noBody())
              .timeout(patience)
              .header("Surrogate-Key", String.join(" ", tags));
      settings.headers().forEach(request::header);
      client
          .sendAsync(request.build(), BodyHandlers.discarding())
          .whenComplete((response, fault) -> end(tags, response, fault));
    }
  }

  private synchronized List<String> begin() {
    if (asking || untold.isEmpty() || clock.instant().isBefore(next)) {
      return List.of();
    }
    asking = true;
    List<String> tags = untold.stream().limit(TAGS).toList();
    // Taken out now: what is added again meanwhile is told again.
    tags.forEach(untold::remove);
    return tags;
  }

  private synchronized void end(
      List<String> tags, @Nullable HttpResponse<Void> response, @Nullable Throwable fault) {
    asking = false;
    if (response != null && response.statusCode() / 100 == 2) {
      if (away) {
        log.info("The cache {} has been told what to forget.", settings.url().getAuthority());
      }
      away = false;
      return;
    }
    untold.addAll(tags);
    next = clock.instant().plus(retry);
    failures.increment();
    if (!away) {
      log.warn(
          "The cache {} could not be told to forget {}: {}. It is told again until it could.",
          settings.url().getAuthority(),
          tags,
          response == null ? String.valueOf(fault) : "it answered " + response.statusCode());
    }
    away = true;
  }

  @Override
  public void close() {
    // A cache that is silent must not hold up the end of the server.
    client.shutdownNow();
  }
}
