package org.stadtstand.serve.link;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records which stored questions are used, in batches rather than with each request, and deletes
 * those that have not been used for long.
 */
@Component
class UsageLog {

  private static final Logger log = LoggerFactory.getLogger(UsageLog.class);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final QuestionTable table;
  private final LinkSettings settings;
  private final Clock clock;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  UsageLog(QuestionTable table, LinkSettings settings, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  void note(String id) {
    used.add(id);
  }

  /** Of little worth, so that a stop does not wait for a database that is away. */
  @PreDestroy
  void writeLast() {
    Thread last = Thread.ofVirtual().start(this::write);
    try {
      if (!last.join(PATIENCE)) {
        last.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void write() {
    List<String> ids = List.copyOf(used);
    if (table.onlyReads()) {
      // Servers that write note their own; what is asked only here is kept by asking it there.
      used.clear();
      return;
    }
    if (ids.isEmpty()) {
      return;
    }
    try {
      table.used(ids, LocalDate.now(clock));
      ids.forEach(used::remove);
    } catch (DataAccessException e) {
      // They stay noted and are written next time.
      log.warn("Cannot note which links were used: {}", e.getMessage());
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void forget() {
    write();
    if (table.onlyReads()) {
      return;
    }
    try {
      int gone = table.forget(LocalDate.now(clock).minusDays(settings.unused().toDays()));
      if (gone > 0) {
        log.info("{} links that nobody used any more are gone", gone);
      }
    } catch (DataAccessException e) {
      log.warn("Cannot remove unused links: {}", e.getMessage());
    }
  }
}
