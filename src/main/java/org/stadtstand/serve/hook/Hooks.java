package org.stadtstand.serve.hook;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.stadtstand.ground.database.HookDatabase;
import org.stadtstand.ground.fault.StartRefused;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.link.PermanentLinks;

/**
 * Gives every receiver its turn, at the same time, so that one that hangs holds up no other. Every
 * server does; the queue, which they share, sees to it that each message is sent by one of them.
 */
@Component
@ConditionalOnWebApplication
class Hooks implements MeterBinder, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Hooks.class);

  private final HookSettings settings;
  private final ReleaseDirectory releases;
  private final @Nullable HookTable table;
  private final List<HookSender> senders;
  private final Set<HookSender> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();

  Hooks(
      HookSettings settings,
      ReleaseDirectory releases,
      ObjectProvider<HookDatabase> database,
      PermanentLinks links,
      Clock clock) {
    this.settings = settings;
    this.releases = releases;
    if (settings.receivers().isEmpty()) {
      this.table = null;
      this.senders = List.of();
      return;
    }
    if (links.publicUrl().isEmpty()) {
      throw new StartRefused(
          "Web hooks (hook.receivers) hold links, and this server does not know its address.",
          "Set link.public-url to the server's address as others see it.");
    }
    HookTable queue = new HookTable(database.getObject());
    HookBodies bodies = new HookBodies(links.publicUrl());
    this.table = queue;
    this.senders =
        settings.receivers().stream()
            .map(each -> new HookSender(each, secrets(each), settings, queue, bodies, clock))
            .toList();
  }

  private static SigningSecrets secrets(HookSettings.Receiver receiver) {
    Path file = receiver.secretFile();
    String secret = receiver.secret();
    if (file != null) {
      try {
        secret = Files.readString(file);
      } catch (IOException e) {
        throw new StartRefused(
            "The secret of %s cannot be read: %s".formatted(receiver.name(), e.getMessage()),
            "Let secret-file name a file that the server may read.",
            e);
      }
    }
    return SigningSecrets.parse(String.valueOf(secret));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "stadtstand.hook.waiting",
            senders,
            all -> all.stream().mapToInt(HookSender::waiting).sum())
        .description("Messages of web hooks that wait to be sent, or sent again")
        .register(registry);
    count(registry, "delivered", "Messages that a receiver took", HookSender::delivered);
    count(registry, "failures", "Attempts to send a message that failed", HookSender::failures);
    count(registry, "given.up", "Messages that no attempt could deliver", HookSender::givenUp);
  }

  private void count(
      MeterRegistry registry, String name, String description, ToLongFunction<HookSender> figure) {
    FunctionCounter.builder(
            "stadtstand.hook." + name, senders, all -> all.stream().mapToLong(figure).sum())
        .description(description)
        .register(registry);
  }

  @Scheduled(fixedDelay = 500)
  void look() {
    for (HookSender sender : senders) {
      if (busy.add(sender)) {
        turns.execute(() -> turn(sender));
      }
    }
  }

  private void turn(HookSender sender) {
    try {
      sender.turn(releases.present());
    } catch (DataAccessException | TransactionException e) {
      // What was taken is taken again later, and what was not noted is noted then.
      log.warn("Web hooks wait for the database: {}", e.getMessage());
    } finally {
      busy.remove(sender);
    }
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
  void forget() {
    if (table != null) {
      try {
        table.forget(settings.kept());
      } catch (DataAccessException e) {
        log.warn("Cannot remove old messages of web hooks: {}", e.getMessage());
      }
    }
  }

  /** What is being sent is sent, so that no other server sends it again. */
  @Override
  public void destroy() {
    turns.shutdown();
    try {
      if (!turns.awaitTermination(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        turns.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
