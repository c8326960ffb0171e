package org.stadtstand.deliver.publication;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.AwaitedMunicipality;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.ReleasePublished;

/**
 * Imports packages behind the running server, and each release is visible once it is committed.
 * Only whoever asks about a municipality that has no release yet has to wait until its whole
 * package is in or refused. A command is not a web application and imports only what it is told to.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "database.role", havingValue = "all")
public class PackageImport implements SmartLifecycle, ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(PackageImport.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PackageFolders folders;
  private final ReleaseDirectory releases;
  private final CompletableFuture<Void> readable = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable Thread thread;

  PackageImport(PackageFolders folders, ReleaseDirectory releases) {
    this.folders = folders;
    this.releases = releases;
  }

  /**
   * The server is ready once anything is published, or nothing will be: empty, it has no answer.
   */
  @Override
  public void run(ApplicationArguments arguments) {
    readable.join();
  }

  /** Done when every package is in or refused. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void start() {
    folders.fillSearch();
    if (!releases.present().isEmpty()) {
      readable.complete(null);
    }
    Map<Path, AwaitedMunicipality> awaited = new HashMap<>();
    for (Path pack : folders.packages()) {
      folders
          .municipality(pack)
          .filter(one -> isNew(one.key()))
          .ifPresent(one -> awaited.put(pack, one));
    }
    awaited.values().forEach(releases::expect);
    thread = Thread.ofPlatform().name("import").start(() -> run(awaited));
  }

  private boolean isNew(String municipality) {
    return releases.present().places().stream()
        .noneMatch(place -> place.key().equals(municipality));
  }

  private void run(Map<Path, AwaitedMunicipality> awaited) {
    try {
      folders.importNew(
          pack -> {
            AwaitedMunicipality here = awaited.remove(pack);
            if (here != null) {
              releases.arrived(here);
            }
          });
    } catch (RuntimeException e) {
      log.error("The packages could not be imported", e);
    } finally {
      awaited.values().forEach(releases::arrived);
      readable.complete(null);
      ended.complete(null);
    }
  }

  @EventListener
  void on(ReleasePublished published) {
    readable.complete(null);
  }

  /**
   * A release under way is finished if that takes no longer than this; else nothing of it stays.
   */
  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the directory of releases, and before the web server. */
  @Override
  public int getPhase() {
    return 1;
  }
}
